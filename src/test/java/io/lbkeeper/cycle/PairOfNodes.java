package io.lbkeeper.cycle;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Rules;
import java.time.Duration;
import java.util.List;

/** lb1, which is this node, and lb2; settings are the defaults. */
final class PairOfNodes {
    static final Duration INTERVAL = Duration.ofSeconds(5);
    static final Duration FASTINTER = Duration.ofSeconds(1);
    static final Duration RECORDS_INTERVAL = Duration.ofSeconds(60);
    static final Duration TTL = Duration.ofSeconds(60);
    static final Rules RULES = rules("lb1", "lb2");
    static final Check OK = new Check(Health.OK, "fine");
    static final Check DEAD = new Check(Health.DEAD, "connection refused");

    private PairOfNodes() {
    }

    static Rules rules(String... nodes) {
        return new Rules("lb1", List.of(nodes), "example.com",
                List.of("lb.example.com"), TTL, INTERVAL, FASTINTER, 3, 2,
                Duration.ofSeconds(2), Duration.ofSeconds(60), RECORDS_INTERVAL);
    }

    static Target target(String node) {
        return node.equals("lb1") ? new Target(node, "", "http://127.0.0.1:1/")
                : new Target(node, "203.0.113.20", "http://203.0.113.20:1/");
    }

    static RecordSet node(String node, String address) {
        return address(node + ".example.com", address);
    }

    static RecordSet service(String address) {
        return address("lb.example.com", address);
    }

    static RecordSet owner(String node, String address) {
        return RecordSet.simple("_owner.lb.example.com", "TXT", TTL, "\"v=1 owner=" + node + " address=" + address
                + " epoch=7 nonce=n-7 inter=5\"");
    }

    private static RecordSet address(String name, String address) {
        return RecordSet.simple(name, address.contains(":") ? "AAAA" : "A", TTL, address);
    }
}
