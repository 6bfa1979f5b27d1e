package io.lbkeeper.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Kinds of values that are not names, addresses or durations. */
final class Kinds {
    private static final Pattern ZONE_ID = Pattern.compile("[A-Z0-9]{1,32}");

    private Kinds() {
    }

    static Kind<Integer> number(int least, int most) {
        return new Kind<>("a whole number from " + least + " to " + most, text -> {
            if (!text.matches("[0-9]{1,9}")) {
                throw new Mistake("is not a whole number");
            }
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new Mistake(number < least ? "is too small" : "is too large");
            }
            return number;
        });
    }

    static Kind<String> choice(String... words) {
        String all = String.join(", ", words);
        return new Kind<>("one of " + all, text -> {
            if (!List.of(words).contains(text)) {
                throw new Mistake("is none of these");
            }
            return text;
        });
    }

    static Kind<Boolean> flag() {
        return new Kind<>("true or false", text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw new Mistake("is neither true nor false");
            }
            return text.equals("true");
        });
    }

    /** Parts in their order, each once, with commas and perhaps blanks between them. */
    static <T> Kind<List<T>> list(Kind<T> part, String allowed) {
        return new Kind<>(allowed, text -> {
            String[] texts = text.split(",", -1);
            List<T> parts = new ArrayList<>();
            for (String one : texts) {
                String which = "is not such a list: name " + (parts.size() + 1) + " of " + texts.length + " ";
                try {
                    T parsed = part.parse(one.strip());
                    if (parts.contains(parsed)) {
                        throw new Mistake("was there before");
                    }
                    parts.add(parsed);
                } catch (Mistake e) {
                    throw new Mistake(which + e.getMessage());
                }
            }
            return List.copyOf(parts);
        });
    }

    static Kind<List<String>> nodes() {
        Kind<List<String>> names = list(Names.label(), "DNS labels with commas between them, each once, lb.node among "
                + "them, such as lb1,lb2");
        return new Kind<>(names.allowed(), text -> {
            if (text.equals("auto")) {
                throw new Mistake("is not available yet");
            }
            return names.parse(text);
        });
    }

    static Kind<List<String>> proxies() {
        Kind<List<String>> names = list(Names.proxy(), "names from HAProxy's configuration with commas between them, "
                + "each once");
        return names.orEmpty(List.of());
    }

    static Kind<Path> directory() {
        return new Kind<>("an absolute path of a directory, such as /var/lib/lbkeeper", text -> {
            try {
                Path path = Path.of(text);
                if (!path.isAbsolute()) {
                    throw new Mistake("is not an absolute path");
                }
                return path;
            } catch (InvalidPathException e) {
                throw new Mistake("is not a path");
            }
        });
    }

    /** API_GetHostedZone: ids are told with the prefix {@code /hostedzone/}, which other calls do not take. */
    static Kind<String> zoneId() {
        return new Kind<>("the bare id of the hosted zone, at most 32 of A-Z and 0-9, such as Z0123456789ABCDEFGHIJ",
                text -> {
                    if (text.startsWith("/hostedzone/")) {
                        throw new Mistake("has the prefix /hostedzone/");
                    }
                    if (!ZONE_ID.matcher(text).matches()) {
                        throw new Mistake("is not the id of a hosted zone");
                    }
                    return text;
                });
    }

    /** RFC 7617: a user's name ends at the first colon. */
    static Kind<String> user() {
        return new Kind<>("a name without a colon", text -> {
            if (text.contains(":")) {
                throw new Mistake("has a colon");
            }
            return text;
        });
    }

    static Kind<String> secret() {
        return new Kind<>("any text on one line; better {{file:/path}} or {{env:NAME}} than the secret itself",
                text -> text);
    }
}
