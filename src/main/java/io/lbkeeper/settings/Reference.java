package io.lbkeeper.settings;

import java.util.List;
import java.util.Optional;

/**
 * A setting as people look it up.
 *
 * @param fallback what counts when it is not set; absent where it must be set
 * @param allowed  what its value may be, in words
 * @param meaning  in words, with what is to be typed in backquotes
 */
public record Reference(String name, Optional<String> fallback, String allowed, String meaning) {

    /** All settings, in the order in which they are declared. */
    public static List<Reference> all() {
        return Declared.ALL.stream().map(setting -> new Reference(setting.name(), setting.fallback(),
                setting.kind().allowed(), setting.meaning())).toList();
    }
}
