package io.lbkeeper.service;

import io.lbkeeper.cycle.Ear;
import io.lbkeeper.cycle.Target;
import io.lbkeeper.settings.SharedSettings;
import io.lbkeeper.settings.SharedSettings.Difference;
import io.lbkeeper.status.Alarms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares this node's settings with what the peers' HAProxies tell of theirs. A peer of which nothing is told, since
 * it is gone, silent or older, leaves an alarm as it is: that is no sign that the two agree by now.
 */
final class PeerSettings implements Ear {
    private static final Logger LOG = LoggerFactory.getLogger("lbkeeper");

    private static final String KEY = "settings-";

    private final SharedSettings mine;
    private final String node;
    private final Alarms alarms;
    private final Map<String, String> compared = new ConcurrentHashMap<>();

    PeerSettings(String node, SharedSettings mine, Alarms alarms) {
        this.node = node;
        this.mine = mine;
        this.alarms = alarms;
    }

    /** After an edit: whoever is no longer one of the nodes has no say any more. */
    PeerSettings withoutAlarmsOfOthers(List<String> nodes) {
        alarms.byKey().keySet().stream().filter(key -> key.startsWith(KEY)
                && !nodes.contains(key.substring(KEY.length()))).forEach(alarms::clear);
        return this;
    }

    @Override
    public void heard(Target target, Optional<String> settings, Optional<String> date) {
        String peer = target.node();
        if (peer.equals(node) || settings.isEmpty() || settings.get().equals(compared.put(peer, settings.get()))) {
            return;
        }
        SharedSettings.parse(settings.get()).ifPresent(theirs -> compare(peer, mine.differences(theirs)));
    }

    private void compare(String peer, List<Difference> differences) {
        String key = KEY + peer;
        if (differences.isEmpty()) {
            if (alarms.clear(key)) {
                LOG.info("The settings of {} and {} agree again.", node, peer);
            }
            return;
        }
        String sentence = "The settings of " + node + " and " + peer + " differ: " + differences.stream()
                .map(one -> one.key() + " is " + shown(one.mine()) + " on " + node + " and " + shown(one.theirs())
                        + " on " + peer).collect(Collectors.joining("; ")) + ". Make them the same on both.";
        if (alarms.raise(key, sentence)) {
            LOG.warn(sentence);
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "empty" : value;
    }
}
