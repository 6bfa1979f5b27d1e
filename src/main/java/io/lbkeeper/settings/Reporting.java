package io.lbkeeper.settings;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How people are told of what happens: by notices, by the log, and by a page.
 *
 * @param channels  of notices, in the order of the settings; the kamelets are {@code notify-<channel>-action}
 * @param least     of what there are notices: {@code alarms}, {@code moves} or {@code all}
 * @param timeout   for one try
 * @param queueSize for each channel
 * @param command   the program of the channel {@code command} with its arguments; empty without one
 * @param logFormat {@code text} or {@code json}
 * @param summary   how often the log sums up; zero for never
 * @param http      where the status page and its kin are served; empty for nowhere, and port 0 is any free one
 */
public record Reporting(List<String> channels, String least, Duration timeout, int tries, int queueSize,
        List<String> command, String logFormat, Duration summary, Optional<InetSocketAddress> http) {

    static Reporting of(Values values) {
        return new Reporting(values.inEffect(DeclaredNotices.NOTIFY), values.inEffect(DeclaredNotices.LEAST),
                values.inEffect(DeclaredNotices.TIMEOUT), values.inEffect(DeclaredNotices.TRIES),
                values.inEffect(DeclaredNotices.QUEUE), values.inEffect(DeclaredNotices.COMMAND),
                values.inEffect(DeclaredNotices.LOG_FORMAT), values.inEffect(DeclaredNotices.LOG_SUMMARY),
                values.inEffect(Declared.HTTP));
    }
}
