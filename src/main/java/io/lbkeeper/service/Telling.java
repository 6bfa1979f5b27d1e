package io.lbkeeper.service;

import io.lbkeeper.audit.Audit;
import io.lbkeeper.audit.Auditor;
import io.lbkeeper.cycle.Cycle;
import io.lbkeeper.propagation.Follower;
import io.lbkeeper.requests.RequestDesk;
import io.lbkeeper.requests.RequestFiles;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.status.Alarms;
import io.lbkeeper.status.Status;
import io.lbkeeper.status.StatusBoard;
import io.lbkeeper.status.StatusFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The beans by which people ask something of the service and are told how it stands. */
final class Telling {
    private static final String REQUESTS = "requests";

    private Telling() {
    }

    static Map<String, Object> beans(Settings settings, Surroundings surroundings, Cycle cycle, Follower follower) {
        Alarms alarms = new Alarms();
        Optional<Path> state = surroundings.state();
        RequestDesk desk = new RequestDesk(state.map(RequestFiles::new), surroundings.wall(),
                unread -> tell(unread, alarms));
        Consumer<Status> file = state.<Consumer<Status>>map(dir -> StatusFile.beside(dir, alarms)).orElse(status -> {
        });
        StatusBoard board = new StatusBoard(new StatusBoard.Reporter(Version.current(), ProcessHandle.current().pid(),
                surroundings.wall().get(), stale(settings), settings.dryRun()), alarms,
                follower::state, surroundings.wall(), file);
        cycle.add(desk);
        cycle.add(board);
        Map<String, Object> beans = new LinkedHashMap<>();
        beans.put("alarms", alarms);
        beans.put(REQUESTS, desk);
        beans.put("status", board);
        state.ifPresent(dir -> cycle.add(new Auditor(new Audit(dir), alarms, surroundings.wall())));
        beans.putAll(Notifying.beans(settings, surroundings, cycle, follower, alarms));
        return beans;
    }

    /** Brings other settings to them. */
    static void goBy(Settings settings, Map<String, Object> lasting) {
        ((StatusBoard) lasting.get("status")).goBy(stale(settings), settings.dryRun());
        Notifying.goBy(settings, lasting);
    }

    static Duration stale(Settings settings) {
        return settings.watchdog().dividedBy(2);
    }

    private static void tell(List<String> unread, Alarms alarms) {
        if (unread.isEmpty()) {
            alarms.clear(REQUESTS);
        } else {
            alarms.raise(REQUESTS, String.join(" ", unread));
        }
    }
}
