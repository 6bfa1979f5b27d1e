package io.lbkeeper.settings;

import java.net.InetAddress;
import java.net.URI;

/** Where a node learns its own address from. */
public sealed interface AddressSource {

    /** As {@code {{lb.address.kind}}} in routes. */
    String kind();

    /** As {@code {{lb.address.value}}} in routes: what the kind needs to know. */
    String value();

    /** It is known, and {@code value} is how it was written. */
    record Literal(InetAddress address, String value) implements AddressSource {
        @Override
        public String kind() {
            return "literal";
        }
    }

    /** A network interface of this machine has it. */
    record Interface(String value) implements AddressSource {
        @Override
        public String kind() {
            return "interface";
        }
    }

    /** AWS's instance metadata service, version 2, at this address. */
    record Imds(URI url) implements AddressSource {
        @Override
        public String kind() {
            return "imds";
        }

        @Override
        public String value() {
            return url.toString();
        }
    }

    /** A web service whose answer is nothing but the address that asked it. */
    record Http(URI url) implements AddressSource {
        @Override
        public String kind() {
            return "http";
        }

        @Override
        public String value() {
            return url.toString();
        }
    }
}
