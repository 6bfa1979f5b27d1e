package io.lbkeeper.settings;

import java.util.regex.Pattern;

/** How text from a settings file is shown in a message: short, on one line, and without what may be secret. */
final class Shown {
    static final String MASK = "******";
    private static final int LONGEST_CHARS = 100;
    private static final Pattern CREDENTIALS_OF_URL = Pattern.compile("//[^@\\s]*@");
    private static final Pattern QUERY_OF_URL = Pattern.compile("(//[^?]*)\\?.*", Pattern.DOTALL);

    private Shown() {
    }

    /** Control characters are escaped, because a message may reach a terminal. */
    static String text(String text) {
        String masked = CREDENTIALS_OF_URL.matcher(text).replaceAll("//" + MASK + "@");
        masked = QUERY_OF_URL.matcher(masked).replaceAll("$1?" + MASK);
        StringBuilder out = new StringBuilder();
        masked.chars().limit(LONGEST_CHARS).forEach(c -> append(out, (char) c));
        return masked.length() > LONGEST_CHARS ? out + "..." : out.toString();
    }

    /** A wrong character instead of the = makes a password a part of the key. */
    static String key(String key) {
        boolean known = key.startsWith(Declared.PASSWORD_OVER_HTTP.name())
                || Declared.ALL.stream().anyMatch(setting -> setting.name().equals(key));
        return Declared.ALL.stream().filter(setting -> setting.secret() && !known && key.startsWith(setting.name()))
                .map(setting -> setting.name() + MASK).findFirst().orElseGet(() -> text(key));
    }

    private static void append(StringBuilder out, char c) {
        if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
            out.append(String.format("\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }
}
