package io.lbkeeper.settings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The settings on which all nodes must agree, so that each counts, waits and writes as the others expect it to. None
 * is a secret. As text they are one line of ASCII, {@code lb.check.fall=3;lb.check.interval=5s;…}.
 *
 * @param values by key; lists sorted, since their order is each node's own affair
 */
public record SharedSettings(Map<String, String> values) {
    /** Room for a hundred nodes and backends. HAProxy refuses a request whose headers fill its buffer of 16 KiB. */
    private static final int LONGEST_CHARS = 4000;
    private static final int LONGEST_LIST_CHARS = 1000;
    private static final Pattern ENTRY = Pattern.compile("(lb\\.[a-z0-9.-]+)=([!-~&&[^;]]*)");

    /** One setting that two nodes have otherwise. */
    public record Difference(String key, String mine, String theirs) {
    }

    public SharedSettings {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public static SharedSettings of(Settings settings) {
        Map<String, String> shared = new TreeMap<>();
        shared.put(Declared.NODES.name(), sorted(settings.nodes()));
        shared.put(Declared.DOMAIN.name(), settings.domain());
        shared.put(Declared.SERVICE.name(), services(settings.services()));
        shared.put(Declared.DNS.name(), settings.dns());
        shared.put(Declared.ZONE_ID.name(), settings.zoneId().orElse(""));
        shared.put(Declared.TTL.name(), written(settings.ttl()));
        shared.put(DeclaredChecks.KIND.name(), settings.checks().kind());
        shared.put(Declared.INTERVAL.name(), written(settings.interval()));
        shared.put(Declared.FASTINTER.name(), written(settings.fastinter()));
        shared.put(Declared.CHECK_TIMEOUT.name(), written(settings.checkTimeout()));
        shared.put(Declared.FALL.name(), String.valueOf(settings.fall()));
        shared.put(Declared.RISE.name(), String.valueOf(settings.rise()));
        shared.put(Declared.GRACE.name(), written(settings.grace()));
        shared.put(Declared.HOLD_DOWN.name(), written(settings.holdDown()));
        shared.put(Declared.BACKENDS.name(), sorted(settings.backends()));
        shared.put(Declared.FRONTENDS.name(), sorted(settings.frontends()));
        return new SharedSettings(shared);
    }

    /** Reads another node's text; empty where it is none. */
    public static Optional<SharedSettings> parse(String text) {
        if (text.length() > LONGEST_CHARS) {
            return Optional.empty();
        }
        Map<String, String> values = new TreeMap<>();
        for (String part : text.split(";", -1)) {
            Matcher entry = ENTRY.matcher(part);
            if (!entry.matches()) {
                return Optional.empty();
            }
            values.put(entry.group(1), entry.group(2));
        }
        return Optional.of(new SharedSettings(values));
    }

    /** The text as it is told to others; empty where it would be too long for a header. */
    public Optional<String> told() {
        return Optional.of(text()).filter(text -> text.length() <= LONGEST_CHARS);
    }

    public String text() {
        return values.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(";"));
    }

    /** What the two have otherwise. A key that only one of them knows is another version's, and no difference. */
    public List<Difference> differences(SharedSettings theirs) {
        return values.entrySet().stream().filter(mine -> theirs.values.containsKey(mine.getKey())
                && !theirs.values.get(mine.getKey()).equals(mine.getValue()))
                .map(mine -> new Difference(mine.getKey(), mine.getValue(), theirs.values.get(mine.getKey()))).toList();
    }

    /** The first counts, and the order of the others does not. Too many for a header are told by a checksum. */
    private static String services(List<String> names) {
        String others = sorted(names.subList(1, names.size()));
        return names.get(0) + (others.isEmpty() ? "" : "," + (others.length() <= LONGEST_LIST_CHARS ? others
                : (names.size() - 1) + "-more-" + checksum(others)));
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.US_ASCII));
        return Long.toHexString(sum.getValue());
    }

    private static String sorted(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining(","));
    }

    /** The same time is the same text, however it stands in the file. */
    private static String written(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }
}
