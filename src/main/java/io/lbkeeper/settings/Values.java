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

    /** A copy with another text for this setting, which is known to be a good one. */
    <T> Values with(Setting<T> setting, String text) {
        Values copy = new Values();
        copy.values.putAll(values);
        copy.texts.putAll(texts);
        try {
            copy.put(setting, setting.name(), text);
        } catch (Mistake e) {
            throw new IllegalStateException(setting.name() + "=" + text + " was judged good and is not", e);
        }
        return copy;
    }

    <T> Optional<T> get(Setting<T> setting) {
        return get(setting, setting.name());
    }

    /** The same once all are judged and good, when each has a value. */
    <T> T inEffect(Setting<T> setting) {
        return get(setting).orElseThrow();
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
