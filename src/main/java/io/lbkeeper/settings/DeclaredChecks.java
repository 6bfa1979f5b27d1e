package io.lbkeeper.settings;

import static io.lbkeeper.settings.Setting.with;

import java.util.List;
import java.util.Optional;

/** The settings of checks that are not of HAProxy's stats page. A part of {@link Declared#ALL}. */
final class DeclaredChecks {
    static final Setting<String> KIND = with("lb.check.kind", Checks.HAPROXY, Kinds.choice(Checks.HAPROXY, Checks.TCP,
            Checks.PING),
            "How other nodes are checked: by HAProxy's stats page, by a TCP connection to `lb.check.port`, or by a "
                    + "ping. The last two know much less.");
    static final Setting<Optional<Integer>> PORT = with("lb.check.port", "", Kinds.number(1, 65_535).orNone(),
            "The port to connect to; required for `lb.check.kind=tcp`. With `ping`, this node's own port is looked at "
                    + "by it, and without it this node's own stats page.");

    static final List<Setting<?>> ALL = List.of(KIND, PORT);

    private DeclaredChecks() {
    }
}
