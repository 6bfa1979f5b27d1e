package io.lbkeeper.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One answer.
 *
 * @param headers besides those that every answer has
 */
public record Reply(int status, String type, String text, Map<String, String> headers) {
    public static final int OK = 200;
    static final int UNAVAILABLE = 503;
    static final String JSON = "application/json";
    private static final String PLAIN = "text/plain; charset=utf-8";

    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply of(int status, String type, String text) {
        return new Reply(status, type, text, Map.of());
    }

    static Reply inWords(int status, String sentence) {
        return of(status, PLAIN, sentence + "\n");
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
