package io.lbkeeper.route53;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The values of a record in Route 53's text form. They are looked at only so far that a slip is told before a request
 * is sent; Route 53 itself looks closer.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html">the forms</a>
 */
final class RecordValues {
    private static final int VALUE_LIMIT_CHARACTERS = 4000;
    private static final int NUMBER_LIMIT = 65_535;
    private static final Pattern IPV4 = Pattern.compile(
            "(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Form NAME = new Form("one domain name", value -> value.matches("\\S+"));
    private static final Map<String, Form> FORMS = Map.of(
            "A", new Form("an IPv4 address such as 192.0.2.1", value -> IPV4.matcher(value).matches()),
            "AAAA", new Form("an IPv6 address such as 2001:db8::1", RecordValues::isIpv6),
            "CNAME", NAME, "NS", NAME, "PTR", NAME,
            "MX", new Form("a preference and a host, such as 10 mail.example.com",
                    value -> value.matches("\\d{1,5}\\s+\\S+") && numbersFit(value, 1)),
            "SRV", new Form("priority, weight, port and host, such as 1 10 5269 xmpp.example.com",
                    value -> value.matches("\\d{1,5}\\s+\\d{1,5}\\s+\\d{1,5}\\s+\\S+") && numbersFit(value, 3)),
            "CAA", new Form("flags, tag and a value in double quotes, such as 0 issue \"ca.example.net\"",
                    value -> value.matches("\\d{1,3}\\s+[A-Za-z0-9]+\\s+\".*\"")
                            && Integer.parseInt(value.split("\\s", 2)[0]) <= 255));

    private record Form(String words, Predicate<String> test) {
    }

    private RecordValues() {
    }

    static boolean isText(String type) {
        return type.equals("TXT") || type.equals("SPF");
    }

    /** In one text: a comma separates, but not in double quotes, and not in plain text for a TXT record. */
    static List<String> split(String type, String text) {
        return isText(type) && !text.strip().startsWith("\"") ? List.of(text) : Commas.split(text);
    }

    /**
     * A value as it is sent.
     *
     * @throws IllegalArgumentException where it is none of this type
     */
    static String of(String type, String told) {
        String value = isText(type) ? TxtValue.ofTextOrValue(told) : told.strip();
        Form form = FORMS.get(type);
        if (form != null && !form.test().test(value)) {
            throw new IllegalArgumentException("a value of type " + type + " is " + form.words() + ", but "
                    + Call.seen(told) + " is not");
        }
        if (value.isEmpty() || value.length() > VALUE_LIMIT_CHARACTERS) {
            throw new IllegalArgumentException("a value has 1 to " + VALUE_LIMIT_CHARACTERS + " characters, but "
                    + Call.seen(told) + " has " + value.length()
                    + (isText(type) ? " with its quotes and escapes" : ""));
        }
        return value;
    }

    /** A literal with a colon is never looked up. */
    private static boolean isIpv6(String value) {
        try {
            return value.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*") && InetAddress.getByName(value) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean numbersFit(String value, int count) {
        return List.of(value.split("\\s+")).subList(0, count).stream()
                .allMatch(number -> Integer.parseInt(number) <= NUMBER_LIMIT);
    }
}
