package io.lbkeeper.command;

import io.lbkeeper.status.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A status for people in a terminal: what is wrong comes first. */
final class StatusText {
    private static final Duration A_DAY = Duration.ofDays(1);

    private StatusText() {
    }

    static String of(Status status, Instant now, boolean live) {
        List<String> lines = new ArrayList<>();
        if (!live) {
            boolean gone = ProcessHandle.of(status.process().pid()).filter(ProcessHandle::isAlive).isEmpty();
            lines.add("STALE: the service does not cycle, or can't write its status; this is how it stood "
                    + ago(status.process().at(), now) + (gone ? " (process " + status.process().pid() + " is gone)"
                            : ""));
        }
        status.alarms().forEach(alarm -> lines.add("ALARM: " + alarm));
        asked(status).forEach(words -> lines.add("ASKED: " + status.process().node() + " is " + words));
        lines.add(name(status));
        status.nodes().forEach(node -> lines.add(node(node, status, now)));
        lines.add(line("decision", status.decision().name() + " since " + span(status.decision().since(), now) + ": "
                + status.decision().reason()));
        status.change().ifPresent(sent -> lines.add(line("last change", sent.decision() + " " + ago(sent.at(), now)
                + ": " + sent.outcome())));
        lines.add(line("propagation", status.propagation()));
        status.name().challenger().ifPresent(by -> lines.add(line("challenge", by + " challenges "
                + status.name().owner().orElse("the owner"))));
        if (!status.holdDown().isZero()) {
            lines.add(line("hold-down", "no other move by this node for " + span(status.holdDown())));
        }
        Status.Process process = status.process();
        process.lacks().ifPresent(lacks -> lines.add(line("provider", lacks)));
        lines.add(line("service", "lbkeeper " + process.version() + " on " + process.node() + ", process "
                + process.pid() + " since " + span(process.started(), now) + ", " + process.cycles()
                + " cycles, the last one " + ago(process.at(), now) + (process.dryRun() ? "; lb.dry-run=true: nothing "
                        + "is ever changed" : "")));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> asked(Status status) {
        List<String> asked = new ArrayList<>();
        status.requests().pause().ifPresent(asked::add);
        status.requests().drain().ifPresent(asked::add);
        return asked;
    }

    private static String name(Status status) {
        Status.Name name = status.name();
        return line("name", name.service() + name.address().map(at -> " is " + at).orElse(" is not one plain address")
                + name.owner().map(owner -> ", owned by " + owner).orElse(", owned by nobody")
                + name.epoch().map(epoch -> " (epoch " + epoch + ")").orElse("")
                + name.others().map(others -> "; further names: " + others).orElse(""));
    }

    private static String node(Status.Node node, Status status, Instant now) {
        boolean owner = status.name().owner().filter(node.node()::equals).isPresent();
        return line(node.node(), node.health() + " for " + span(node.since(), now) + ", checked "
                + ago(node.checked(), now) + ": " + node.detail() + (owner ? "; owner" : "; standby")
                + (node.own() ? ", this node" : "") + node.address().map(at -> ", at " + at).orElse("")
                + (node.up() ? "" : ", counts as down") + agent(node));
    }

    private static String agent(Status.Node node) {
        return switch (node.agent()) {
            case "SILENT" -> ", its lbkeeper is silent";
            case "LEAVING" -> ", does not want the name";
            default -> "";
        };
    }

    private static String line(String what, String words) {
        return String.format(Locale.ROOT, "%-12s %s", what, words);
    }

    private static String ago(Instant then, Instant now) {
        return span(then, now) + " ago";
    }

    private static String span(Instant then, Instant now) {
        return span(Duration.between(then, now));
    }

    private static String span(Duration time) {
        Duration whole = time.isNegative() ? Duration.ZERO : time;
        if (whole.compareTo(A_DAY) >= 0) {
            return whole.toDays() + " d " + whole.toHoursPart() + " h";
        }
        return Optional.of(whole).filter(one -> one.toHours() > 0)
                .map(one -> one.toHours() + " h " + one.toMinutesPart() + " min")
                .orElseGet(() -> whole.toMinutes() > 0 ? whole.toMinutes() + " min " + whole.toSecondsPart() + " s"
                        : whole.toSeconds() + " s");
    }
}
