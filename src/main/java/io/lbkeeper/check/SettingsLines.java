package io.lbkeeper.check;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The keys of a settings file, judged or not.
 *
 * @param values by key
 * @param lines  where each key stands
 */
record SettingsLines(Map<String, String> values, Map<String, Integer> lines) {

    static SettingsLines read(Path file) {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // Whoever judges the settings says so.
            return new SettingsLines(Map.of(), Map.of());
        }
        Map<String, String> values = new HashMap<>();
        properties(text).forEach((key, value) -> values.put((String) key, (String) value));
        Map<String, Integer> places = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            for (Object key : properties(lines.get(i)).keySet()) {
                places.putIfAbsent((String) key, i + 1);
            }
        }
        return new SettingsLines(values, places);
    }

    private static Properties properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            // Whoever judges the settings says so; what was read before it counts.
            return properties;
        }
        return properties;
    }

    Place placeOf(String key, Path file) {
        return new Place(file.toString(), lines.getOrDefault(key, 1));
    }
}
