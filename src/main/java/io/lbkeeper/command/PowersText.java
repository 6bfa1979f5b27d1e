package io.lbkeeper.command;

import io.lbkeeper.check.PowersInspection;
import io.lbkeeper.decision.Powers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What a DNS provider can do, as its change kamelet declares it in {@code metadata.annotations}. */
final class PowersText {
    private PowersText() {
    }

    /** Of the provider with this pair of kamelets; what can't be read declares nothing, and is told by others. */
    static Powers of(Path kamelets, String provider) {
        try {
            return of(Files.readString(kamelets.resolve("dns-" + provider + "-change-action.kamelet.yaml")));
        } catch (IOException | YamlEngineException e) {
            return Powers.UNTOLD;
        }
    }

    private static Powers of(String text) {
        Object root = new Load(LoadSettings.builder().build()).loadFromString(text);
        Object annotations = within(within(root, "metadata"), "annotations");
        return PowersInspection.powers(told(annotations, PowersInspection.COMPARE_AND_SWAP),
                told(annotations, PowersInspection.OWNER_RECORD));
    }

    private static Optional<String> told(Object annotations, String key) {
        return Optional.ofNullable(within(annotations, key)).map(Object::toString);
    }

    private static Object within(Object mapping, String key) {
        return mapping instanceof Map<?, ?> fields ? fields.get(key) : null;
    }
}
