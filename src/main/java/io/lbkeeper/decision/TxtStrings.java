package io.lbkeeper.decision;

import java.util.Optional;

/**
 * A TXT value as Route 53 and zone files write it: strings of at most 255 characters in double quotes, parted by
 * spaces, with {@code \"} and {@code \ooo} (octal) for what is not plain.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#TXTFormat">Route 53:
 *      TXT record type</a>
 */
final class TxtStrings {
    private static final int LONGEST_STRING_CHARS = 255;

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
                int octalEnd = at + 4;
                boolean octal = octalEnd <= value.length() && value.substring(at + 1, octalEnd).matches("[0-3][0-7]{2}");
                if (at + 1 == value.length()) {
                    return Optional.empty();
                }
                text.append(octal ? (char) Integer.parseInt(value.substring(at + 1, octalEnd), 8) : value.charAt(at + 1));
                at = octal ? octalEnd - 1 : at + 1;
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
