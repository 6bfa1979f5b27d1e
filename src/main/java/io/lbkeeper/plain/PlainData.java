package io.lbkeeper.plain;

import io.lbkeeper.observation.SeenText;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.Jsoner;

/** Reads plain data field by field. What is not as it must be ends in an {@link IllegalArgumentException}. */
final class PlainData {
    private static final int LONGEST_CHARS = 240;

    private PlainData() {
    }

    /** Text, bytes and streams hold JSON; all else is taken as it is. */
    static Object parse(Object given) throws IOException {
        if (given instanceof InputStream stream) {
            return parse(stream.readAllBytes());
        }
        String text = given instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8)
                : given instanceof CharSequence chars ? chars.toString() : null;
        if (text == null) {
            return given;
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("nothing instead of JSON");
        }
        try {
            return Jsoner.deserialize(text);
        } catch (DeserializationException | RuntimeException | StackOverflowError e) {
            throw new IllegalArgumentException("no JSON: " + quote(text), e);
        }
    }

    /** On one line, in quotes, at most 240 characters of it. */
    static String quote(Object seen) {
        String text = String.valueOf(seen);
        String line = SeenText.clean(text.length() > LONGEST_CHARS * 4 ? text.substring(0, LONGEST_CHARS * 4) : text);
        return '"' + (line.length() > LONGEST_CHARS ? line.substring(0, LONGEST_CHARS) + "…" : line) + '"';
    }

    static Map<?, ?> map(Object given, String what) {
        if (given instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(what + " is no map but " + quote(given));
    }

    static List<?> list(Map<?, ?> map, String key) {
        if (map.get(key) instanceof List<?> list) {
            return list;
        }
        throw odd(map, key, "a list");
    }

    static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof CharSequence text && !text.toString().isBlank()) {
            return text.toString();
        }
        throw odd(map, key, "a text");
    }

    /** One text or more, none of them blank. */
    static List<String> texts(Map<?, ?> map, String key) {
        List<String> texts = new ArrayList<>();
        for (Object one : list(map, key)) {
            if (!(one instanceof CharSequence text) || text.toString().isBlank()) {
                throw odd(map, key, "a list of texts");
            }
            texts.add(text.toString());
        }
        return texts;
    }

    static long number(Map<?, ?> map, String key, long most) {
        try {
            // Not every reader of JSON makes the same kind of number of the same digits.
            long number = map.get(key) instanceof Number given ? new BigDecimal(given.toString()).longValueExact() : -1;
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw odd(map, key, "a whole number from 0 to " + most);
        }
        throw odd(map, key, "a whole number from 0 to " + most);
    }

    /** A misspelt key would say something that nobody hears. */
    static void onlyKnows(Map<?, ?> map, Set<String> known) {
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw new IllegalArgumentException("the field " + quote(key) + " of " + quote(map)
                        + " is none of " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private static IllegalArgumentException odd(Map<?, ?> map, String key, String expected) {
        return new IllegalArgumentException((map.containsKey(key) ? "the field " + key + " is not " + expected
                : "there is no field " + key) + " in " + quote(map));
    }
}
