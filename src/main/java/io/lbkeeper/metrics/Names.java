package io.lbkeeper.metrics;

/** The metrics' names, as Micrometer writes them: for Prometheus the dots become underlines, and the unit is added. */
final class Names {
    static final String OWNER = "lbkeeper.owner";
    static final String NODE_HEALTH = "lbkeeper.node.health";
    static final String NODE_AGENT_SILENT = "lbkeeper.node.agent.silent";
    static final String RECORD_MATCHES = "lbkeeper.service.record.matches";
    static final String CHANGE_PENDING = "lbkeeper.change.pending";
    static final String EPOCH = "lbkeeper.epoch";
    static final String CYCLES = "lbkeeper.cycles";
    static final String CYCLE_DURATION = "lbkeeper.cycle.duration";
    static final String LAST_CYCLE = "lbkeeper.last.cycle.timestamp";
    static final String LAST_READ = "lbkeeper.last.records.read.timestamp";
    static final String STALE_AFTER = "lbkeeper.stale.after";
    static final String RECORDS_INTERVAL = "lbkeeper.records.interval";
    static final String WRITES = "lbkeeper.writes";
    static final String MOVES = "lbkeeper.moves";
    static final String CHALLENGES = "lbkeeper.challenges";
    static final String CHECK_DURATION = "lbkeeper.check.duration";
    static final String API_DURATION = "lbkeeper.api.duration";
    static final String HOLD_DOWN = "lbkeeper.hold.down";
    static final String PAUSED = "lbkeeper.paused";
    static final String DRAINED = "lbkeeper.drained";
    static final String ALARMS = "lbkeeper.alarms";
    static final String NOTICES = "lbkeeper.notices";
    static final String BUILD_INFO = "lbkeeper.build.info";
    static final String SETTINGS_INFO = "lbkeeper.settings.info";

    private Names() {
    }
}
