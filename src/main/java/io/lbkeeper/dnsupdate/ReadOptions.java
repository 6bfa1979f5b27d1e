package io.lbkeeper.dnsupdate;

import io.lbkeeper.nameserver.ServerAddress;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.camel.util.ObjectHelper;
import org.xbill.DNS.Name;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TextParseException;

/** What the options say, in the library's own types. */
final class ReadOptions {
    private static final List<String> ALGORITHMS = List.of("hmac-sha224", "hmac-sha256", "hmac-sha384", "hmac-sha512");

    private ReadOptions() {
    }

    /** Refuses what would come to nothing only when something is to be done. */
    static void judge(DnsUpdateConfiguration options) {
        zone(options);
        servers(options).forEach(ReadOptions::judgeServer);
        key(options);
        require(options.getTimeout() != null && options.getTimeout().toMillis() > 0,
                "timeout is " + options.getTimeout() + ", but must be a millisecond at least, such as 3s");
        require(options.getTries() > 0, "tries is " + options.getTries() + ", but must be 1 or more");
    }

    private static void judgeServer(String server) {
        try {
            ServerAddress.of(server);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("dns-update: " + e.getMessage(), e);
        }
    }

    static Name zone(DnsUpdateConfiguration options) {
        return name(options.getZone(), "the zone");
    }

    /** A whole name, with or without the final dot. */
    static Name name(String text, String what) {
        try {
            return Name.fromString(text.strip(), Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("dns-update: " + what + " \"" + text + "\" is no domain name: "
                    + e.getMessage(), e);
        }
    }

    static List<String> servers(DnsUpdateConfiguration options) {
        return options.getServers() == null ? List.of() : Arrays.stream(options.getServers().split(","))
                .map(String::strip).filter(server -> !server.isEmpty()).distinct().toList();
    }

    static Optional<TSIG> key(DnsUpdateConfiguration options) {
        boolean isNamed = ObjectHelper.isNotEmpty(options.getKeyName());
        require(isNamed == ObjectHelper.isNotEmpty(options.getKey()),
                "keyName and key go together, but only one is set: set both, or neither to sign nothing");
        require(ALGORITHMS.contains(options.getKeyAlgorithm()), "keyAlgorithm is " + options.getKeyAlgorithm()
                + ", but must be one of " + String.join(", ", ALGORITHMS));
        if (!isNamed) {
            return Optional.empty();
        }
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(options.getKey().strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("dns-update: the option key is not base64; its value is not shown");
        }
        return Optional.of(new TSIG(name(options.getKeyAlgorithm(), "the algorithm"),
                name(options.getKeyName(), "the key's name"), secret));
    }

    private static void require(boolean well, String otherwise) {
        if (!well) {
            throw new IllegalArgumentException("dns-update: " + otherwise);
        }
    }
}
