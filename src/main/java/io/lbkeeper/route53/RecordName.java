package io.lbkeeper.route53;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A domain name as Route 53 compares and sorts it.
 *
 * @param text in lower case, with the final dot, all but {@code a-z 0-9 - _ .} as {@code \ooo}
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html">the format</a>
 */
record RecordName(String text) implements Comparable<RecordName> {

    /** The name that a person or Route 53 writes so: any case, final dot optional, escapes or not. */
    static RecordName of(String written) {
        if (written == null || written.isBlank()) {
            throw new IllegalArgumentException("a record name must not be empty");
        }
        byte[] bytes = written.strip().getBytes(StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            int code = escaped(bytes, i);
            if (code >= 0) {
                i += 3;
                append(text, code, false);
            } else {
                append(text, bytes[i] & 0xff, true);
            }
        }
        return new RecordName(text.charAt(text.length() - 1) == '.' ? text.toString() : text.append('.').toString());
    }

    /** The character written as a backslash and three octal digits here, or -1. */
    private static int escaped(byte[] bytes, int at) {
        if (bytes[at] != '\\' || at + 3 >= bytes.length) {
            return -1;
        }
        int code = 0;
        for (int i = at + 1; i <= at + 3; i++) {
            if (bytes[i] < '0' || bytes[i] > '7') {
                return -1;
            }
            code = code * 8 + bytes[i] - '0';
        }
        return code <= 0xff ? code : -1;
    }

    /** An escaped dot belongs to its label, so it stays escaped. */
    private static void append(StringBuilder text, int code, boolean dotSeparates) {
        int lower = code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code;
        boolean plain = lower >= 'a' && lower <= 'z' || lower >= '0' && lower <= '9' || lower == '-' || lower == '_'
                || lower == '.' && dotSeparates;
        if (plain) {
            text.append((char) lower);
        } else {
            text.append(String.format("\\%03o", lower));
        }
    }

    /**
     * Whether the order of this name is certain. AWS does not say whether an escaped character sorts as itself or as
     * its escape, so nothing must be concluded from where such a name stands.
     */
    boolean isPlain() {
        return text.indexOf('\\') < 0;
    }

    /**
     * By labels from the right, and in ASCII order with the final dot: {@code com.example.lb-2.} stands before
     * {@code com.example.lb.}, as the hyphen is less than the dot.
     *
     * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListResourceRecordSets.html">the
     *      order</a>
     */
    @Override
    public int compareTo(RecordName other) {
        return reversed().compareTo(other.reversed());
    }

    private String reversed() {
        List<String> labels = new ArrayList<>(List.of(text.split("\\.")));
        Collections.reverse(labels);
        return String.join(".", labels) + ".";
    }

    @Override
    public String toString() {
        return text;
    }
}
