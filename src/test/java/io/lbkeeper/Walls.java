package io.lbkeeper;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The walls between the packages, which {@link TidyTest} holds: what each may import besides its own classes. */
final class Walls {
    /** What each package may import besides its own classes; everything else is behind a wall. */
    static final Map<String, List<String>> WALLS = new TreeMap<>(Map.of(
            "decision", List.of("java.util.", "java.time."),
            "observation", List.of("java.", "javax.net.ssl.", "org.apache.commons.csv.", "org.xbill.DNS.",
                    "io.lbkeeper.decision.", "software.amazon.awssdk.services.route53.model.",
                    "software.amazon.awssdk.awscore.exception."),
            "settings", List.of("java.", "org.xbill.DNS.Address", "io.lbkeeper.decision.Powers"),
            "route53", List.of("java.", "javax.net.ssl.", "org.apache.camel.", "org.apache.hc.",
                    "software.amazon.awssdk.", "org.slf4j."),
            "localroute53", List.of("java.", "javax.crypto.", "javax.xml.", "org.w3c.dom.", "org.xml.sax.",
                    "com.sun.net.httpserver.", "org.xbill.DNS.", "org.slf4j."),
            "cycle", List.of("java.", "org.apache.camel.", "org.apache.hc.", "org.xbill.DNS.", "org.slf4j.",
                    "io.lbkeeper.decision.", "io.lbkeeper.observation.", "io.lbkeeper.dnsupdate.",
                    "io.lbkeeper.thread.", "software.amazon.awssdk.services.route53."),
            "propagation", List.of("java.", "org.xbill.DNS.", "org.apache.camel.Body", "io.lbkeeper.decision.",
                    "io.lbkeeper.nameserver.", "io.lbkeeper.thread."),
            "manual", List.of("java.util.", "picocli."),
            "timing", List.of("java.time.", "java.util.", "org.apache.camel.", "org.slf4j."),
            "demo", List.of("java.", "org.xbill.DNS.", "org.slf4j.", "io.lbkeeper.command.")));

    static {
        WALLS.put("thread", List.of("java."));
        WALLS.put("nameserver", List.of("java.", "org.xbill.DNS."));
        WALLS.put("dnsupdate", List.of("java.", "org.apache.camel.", "org.xbill.DNS.", "io.lbkeeper.nameserver."));
        WALLS.put("policy", List.of("java.util.", "io.lbkeeper.settings."));
        WALLS.put("line", List.of("java.", "io.lbkeeper.cycle.Target"));
        WALLS.put("dyndns2", List.of("java.", "org.apache.camel.", "org.slf4j.", "org.xbill.DNS.",
                "io.lbkeeper.decision.", "io.lbkeeper.nameserver.", "io.lbkeeper.thread."));
        WALLS.put("probe", List.of("java.", "io.lbkeeper.cycle.Target", "io.lbkeeper.decision.",
                "io.lbkeeper.observation.Unreachable"));
        WALLS.put("supervision", List.of("java."));
        WALLS.put("systemd", List.of("java.", "org.slf4j."));
        WALLS.put("json", List.of("java."));
        WALLS.put("plain", List.of("java.", "org.apache.camel.", "io.lbkeeper.decision.", "io.lbkeeper.json.",
                "io.lbkeeper.cycle.HttpDeadline", "io.lbkeeper.observation.SeenText"));
        WALLS.put("notice", List.of("java.", "org.slf4j.", "org.apache.camel.", "io.lbkeeper.decision.",
                "io.lbkeeper.cycle.Sight", "io.lbkeeper.cycle.Witness", "io.lbkeeper.json.",
                "io.lbkeeper.status.Alarms"));
        WALLS.put("log", List.of("java.", "org.slf4j.", "ch.qos.logback.", "co.elastic.logging.",
                "io.lbkeeper.decision.", "io.lbkeeper.cycle.Sight", "io.lbkeeper.cycle.Witness",
                "io.lbkeeper.json."));
        WALLS.put("audit", List.of("java.", "org.slf4j.", "io.lbkeeper.decision.", "io.lbkeeper.cycle.Sight",
                "io.lbkeeper.cycle.Witness", "io.lbkeeper.json.", "io.lbkeeper.status.Alarms", "io.lbkeeper.thread."));
        WALLS.put("check", List.of("java.", "org.slf4j.", "ch.qos.logback.", "org.apache.camel.", "org.snakeyaml.",
                "com.fasterxml.jackson.", "com.networknt.schema.", "io.lbkeeper.decision.", "io.lbkeeper.settings.",
                "io.lbkeeper.service.", "io.lbkeeper.cycle.", "io.lbkeeper.observation.", "io.lbkeeper.route53.",
                "io.lbkeeper.dnsupdate.", "org.xbill.DNS.", "software.amazon.awssdk."));
        WALLS.put("requests", List.of("java.", "io.lbkeeper.decision.", "io.lbkeeper.cycle.Witness",
                "io.lbkeeper.thread."));
        WALLS.put("markup", List.of("java.util."));
        WALLS.put("http", List.of("java.", "com.sun.net.httpserver.", "org.slf4j.", "org.xbill.DNS.Address",
                "org.apache.camel.util.json.", "io.lbkeeper.markup.", "io.lbkeeper.status."));
        WALLS.put("metrics", List.of("java.", "io.micrometer.core.", "io.micrometer.prometheusmetrics.",
                "io.prometheus.metrics.", "org.apache.camel.", "io.lbkeeper.cycle.", "io.lbkeeper.decision.",
                "io.lbkeeper.notice.NoticeCounts", "io.lbkeeper.propagation.Propagation", "io.lbkeeper.status."));
        WALLS.put("status", List.of("java.", "org.slf4j.", "org.apache.camel.util.json.", "io.lbkeeper.decision.",
                "io.lbkeeper.cycle.", "io.lbkeeper.propagation.", "io.lbkeeper.thread."));
    }

    static final String LOCAL = "io.lbkeeper.localroute53.";
    /** The walls inside the local Route 53. The lowest is first; who reaches others reaches down. */
    static final Map<String, List<String>> LOCAL_WALLS = Map.of(
            "zone", List.of("java.util.", "java.time.", "java.io.ByteArrayOutputStream", "java.io.IOException",
                    "org.xbill.DNS."),
            "health", List.of("java.util.", "org.xbill.DNS.Address", LOCAL + "zone."),
            "account", List.of("java.util.", "java.time.", "java.io.IOException", "org.slf4j.", LOCAL + "zone.",
                    LOCAL + "health."),
            "call", List.of("java.", LOCAL + "zone."),
            "xml", List.of("java.", "javax.xml.", "org.w3c.dom.", "org.xml.sax.", LOCAL + "zone.", LOCAL + "health."),
            "file", List.of("java.", LOCAL + "zone.", LOCAL + "health.", LOCAL + "account.",
                    LOCAL + "xml."),
            "signing", List.of("java.", "javax.crypto.", LOCAL + "zone.", LOCAL + "call."),
            "faults", List.of("java.", "org.slf4j.", LOCAL + "zone.", LOCAL + "call."),
            "dns", List.of("java.", "org.xbill.DNS.", "org.slf4j.", LOCAL + "zone.", LOCAL + "account."),
            "api", List.of("java.", "com.sun.net.httpserver.", "org.xbill.DNS.", "org.slf4j.", LOCAL + "zone.",
                    LOCAL + "health.", LOCAL + "account.", LOCAL + "call.", LOCAL + "xml.", LOCAL + "signing.",
                    LOCAL + "faults.", LOCAL + "dns."));

    static final String REHEARSAL = "io.lbkeeper.rehearsal.";
    private static final List<String> VALUES = List.of("java.util.", "java.time.", "io.lbkeeper.decision.");
    private static final List<String> VALUES_AND_ZONE = all(VALUES, List.of(LOCAL + "zone.",
            LOCAL + "account.HostedZone"));
    /** The walls inside the rehearsal, the lowest first: a world, who judges it, what befalls it, who acts in it. */
    static final Map<String, List<String>> REHEARSAL_WALLS = Map.of(
            "time", List.of("java.util.", "java.time."),
            "world", all(VALUES_AND_ZONE, List.of("io.lbkeeper.observation.", "io.lbkeeper.settings.",
                    REHEARSAL + "time.")),
            "referee", all(VALUES, List.of(REHEARSAL + "time.", REHEARSAL + "world.")),
            "scenario", all(VALUES, List.of("io.lbkeeper.settings.", REHEARSAL + "world.", REHEARSAL + "referee.")),
            "core", all(VALUES_AND_ZONE, List.of("io.lbkeeper.cycle.", "io.lbkeeper.line.", "io.lbkeeper.settings.",
                    REHEARSAL + "time.", REHEARSAL + "world.", REHEARSAL + "referee.", REHEARSAL + "scenario.")),
            "provider", all(VALUES_AND_ZONE, List.of("java.", "com.fasterxml.jackson.", "org.apache.camel.util.json.",
                    "org.xbill.DNS.")),
            "report", all(VALUES, List.of("java.io.", "java.nio.", "io.lbkeeper.markup.", REHEARSAL + "world.",
                    REHEARSAL + "referee.", REHEARSAL + "scenario.")),
            "routes", all(VALUES_AND_ZONE, List.of("java.", "org.apache.", "org.slf4j.", "ch.qos.logback.",
                    "software.amazon.awssdk.", "org.xbill.DNS.", "io.lbkeeper.cycle.",
                    "io.lbkeeper.dnsupdate.", "io.lbkeeper.dyndns2.", "io.lbkeeper.observation.", "io.lbkeeper.probe.",
                    "io.lbkeeper.propagation.", "io.lbkeeper.service.", "io.lbkeeper.settings.", REHEARSAL)));

    private static List<String> all(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private Walls() {
    }
}
