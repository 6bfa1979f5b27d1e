package io.lbkeeper.localroute53.signing;

import io.lbkeeper.localroute53.call.ApiRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request as SigV4 signs it.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
final class SigningText {
    private static final String HMAC = "HmacSHA256";
    private static final String UNRESERVED = "-_.~";

    private SigningText() {
    }

    static String signature(ApiRequest request, Authorization authorization, String date, String secret) {
        String text = String.join("\n", Authorization.ALGORITHM, date, authorization.scope(),
                sha256(canonical(request, authorization.signedHeaders()).getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(authorization.date(), authorization.region(), authorization.service(),
                authorization.terminator(), text)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(key);
    }

    static String canonical(ApiRequest request, List<String> signedHeaders) {
        String headers = signedHeaders.stream().map(name -> name + ":" + header(request, name) + "\n")
                .collect(Collectors.joining());
        return String.join("\n", request.method(), path(request.uri().getRawPath()),
                query(request.uri().getRawQuery()), headers, String.join(";", signedHeaders),
                sha256(request.body()));
    }

    private static String header(ApiRequest request, String name) {
        return request.headers().getOrDefault(name, List.of()).stream()
                .map(value -> value.strip().replaceAll(" +", " ")).collect(Collectors.joining(","));
    }

    /** Without dots and doubled slashes, and encoded once more than it was sent, as all services but S3 have it. */
    private static String path(String raw) {
        Deque<String> pieces = new ArrayDeque<>();
        for (String piece : raw.split("/")) {
            if (piece.equals("..")) {
                pieces.pollLast();
            } else if (!piece.isEmpty() && !piece.equals(".")) {
                pieces.addLast(encode(piece));
            }
        }
        String end = raw.endsWith("/") && !pieces.isEmpty() ? "/" : "";
        return "/" + String.join("/", pieces) + end;
    }

    private static String query(String raw) {
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        return Stream.of(raw.split("&")).map(pair -> pair.split("=", 2))
                .map(pair -> Map.entry(recode(pair[0]), pair.length > 1 ? recode(pair[1]) : ""))
                .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue(
                        Comparator.naturalOrder())))
                .map(pair -> pair.getKey() + "=" + pair.getValue()).collect(Collectors.joining("&"));
    }

    private static String recode(String text) {
        return encode(URLDecoder.decode(text, StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return encoded.toString();
    }

    private static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
