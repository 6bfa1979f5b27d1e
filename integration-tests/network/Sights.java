package network;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the witness has seen up to now, oldest first. Each sight differs from the one of its kind before. */
final class Sights {
    static final String ABSENT = "absent";
    private static final Pattern LINE = Pattern.compile("(\\d+) ([a-z-]+) (.*)");
    private static final Pattern EPOCH = Pattern.compile("epoch=(\\d+)");
    private static final Pattern OWNER = Pattern.compile("owner=(\\S+)");

    private final List<Sight> all;

    /** @param nanoTime the witness's, which is this process's too: both read the machine's monotonic clock */
    record Sight(long nanoTime, String kind, String text) {
        boolean isAbsent() {
            return text.startsWith(ABSENT);
        }
    }

    private Sights(List<Sight> all) {
        this.all = all;
    }

    static Sights of(List<String> lines) {
        return new Sights(lines.stream().map(LINE::matcher).filter(Matcher::matches)
                .map(line -> new Sight(Long.parseLong(line.group(1)), line.group(2), line.group(3))).toList());
    }

    /** The sights that began after a moment, and nothing of how it was before. */
    Sights since(long nanoTime) {
        return new Sights(all.stream().filter(sight -> sight.nanoTime() > nanoTime).toList());
    }

    Sights until(long nanoTime) {
        return new Sights(all.stream().filter(sight -> sight.nanoTime() <= nanoTime).toList());
    }

    List<Sight> of(String kind) {
        return all.stream().filter(sight -> sight.kind().equals(kind)).toList();
    }

    private Optional<Sight> last(String kind) {
        return of(kind).stream().reduce((first, second) -> second);
    }

    /** The address that clients get now. */
    String service() {
        return last("service").map(Sight::text).orElse(ABSENT);
    }

    /** The node that the owner record names now. */
    String owner() {
        Matcher owner = OWNER.matcher(last("owner").map(Sight::text).orElse(""));
        return owner.find() ? owner.group(1) : ABSENT;
    }

    /** It grows by one with each write of the owner record, so that no write escapes whoever looks at times only. */
    long epoch() {
        Matcher epoch = EPOCH.matcher(last("owner").map(Sight::text).orElse(""));
        return epoch.find() ? Long.parseLong(epoch.group(1)) : 0;
    }

    /** How often it was answered when it asked for the service record. */
    int answers() {
        return last("service-answers").map(Sight::text).map(Integer::parseInt).orElse(0);
    }

    String visit() {
        return last("visit").map(Sight::text).orElse("");
    }

    /** Sights of a name that is gone, after it was there. */
    List<Sight> gaps() {
        return all.stream().filter(Sight::isAbsent)
                .filter(gap -> all.stream().anyMatch(sight -> sight.kind().equals(gap.kind()) && !sight.isAbsent()
                        && sight.nanoTime() < gap.nanoTime())).toList();
    }

    /** One line for each sight, with the time since a moment. */
    String told(long nanoTime) {
        StringBuilder told = new StringBuilder();
        all.stream().filter(sight -> !sight.kind().endsWith("-answers"))
                .forEach(sight -> told.append("  %8.3f s  %-7s  %s%n".formatted(Duration.ofNanos(sight.nanoTime()
                        - nanoTime).toMillis() / 1000.0, sight.kind(), sight.text())));
        return told.toString();
    }
}
