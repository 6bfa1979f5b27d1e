package io.lbkeeper.routes;

import io.lbkeeper.routes.ScriptedServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** The replies of a {@link ScriptedServer}: whole ones, and each way of failing to give one. */
public final class Replies {
    private static final int MEBIBYTE = 1 << 20;

    private Replies() {
    }

    /** A whole answer; each header is a line {@code Name: value}. */
    public static Reply whole(int status, String body, String... headers) {
        return whole(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static Reply whole(int status, byte[] body, String... headers) {
        return (client, closed) -> {
            OutputStream out = client.getOutputStream();
            out.write(head(status, "Content-Length: " + body.length, headers));
            out.write(body);
            out.flush();
        };
    }

    public static Reply gzip(String body, String... headers) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = packed.toByteArray();
        return whole(200, bytes, List.of(headers).isEmpty() ? new String[] {"Content-Encoding: gzip"}
                : new String[] {"Content-Encoding: gzip", String.join("\r\n", headers)});
    }

    /** Promises more than it sends. */
    public static Reply cut(String body, String... headers) {
        return (client, closed) -> {
            OutputStream out = client.getOutputStream();
            out.write(head(200, "Content-Length: " + (body.length() + 100), headers));
            out.write(body.getBytes(StandardCharsets.UTF_8));
            out.flush();
        };
    }

    /** Sends one chunk and no last one. */
    public static Reply cutChunks(String body, String... headers) {
        return (client, closed) -> {
            OutputStream out = client.getOutputStream();
            out.write(head(200, "Transfer-Encoding: chunked", headers));
            out.write((Integer.toHexString(body.length()) + "\r\n" + body + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        };
    }

    /** A body of so many MiB of letters. */
    public static Reply huge(int mebibytes, String... headers) {
        return (client, closed) -> {
            OutputStream out = client.getOutputStream();
            out.write(head(200, "Content-Length: " + (long) mebibytes * MEBIBYTE, headers));
            byte[] block = "a".repeat(MEBIBYTE).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < mebibytes; i++) {
                out.write(block);
            }
            out.flush();
        };
    }

    /** Takes the request and never says a word. */
    public static Reply silence() {
        return (client, closed) -> closed.await();
    }

    /** Takes the request and resets the connection. */
    public static Reply reset() {
        return (client, closed) -> client.setSoLinger(true, 0);
    }

    /** Takes the request and closes. */
    public static Reply hangUp() {
        return (client, closed) -> { };
    }

    /** A byte of the body every {@code pause}, for ever; the head comes at once. */
    public static Reply drip(Duration pause, String... headers) {
        return (client, closed) -> {
            OutputStream out = client.getOutputStream();
            out.write(head(200, "Content-Length: 1000000", headers));
            do {
                out.write('a');
                out.flush();
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        };
    }

    /** A byte of the head every {@code pause}: a header that never ends. */
    public static Reply dripHead(Duration pause) {
        return (client, closed) -> {
            OutputStream out = client.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.UTF_8));
            do {
                out.write('a');
                out.flush();
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        };
    }

    /** The whole answer in so many pieces, with a pause before each. */
    public static Reply slow(int pieces, Duration pause, String body, String... headers) {
        return (client, closed) -> {
            OutputStream out = client.getOutputStream();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            out.write(head(200, "Content-Length: " + bytes.length, headers));
            for (int i = 0; i < pieces && !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS); i++) {
                int from = bytes.length * i / pieces;
                out.write(bytes, from, bytes.length * (i + 1) / pieces - from);
                out.flush();
            }
        };
    }

    private static byte[] head(int status, String framing, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\nConnection: close\r\n" + framing
                + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
