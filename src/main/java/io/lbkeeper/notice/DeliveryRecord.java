package io.lbkeeper.notice;

import io.lbkeeper.status.Alarms;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what became of notices, and raises an alarm while the last one of a channel was lost. */
public final class DeliveryRecord implements Deliveries {
    /** The alarm's key. It is not sent as a notice: it would be lost too, and be one more to tell of. */
    public static final String ALARM = "notices";
    private static final Logger LOG = LoggerFactory.getLogger("lbkeeper");

    private final NoticeCounts counts;
    private final Alarms alarms;
    private final Map<String, String> failing = new TreeMap<>();

    public DeliveryRecord(NoticeCounts counts, Alarms alarms) {
        this.counts = counts;
        this.alarms = alarms;
    }

    /** What is no channel any more is none that fails. */
    public synchronized void goBy(List<String> channels) {
        if (failing.keySet().retainAll(channels)) {
            showAlarm();
        }
    }

    @Override
    public synchronized void arrived(String channel) {
        counts.sent(channel);
        if (failing.remove(channel) != null) {
            LOG.info("Notices arrive over {} again.", channel);
            showAlarm();
        }
    }

    @Override
    public void retried(String channel) {
        counts.retried(channel);
    }

    @Override
    public synchronized void lost(String channel, String why) {
        counts.lost(channel);
        if (failing.put(channel, why) == null) {
            LOG.warn("Notices do not arrive over {}: {}", channel, why);
        }
        showAlarm();
    }

    private void showAlarm() {
        if (failing.isEmpty()) {
            alarms.clear(ALARM);
        } else {
            alarms.raise(ALARM, "Notices do not arrive: " + failing.entrySet().stream()
                    .map(one -> one.getKey() + " (" + one.getValue() + ")").collect(Collectors.joining(", ")) + ".");
        }
    }
}
