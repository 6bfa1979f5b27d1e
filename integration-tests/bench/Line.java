package bench;

import java.time.Duration;
import java.util.Optional;

/** One line of the table: what is measured of each contender. */
enum Line {
    RSS("rss", "RSS, MiB", 1),
    PSS("pss", "PSS, MiB", 1),
    CPU_HOLDER("cpu-holder", "CPU per interval where the name is, ms", 2),
    CPU_OTHER("cpu-other", "CPU per interval on the other machine, ms", 2),
    START("start", "start to the first correct answer, s", 2),
    KILL_1("kill-fall-1", "HAProxy killed, fall 1", Fault.KILL, Setting.FALL_1),
    HANG_1("hang-fall-1", "HAProxy hung, fall 1", Fault.HANG, Setting.FALL_1),
    BLACKHOLE_1("blackhole-fall-1", "machine blackholed, fall 1", Fault.BLACKHOLE, Setting.FALL_1),
    KILL_3("kill-fall-3", "HAProxy killed, fall 3", Fault.KILL, Setting.FALL_3),
    HANG_3("hang-fall-3", "HAProxy hung, fall 3", Fault.HANG, Setting.FALL_3),
    BLACKHOLE_3("blackhole-fall-3", "machine blackholed, fall 3", Fault.BLACKHOLE, Setting.FALL_3),
    ALONE_3("alone-fall-3", "killed with its agent, seen by the peer only, fall 3", Fault.ALONE, Setting.FALL_3),
    KILL_5S("kill-5s", "HAProxy killed, interval 5 s, fall 3", Fault.KILL, Setting.EASY),
    HAND_OVER("hand-over", "wanted hand-over, from the command", Fault.HAND_OVER, Setting.FALL_1),
    HAND_OVER_WRITTEN("hand-over-written", "wanted hand-over, from the written request, s", 2),
    LOSS_10("loss-10", "false failovers at 10 % loss, fall 3", 0),
    LOSS_30("loss-30", "false failovers at 30 % loss, fall 3", 0),
    CUT("cut", "changes while the link between the two is cut", 0),
    AFTER_CUT("after-cut", "changes after it is mended", 0);

    final String id;
    final String label;
    final int decimals;
    private final Fault fault;
    private final Setting setting;

    Line(String id, String label, int decimals) {
        this(id, label, decimals, null, null);
    }

    Line(String id, String label, Fault fault, Setting setting) {
        this(id, label + ", s", 2, fault, setting);
    }

    Line(String id, String label, int decimals, Fault fault, Setting setting) {
        this.id = id;
        this.label = label;
        this.decimals = decimals;
        this.fault = fault;
        this.setting = setting;
    }

    /** What is timed, for a line of a fault. */
    Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** For a line of a fault. */
    Setting setting() {
        return setting;
    }

    /** In the line's own unit; only a fault that has to be noticed has one. */
    Optional<Double> floor(Contender contender) {
        return fault().filter(kind -> kind != Fault.HAND_OVER).map(kind -> seconds(kind.floor(contender, setting)));
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
