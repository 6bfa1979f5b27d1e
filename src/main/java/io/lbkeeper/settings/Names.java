package io.lbkeeper.settings;

import java.util.List;
import java.util.regex.Pattern;

/** Names of nodes, of records and of what HAProxy has. Host names by RFC 1123, in lower case as Route 53 tells them. */
final class Names {
    static final int LONGEST_NAME_CHARS = 253;
    private static final int MOST_SERVICES = 400;
    private static final String OWNER = "_owner.";
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern LABEL_IN_ANY_CASE = Pattern.compile(LABEL.pattern(), Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern OPERATORS_NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PROXY = Pattern.compile("[A-Za-z0-9_.:-]+");

    private Names() {
    }

    static Kind<String> label() {
        return new Kind<>("one DNS label: 1 to 63 of a-z, 0-9 and - (neither first nor last)", text -> {
            if (!LABEL.matcher(text).matches()) {
                boolean upper = LABEL_IN_ANY_CASE.matcher(text).matches();
                throw new Mistake(upper ? "has upper-case letters" : "is not a DNS label");
            }
            return text;
        });
    }

    static Kind<String> domain() {
        return new Kind<>("a DNS name in lower case without a final dot, such as example.com",
                text -> dnsName(text, 1, LONGEST_NAME_CHARS));
    }

    static Kind<String> service() {
        int longest = LONGEST_NAME_CHARS - OWNER.length();
        return new Kind<>("a DNS name of at least two labels and at most " + longest
                + " characters, in lower case, without a final dot, such as lb.example.com", text -> {
            if (text.startsWith(OWNER)) {
                throw new Mistake("is the name of an owner record");
            }
            return dnsName(text, 2, longest);
        });
    }

    /**
     * One name or several. A batch that moves so many stays below Route 53's limits with the longest of addresses: two
     * elements and 78 characters for each name, of 1,000 and 32,000, and room for the owner record.
     */
    static Kind<List<String>> services() {
        Kind<String> one = service();
        Kind<List<String>> several = Kinds.list(one, one.allowed() + "; or up to " + MOST_SERVICES + " of them, each "
                + "once, with commas between them");
        return new Kind<>(several.allowed(), text -> {
            if (!text.contains(",")) {
                return List.of(one.parse(text));
            }
            List<String> names = several.parse(text);
            if (names.size() > MOST_SERVICES) {
                throw new Mistake("has " + names.size() + " names: one batch of Route 53's could not move them all");
            }
            return names;
        });
    }

    /** The middle of the names of a pair of kamelets. */
    static Kind<String> provider() {
        return new Kind<>("route53, rfc2136, powerdns, cloudflare, dyndns2, local, or the name of your own pair of "
                + "kamelets dns-<name>-read-action and dns-<name>-change-action", text -> {
            if (!OPERATORS_NAME.matcher(text).matches()) {
                throw new Mistake("is not such a name");
            }
            return text;
        });
    }

    /** A backend or frontend, as HAProxy's configuration manual allows it. */
    static Kind<String> proxy() {
        return new Kind<>("HAProxy proxy names", text -> {
            if (!PROXY.matcher(text).matches()) {
                throw new Mistake("is not a name that HAProxy allows");
            }
            return text;
        });
    }

    private static String dnsName(String text, int leastLabels, int longestChars) throws Mistake {
        if (text.endsWith(".")) {
            throw new Mistake("ends with a dot");
        }
        if (text.length() > longestChars) {
            throw new Mistake("is longer than " + longestChars + " characters");
        }
        String[] labels = text.split("\\.", -1);
        if (labels.length < leastLabels) {
            throw new Mistake("has fewer than " + leastLabels + " labels");
        }
        for (int i = 0; i < labels.length; i++) {
            try {
                label().parse(labels[i]);
            } catch (Mistake e) {
                throw new Mistake("is not such a name: label " + (i + 1) + " of " + labels.length + " "
                        + e.getMessage());
            }
        }
        if (DIGITS.matcher(labels[labels.length - 1]).matches()) {
            throw new Mistake("is not such a name: its last label is a number");
        }
        return text;
    }
}
