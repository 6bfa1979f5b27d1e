package io.lbkeeper.settings;

import static io.lbkeeper.settings.Setting.with;

import java.time.Duration;
import java.util.List;

/** The settings of DNS providers other than Route 53, each declared once. */
final class DeclaredProviders {
    static final Setting<Duration> TIMEOUT = with("lb.dns.timeout", "3s", Durations.timeout(),
            "How long one read or one change of records may take, with all its tries; Route 53's calls have "
                    + "`lb.route53.timeout`.");

    static final List<Setting<?>> ALL = List.of(TIMEOUT);

    private DeclaredProviders() {
    }
}
