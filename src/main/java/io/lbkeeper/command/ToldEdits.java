package io.lbkeeper.command;

import io.lbkeeper.status.Alarms;
import io.lbkeeper.supervision.EditListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what becomes of edits: in the log, and by an alarm that stands for as long as the files are bad. */
record ToldEdits(Alarms alarms) implements EditListener {
    private static final Logger LOG = LoggerFactory.getLogger("lbkeeper");
    private static final String ALARM = "edit";

    @Override
    public void taking(String files) {
        LOG.debug("Edit: {} is good", files);
    }

    @Override
    public void taken(String files) {
        alarms.clear(ALARM);
        LOG.info("Edit: {} taken up", files);
    }

    @Override
    public void refused(String why) {
        alarms.raise(ALARM, "An edit was not taken up, and what ran runs on: " + why.lines().findFirst().orElse(""));
        LOG.warn("Edit: not taken up, and what ran runs on: {}", why);
    }

    @Override
    public void asBefore() {
        alarms.clear(ALARM);
        LOG.info("Edit: the files are again those that run");
    }
}
