package io.lbkeeper.decision;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A TXT value as Route 53 and zone files write it: strings of at most 255 characters in double quotes, parted by
 * spaces, with {@code \"} and {@code \ooo} (octal) for what is not plain.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#TXTFormat">Route 53:
 *      TXT record type</a>
 */
final class TxtStrings {
    private static final int LONGEST_STRING_CHARS = 255;
    private static final Pattern OCTAL = Pattern.compile("[0-3][0-7]{2}");

    private TxtStrings() {
    }

    /** A plain text, without quotes and backslashes in it, as one string or several. */
    static String split(String text) {
        return '"' + text.replaceAll("(.{" + LONGEST_STRING_CHARS + "})(?=.)", "$1\" \"") + '"';
    }

    /** All strings as one text, or nothing where the value is not of this form. */
    static Optional<String> join(String value) {
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        int at = 0;
        while (at < value.length()) {
            char c = value.charAt(at);
            if (c == '"') {
                inside = !inside;
            } else if (inside && c == '\\') {
                String escape = value.substring(at + 1, Math.min(at + 4, value.length()));
                if (escape.isEmpty()) {
                    return Optional.empty();
                }
                boolean octal = OCTAL.matcher(escape).matches();
                text.append(octal ? (char) Integer.parseInt(escape, 8) : escape.charAt(0));
                at += octal ? 3 : 1;
            } else if (inside) {
                text.append(c);
            } else if (c != ' ' && c != '\t') {
                return Optional.empty();
            }
            at++;
        }
        return inside || value.isBlank() ? Optional.empty() : Optional.of(text.toString());
    }
}
