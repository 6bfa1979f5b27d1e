package io.lbkeeper.command;

import io.lbkeeper.supervision.EditListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log what becomes of edits. */
final class ToldEdits implements EditListener {
    private static final Logger LOG = LoggerFactory.getLogger("lbkeeper");

    @Override
    public void taking(String files) {
        LOG.debug("Edit: {} judged good", files);
    }

    @Override
    public void taken(String files) {
        LOG.info("Edit: {} taken up", files);
    }

    @Override
    public void refused(String why) {
        LOG.warn("Edit: not taken up, and what ran runs on: {}", why);
    }

    @Override
    public void asBefore() {
        LOG.info("Edit: the files are again those that run");
    }
}
