package io.lbkeeper.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The judged values by their keys, each with the text it came from: the file's, or the default. */
final class Values {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    <T> void put(Setting<T> setting, String key, String text) throws Mistake {
        values.put(key, setting.kind().parse(text));
        texts.put(key, text);
    }

    <T> Optional<T> get(Setting<T> setting) {
        return get(setting, setting.name());
    }

    /** For a family of keys. Only {@link #put} writes, and it keeps key and type together. */
    @SuppressWarnings("unchecked")
    <T> Optional<T> get(Setting<T> setting, String key) {
        return Optional.ofNullable((T) values.get(key));
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(texts.get(key));
    }
}
