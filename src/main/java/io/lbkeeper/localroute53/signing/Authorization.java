package io.lbkeeper.localroute53.signing;

import io.lbkeeper.localroute53.zone.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a SigV4 Authorization header.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
 */
record Authorization(String accessKey, String date, String region, String service, String terminator,
                     List<String> signedHeaders, String signature) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final int SCOPE_PARTS = 5;

    static Authorization parse(String header) throws Refusal {
        if (!header.startsWith(ALGORITHM + " ")) {
            throw incomplete("Authorization header is not of " + ALGORITHM + ". Authorization=" + header);
        }
        Map<String, String> parts = new HashMap<>();
        for (String part : header.substring(ALGORITHM.length() + 1).split("[, ]+")) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw incomplete("'" + part + "' not a valid key=value pair (missing equal-sign) in Authorization"
                        + " header: '" + header + "'.");
            }
            parts.put(part.substring(0, equals), part.substring(equals + 1));
        }
        List<String> missing = new ArrayList<>();
        for (String name : List.of("Credential", "Signature", "SignedHeaders")) {
            if (!parts.containsKey(name)) {
                missing.add("Authorization header requires '" + name + "' parameter.");
            }
        }
        if (!missing.isEmpty()) {
            throw incomplete(String.join(" ", missing) + " Authorization=" + header);
        }
        String[] scope = parts.get("Credential").split("/", -1);
        if (scope.length != SCOPE_PARTS) {
            throw incomplete("Credential must have exactly 5 slash-delimited elements, e.g."
                    + " keyid/date/region/service/term, got '" + parts.get("Credential") + "'");
        }
        return new Authorization(scope[0], scope[1], scope[2], scope[3], scope[4],
                List.of(parts.get("SignedHeaders").split(";")), parts.get("Signature"));
    }

    static Refusal incomplete(String message) {
        return new Refusal("IncompleteSignature", message);
    }

    /** What the signing key is made for. */
    String scope() {
        return String.join("/", date, region, service, terminator);
    }
}
