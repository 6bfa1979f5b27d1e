package dns;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** @param secret in base64 */
public record TsigKey(String name, String algorithm, String secret) {
    /** What all servers here let change the zone. */
    public static final TsigKey LBKEEPER = new TsigKey("lbkeeper", "hmac-sha256", Base64.getEncoder().encodeToString(
            "what the tests know, and no other".getBytes(StandardCharsets.US_ASCII)));
}
