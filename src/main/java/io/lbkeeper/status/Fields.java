package io.lbkeeper.status;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fields of one JSON object; one that has to be there and is not ends the reading. */
record Fields(Map<?, ?> json) {
    private static final int MILLI_DIGITS = 3;

    boolean has(String key) {
        return json.containsKey(key);
    }

    Optional<String> may(String key) {
        return Optional.ofNullable(json.get(key)).map(Object::toString);
    }

    String text(String key) {
        return may(key).orElseThrow(() -> new IllegalArgumentException("there is no " + key + " in it"));
    }

    long number(String key) {
        return Long.parseLong(text(key));
    }

    boolean flag(String key) {
        return Boolean.parseBoolean(text(key));
    }

    Instant time(String key) {
        return Instant.parse(text(key));
    }

    Duration seconds(String key) {
        return Duration.ofMillis(new BigDecimal(text(key)).movePointRight(MILLI_DIGITS).longValue());
    }

    Fields part(String key) {
        text(key);
        return new Fields((Map<?, ?>) json.get(key));
    }

    /** Empty where there is none. */
    Map<String, String> map(String key) {
        Map<String, String> map = new TreeMap<>();
        if (has(key)) {
            part(key).json.forEach((name, value) -> map.put(name.toString(), value.toString()));
        }
        return map;
    }

    List<Fields> list(String key) {
        text(key);
        return ((List<?>) json.get(key)).stream().map(one -> new Fields((Map<?, ?>) one)).toList();
    }

    List<String> texts(String key) {
        text(key);
        return ((List<?>) json.get(key)).stream().map(Object::toString).toList();
    }
}
