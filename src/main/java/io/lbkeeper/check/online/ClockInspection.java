package io.lbkeeper.check.online;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether this machine's wall clock is right. Decisions do not rest on it, but signatures, requests and logs do. */
final class ClockInspection {
    private static final String AREA = "clock";
    /** AWS refuses a request whose signature is older, or younger, than 5 minutes. */
    private static final Duration REFUSED = Duration.ofMinutes(5);
    private static final Duration NEARLY_REFUSED = Duration.ofMinutes(4);
    private static final Duration FAR_FROM_API = Duration.ofSeconds(30);
    /** Two logs side by side, and the hours at which requests end; an HTTP date alone may be off by a second. */
    private static final Duration FAR_FROM_PEER = Duration.ofSeconds(10);

    private ClockInspection() {
    }

    static List<OnlineFinding> of(WorldSight world) {
        List<OnlineFinding> found = new ArrayList<>();
        world.api().flatMap(ApiSight::ahead).ifPresent(ahead -> found.add(api(ahead)));
        world.clocks().forEach((node, ahead) -> {
            if (!node.equals(world.settings().node()) && ahead.abs().compareTo(FAR_FROM_PEER) > 0) {
                found.add(OnlineFinding.warning(AREA, "this machine and " + node + " do not have the same time",
                        node + " is " + far(ahead), "keep both by NTP (timedatectl set-ntp true)"));
            }
        });
        return found;
    }

    private static OnlineFinding api(Duration ahead) {
        String seen = "the API is " + far(ahead);
        String suggestion = "set this machine's clock, and keep it by NTP (timedatectl set-ntp true)";
        if (ahead.abs().compareTo(NEARLY_REFUSED) > 0) {
            return OnlineFinding.wrong(AREA, "this machine's clock is wrong, and AWS refuses requests that are "
                    + REFUSED.toMinutes() + " minutes off", seen, suggestion);
        }
        return ahead.abs().compareTo(FAR_FROM_API) > 0 ? OnlineFinding.warning(AREA, "this machine's clock is wrong",
                seen, suggestion) : OnlineFinding.note(AREA, "this machine and the API have the same time");
    }

    private static String far(Duration ahead) {
        return ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead");
    }
}
