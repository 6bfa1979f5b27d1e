package io.lbkeeper.command;

import io.lbkeeper.status.Alarms;
import io.lbkeeper.supervision.EditListener;
import io.lbkeeper.systemd.Systemd;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what becomes of edits: in the log, to systemd, and by an alarm that stands while the files are bad. */
record ToldEdits(Alarms alarms, Supplier<Optional<Systemd>> systemd) implements EditListener {
    private static final Logger LOG = LoggerFactory.getLogger("lbkeeper");
    private static final String ALARM = "edit";

    @Override
    public void taking(String files) {
        systemd.get().ifPresent(Systemd::reloading);
    }

    @Override
    public void taken(String files) {
        alarms.clear(ALARM);
        LOG.info("Edit: {} taken up", files);
        systemd.get().ifPresent(Systemd::reloaded);
    }

    @Override
    public void refused(String why) {
        alarms.raise(ALARM, "An edit was not taken up, and what ran runs on: " + why.lines().findFirst().orElse(""));
        LOG.warn("Edit: not taken up, and what ran runs on: {}", why);
        systemd.get().ifPresent(Systemd::reloaded);
    }

    @Override
    public void asBefore() {
        alarms.clear(ALARM);
        LOG.info("Edit: the files are again those that run");
    }
}
