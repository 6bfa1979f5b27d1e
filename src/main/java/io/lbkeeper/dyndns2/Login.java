package io.lbkeeper.dyndns2;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * Where updates go, and as whom.
 *
 * @param url   up to its question mark
 * @param agent the User-Agent: company, product and version
 */
public record Login(String url, String user, String password, String agent) {
    public Login {
        Objects.requireNonNull(url);
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
    }

    String header() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** By which others are told from these. It is kept in a file, and far too short to find a password by. */
    String fingerprint() {
        CRC32 sum = new CRC32();
        sum.update(String.join("\n", url, user, password).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    @Override
    public String toString() {
        return "Login[url=" + url + ", user=" + user + "]";
    }
}
