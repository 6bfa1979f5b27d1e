package io.lbkeeper.settings;

import java.nio.file.Path;

/**
 * The state directory that a settings file names, also where much else in the file is wrong: whoever asks how a service
 * stands may do so because its settings are broken.
 */
public final class StateDirectory {
    private StateDirectory() {
    }

    /** @throws SettingsException if the file can't be read, or names no directory that there could be */
    public static Path in(Path config) throws SettingsException {
        PropertiesFile file = PropertiesFile.read(config);
        Judgement judgement = new Judgement(file, new References(System::getenv));
        String key = Declared.STATE_DIR.name();
        return judgement.values().get(Declared.STATE_DIR).orElseThrow(() -> new SettingsException(judgement.problems()
                .stream().filter(problem -> problem.key().equals(key)).toList()));
    }
}
