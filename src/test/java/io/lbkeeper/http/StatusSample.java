package io.lbkeeper.http;

import io.lbkeeper.status.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A status as lb1 of a pair would tell it; each test changes what it is about. */
public final class StatusSample {
    public static final Instant AT = Instant.parse("2026-11-23T14:00:00Z");
    private static final Duration STALE = Duration.ofSeconds(26);

    private String owner = "lb1";
    private Optional<String> challenger = Optional.empty();
    private String health = "OK";
    private String detail = "2 backends usable";
    private String agent = "ALIVE";
    private final Map<String, String> further = new TreeMap<>();
    private Instant at = AT;
    private Duration holdDown = Duration.ZERO;
    private Status.Requested asked = new Status.Requested(Optional.empty(), Optional.empty(), Optional.empty());
    private List<String> alarms = List.of();
    private Status.Told decision = new Status.Told(AT.minusSeconds(600), "KeepRecord",
            "lb1 owns lb.example.com at 203.0.113.10, and its own HAProxy is OK.", false);

    public StatusSample ownedBy(String node) {
        owner = node;
        return this;
    }

    public StatusSample challengedBy(String node) {
        challenger = Optional.of(node);
        return this;
    }

    /** What is seen of lb2. */
    public StatusSample peer(String seen, String why) {
        health = seen;
        detail = why;
        return this;
    }

    public StatusSample peersAgent(String heard) {
        agent = heard;
        return this;
    }

    /** What is at a service name besides lb.example.com. */
    public StatusSample further(String name, String what) {
        further.put(name, what);
        return this;
    }

    public StatusSample at(Instant time) {
        at = time;
        return this;
    }

    public StatusSample holdDown(Duration left) {
        holdDown = left;
        return this;
    }

    public StatusSample drained(String words) {
        asked = new Status.Requested(Optional.empty(), Optional.of(words), Optional.empty());
        return this;
    }

    public StatusSample alarmed(String reason, String... others) {
        decision = new Status.Told(AT.minusSeconds(30), "RefuseToMove", reason, true);
        List<String> all = new ArrayList<>(List.of(reason));
        all.addAll(List.of(others));
        alarms = all;
        return this;
    }

    public Status build() {
        return new Status(new Status.Process("lb1", "0.1.0", 4711, AT.minusSeconds(86_400), at, STALE, 17_280, false),
                new Status.Name("lb.example.com", Optional.of("203.0.113.10"), Optional.of(owner), Optional.of(17L),
                        challenger, Optional.of(at.minusSeconds(2)), further),
                List.of(new Status.Node("lb1", true, Optional.of("203.0.113.10"), "OK", "2 backends usable", "UNTOLD",
                                true, 0, AT.minusSeconds(7200), at),
                        new Status.Node("lb2", false, Optional.of("203.0.113.20"), health, detail, agent,
                                health.equals("OK"), health.equals("OK") ? 0 : 7, AT.minusSeconds(45), at)),
                decision, Optional.of(new Status.Sent(AT.minusSeconds(7000), "TakeOver", "lb2 was gone.",
                        "applied as change C0123", true)),
                "change C0123 is in sync after 12 s; all 4 name servers have it.", true, holdDown, asked, alarms,
                List.of(decision, new Status.Told(AT.minusSeconds(7000), "TakeOver",
                        "lb2 owns lb.example.com at 203.0.113.20, and its HAProxy is DEAD (timed out).", false)));
    }
}
