package io.lbkeeper.probe;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the system's {@code ping} has said. Its exit code alone is not enough: some say 1 both for no answer and for an
 * option that they don't know. Only where it tells that it has sent a packet, silence means anything.
 */
final class PingWords {
    private static final int LONGEST_QUOTE_CHARS = 160;
    private static final Pattern COUNTED = Pattern.compile(
            "([0-9]+) packets transmitted, ([0-9]+) (?:packets )?received");
    private static final Pattern TIME = Pattern.compile("time[=<]([0-9.]+ ?ms)");
    /** A router, or this machine itself, on behalf of the one that was asked for. */
    private static final Pattern RETURNED = Pattern.compile("(?m)^From (\\S+)[: ].*?icmp_seq=[0-9]+ (.+)$");
    private static final Pattern NOT_ALLOWED = Pattern.compile("(?i)not permitted|permission denied|cap_net_raw");

    private PingWords() {
    }

    static Check judge(String words) {
        if (NOT_ALLOWED.matcher(words).find()) {
            return new Check(Health.UNKNOWN, "could not ask: this user may not ping; see net.ipv4.ping_group_range in "
                    + "checks.md, or use lb.check.kind=tcp. ping said: " + quoted(words));
        }
        Matcher counted = COUNTED.matcher(words);
        if (!counted.find() || Long.parseLong(counted.group(1)) == 0) {
            return new Check(Health.UNKNOWN, "could not ask: ping said " + quoted(words));
        }
        if (Long.parseLong(counted.group(2)) > 0) {
            Matcher time = TIME.matcher(words);
            return new Check(Health.OK, "answers a ping" + (time.find() ? " in " + time.group(1) : ""));
        }
        Matcher returned = RETURNED.matcher(words);
        if (!returned.find()) {
            return Check.TIMED_OUT;
        }
        String why = returned.group(2).strip();
        return why.contains("nreachable") && !why.contains("Port") ? Check.UNREACHABLE
                : new Check(Health.DEAD, "a ping came back from " + returned.group(1) + ": " + why);
    }

    private static String quoted(String words) {
        String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.isEmpty() ? "nothing" : '"' + (line.length() <= LONGEST_QUOTE_CHARS ? line
                : line.substring(0, LONGEST_QUOTE_CHARS) + "…") + '"';
    }
}
