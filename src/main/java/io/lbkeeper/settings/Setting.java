package io.lbkeeper.settings;

import java.util.Optional;

/**
 * One setting, declared.
 *
 * @param fallback the text that counts when the file has none; absent when the file must have one
 * @param secret   whether its value must never be shown, also not when it is wrong
 */
record Setting<T>(String name, Optional<String> fallback, Kind<T> kind, String meaning, boolean secret) {

    static <T> Setting<T> required(String name, Kind<T> kind, String meaning) {
        return new Setting<>(name, Optional.empty(), kind, meaning, false);
    }

    static <T> Setting<T> with(String name, String fallback, Kind<T> kind, String meaning) {
        return new Setting<>(name, Optional.of(fallback), kind, meaning, false);
    }

    Setting<T> asSecret() {
        return new Setting<>(name, fallback, kind, meaning, true);
    }
}
