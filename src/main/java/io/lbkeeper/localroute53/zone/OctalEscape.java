package io.lbkeeper.localroute53.zone;

import java.io.ByteArrayOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Route 53's {@code \ooo}: one octet in three octal digits. DNS master files write it in decimal. */
public final class OctalEscape {
    static final int LENGTH = 4;
    private static final Pattern DECIMAL = Pattern.compile("\\\\(?:(\\d{3})|.)");
    private static final Pattern FORM = Pattern.compile("\\\\([0-3][0-7][0-7])");

    private OctalEscape() {
    }

    /** The octet whose escape begins at {@code index}. */
    static int read(String text, int index) throws UnacceptableText {
        Matcher escape = FORM.matcher(text).region(index, text.length());
        if (!escape.lookingAt()) {
            throw new UnacceptableText("UnsupportedCharacter (Value contains unsupported characters)", text);
        }
        return Integer.parseInt(escape.group(1), 8);
    }

    /** The octets of a text whose escapes were found good. */
    static byte[] decode(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        Matcher escape = FORM.matcher(text);
        for (int i = 0; i < text.length(); i++) {
            if (escape.region(i, text.length()).lookingAt()) {
                octets.write(Integer.parseInt(escape.group(1), 8));
                i += LENGTH - 1;
            } else {
                octets.write(text.charAt(i));
            }
        }
        return octets.toByteArray();
    }

    /** From the form of DNS master files to Route 53's; an escaped character as itself stays as it is. */
    public static String fromDecimal(String text) {
        return DECIMAL.matcher(text).replaceAll(escape -> escape.group(1) == null
                ? Matcher.quoteReplacement(escape.group())
                : String.format("\\\\%03o", Integer.parseInt(escape.group(1))));
    }

    static String toDecimal(String text) {
        return FORM.matcher(text).replaceAll(escape ->
                String.format("\\\\%03d", Integer.parseInt(escape.group(1), 8)));
    }
}
