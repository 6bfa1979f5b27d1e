package io.lbkeeper.command;

import io.lbkeeper.settings.Settings;
import io.lbkeeper.status.Status;
import io.lbkeeper.status.StatusFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** The service names that this node knew when it ran last, and that are in the settings no more. */
final class DroppedNames {
    private DroppedNames() {
    }

    /** None where it knew one name only: a start is to be quick, and few have several. */
    static List<String> of(Settings settings) {
        try {
            if (!Files.readString(StatusFile.in(settings.stateDir())).contains("\"further\"")) {
                return List.of();
            }
        } catch (IOException nobodyKnows) {
            return List.of();
        }
        Optional<Status.Name> last = new RunningService(settings.stateDir()).quietly().map(Status::name);
        return last.stream().flatMap(Status.Name::all).filter(name -> !settings.services().contains(name)).toList();
    }
}
