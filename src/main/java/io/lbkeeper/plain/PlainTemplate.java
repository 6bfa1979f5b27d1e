package io.lbkeeper.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain data in the form of a template, with the values of other plain data. A text {@code "<a.b>"} stands for what is
 * at {@code a.b}; {@code "<a.b?word>"} for the word where that is true, else for the empty text. An item of a list with
 * {@code <a[].b>} in it is there once for each of the list {@code a}. A field that is not there is an error.
 */
final class PlainTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("<([A-Za-z0-9_.\\[\\]-]+)(?:\\?([^<>]*))?>");
    private static final String EACH = "[]";

    private final Object data;

    PlainTemplate(Object data) {
        this.data = data;
    }

    Object fill(Object template) {
        return fill(template, Map.of());
    }

    /** @param chosen of each list that is gone through, by its path, the element it is the turn of */
    private Object fill(Object template, Map<String, Object> chosen) {
        if (template instanceof Map<?, ?> map) {
            Map<String, Object> filled = new LinkedHashMap<>();
            map.forEach((key, value) -> filled.put(String.valueOf(key), fill(value, chosen)));
            return filled;
        }
        if (template instanceof List<?> list) {
            List<Object> filled = new ArrayList<>();
            list.forEach(item -> repeat(item, chosen, filled));
            return filled;
        }
        return template instanceof String text ? fill(text, chosen) : template;
    }

    private void repeat(Object item, Map<String, Object> chosen, List<Object> filled) {
        Set<String> paths = new LinkedHashSet<>();
        collect(item, paths);
        Optional<String> list = paths.stream().flatMap(path -> firstOpen(path, chosen).stream()).findFirst();
        if (list.isEmpty()) {
            filled.add(fill(item, chosen));
            return;
        }
        Object elements = at(list.get(), chosen);
        if (!(elements instanceof List<?> all)) {
            throw new IllegalArgumentException(list.get() + " is no list but " + PlainData.quote(elements));
        }
        for (Object element : all) {
            Map<String, Object> more = new HashMap<>(chosen);
            more.put(list.get() + EACH, element);
            repeat(item, more, filled);
        }
    }

    /** The path of the outermost list that is still to be gone through. */
    private static Optional<String> firstOpen(String path, Map<String, Object> chosen) {
        for (int at = path.indexOf(EACH); at >= 0; at = path.indexOf(EACH, at + 1)) {
            if (!chosen.containsKey(path.substring(0, at) + EACH)) {
                return Optional.of(path.substring(0, at));
            }
        }
        return Optional.empty();
    }

    /** Those of lists inside are theirs. */
    private static void collect(Object template, Set<String> paths) {
        if (template instanceof Map<?, ?> map) {
            map.values().forEach(value -> collect(value, paths));
        } else if (template instanceof String text) {
            PLACEHOLDER.matcher(text).results().forEach(found -> paths.add(found.group(1)));
        }
    }

    private Object fill(String text, Map<String, Object> chosen) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        if (placeholder.matches()) {
            return value(placeholder.group(1), placeholder.group(2), chosen);
        }
        return placeholder.replaceAll(found -> Matcher.quoteReplacement(String.valueOf(
                value(found.group(1), found.group(2), chosen))));
    }

    private Object value(String path, String word, Map<String, Object> chosen) {
        if (word == null) {
            return at(path, chosen);
        }
        String parent = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
        Object there = parent.isEmpty() ? data : at(parent, chosen);
        String key = path.substring(path.lastIndexOf('.') + 1);
        List<?> all = there instanceof List<?> list ? list : List.of(there);
        return all.stream().anyMatch(one -> one instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get(key)))
                ? word : "";
    }

    private Object at(String path, Map<String, Object> chosen) {
        String known = chosen.keySet().stream().filter(key -> path.equals(key) || path.startsWith(key + "."))
                .max((one, other) -> one.length() - other.length()).orElse("");
        Object there = known.isEmpty() ? data : chosen.get(known);
        String rest = path.substring(known.length()).replaceFirst("^\\.", "");
        for (String key : rest.isEmpty() ? new String[0] : rest.split("\\.")) {
            Map<?, ?> map = PlainData.map(there, "where " + path + " looks for " + key);
            if (!map.containsKey(key)) {
                throw new IllegalArgumentException("there is no field " + key + ", where " + path + " looks for it, in "
                        + PlainData.quote(map));
            }
            there = map.get(key);
        }
        return there;
    }
}
