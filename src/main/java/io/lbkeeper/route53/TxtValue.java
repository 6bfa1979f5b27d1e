package io.lbkeeper.route53;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Text as the value of a TXT record, and back. Route 53 takes such a value as strings of at most 255 octets in double
 * quotes with a space between two, a quote within as {@code \"} and any octet as a backslash and three octal digits.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#TXTFormat">TXT</a>
 */
public final class TxtValue {
    private static final int STRING_LIMIT_OCTETS = 255;

    private TxtValue() {
    }

    /**
     * The value that holds this text, whatever it holds: quotes are taken for part of it. What is not ASCII is written
     * in UTF-8, and a long text is cut into strings.
     *
     * @throws IllegalArgumentException where the text is none, as it holds half of a surrogate pair
     */
    public static String of(String text) {
        List<String> strings = new ArrayList<>();
        ByteBuffer octets = octets(text);
        do {
            StringBuilder string = new StringBuilder("\"");
            for (int i = 0; i < STRING_LIMIT_OCTETS && octets.hasRemaining(); i++) {
                append(string, octets.get() & 0xff);
            }
            strings.add(string.append('"').toString());
        } while (octets.hasRemaining());
        return String.join(" ", strings);
    }

    /**
     * The text that a value holds: its strings, one after another, read as UTF-8, or where they are not, as
     * ISO-8859-1.
     *
     * @param value as Route 53 lists it
     * @throws IllegalArgumentException where that is not Route 53's form of a TXT value
     */
    public static String text(String value) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        strings(value).forEach(all::writeBytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(all.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            return all.toString(StandardCharsets.ISO_8859_1);
        }
    }

    /** A value for this: what begins with a double quote must be one already and stays as it is; the rest is text. */
    static String ofTextOrValue(String told) {
        if (!told.startsWith("\"")) {
            return of(told);
        }
        for (byte[] string : strings(told)) {
            if (string.length > STRING_LIMIT_OCTETS) {
                throw wrong(told, "a string of it has " + string.length + " octets, but may have "
                        + STRING_LIMIT_OCTETS + "; text without quotes would be cut into strings");
            }
        }
        return told;
    }

    private static ByteBuffer octets(String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the text " + Call.seen(text)
                    + " holds half of a surrogate pair, so it cannot be written in UTF-8", e);
        }
    }

    /** The backslash goes in octal too: AWS documents no other way to write it. */
    private static void append(StringBuilder string, int octet) {
        if (octet == '"') {
            string.append("\\\"");
        } else if (octet < ' ' || octet > '~' || octet == '\\') {
            string.append(String.format("\\%03o", octet));
        } else {
            string.append((char) octet);
        }
    }

    private static List<byte[]> strings(String value) {
        List<byte[]> strings = new ArrayList<>();
        int at = 0;
        while (at < value.length()) {
            ByteArrayOutputStream string = new ByteArrayOutputStream();
            at = readString(value, at, string);
            strings.add(string.toByteArray());
            int next = at;
            while (next < value.length() && (value.charAt(next) == ' ' || value.charAt(next) == '\t')) {
                next++;
            }
            if (next == at && at < value.length()) {
                throw wrong(value, "no space follows the quote at character " + at);
            }
            at = next;
        }
        if (strings.isEmpty()) {
            throw wrong(value, "it is empty");
        }
        return strings;
    }

    /** Reads one string and says where it ends, behind its second quote. */
    private static int readString(String value, int start, ByteArrayOutputStream string) {
        if (value.charAt(start) != '"') {
            throw wrong(value, "no quote opens at character " + (start + 1));
        }
        for (int i = start + 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                return i + 1;
            }
            if (c < ' ' || c > '~') {
                throw wrong(value, "character " + (i + 1) + " is not printable ASCII");
            }
            if (c != '\\') {
                string.write(c);
            } else if (i + 1 < value.length() && (value.charAt(i + 1) == '"' || value.charAt(i + 1) == '\\')) {
                string.write(value.charAt(++i));
            } else {
                string.write(octal(value, i));
                i += 3;
            }
        }
        throw wrong(value, "the last quote is not closed");
    }

    private static int octal(String value, int backslash) {
        String digits = value.substring(backslash + 1, Math.min(backslash + 4, value.length()));
        if (!digits.matches("[0-3][0-7]{2}")) {
            throw wrong(value, "the backslash at character " + (backslash + 1)
                    + " is followed neither by a quote nor by three octal digits");
        }
        return Integer.parseInt(digits, 8);
    }

    private static IllegalArgumentException wrong(String value, String why) {
        return new IllegalArgumentException("the TXT value " + Call.seen(value) + " is "
                + "not in Route 53's form, strings in double quotes with a space between two: " + why);
    }
}
