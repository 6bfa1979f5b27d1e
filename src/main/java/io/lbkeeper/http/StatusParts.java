package io.lbkeeper.http;

import io.lbkeeper.markup.Markup;
import io.lbkeeper.status.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The parts of the page, each an element with an id that is always there: alarms first, then the pair. */
final class StatusParts {
    private final Markup html;
    private final Instant now;

    StatusParts(Markup html, Instant now) {
        this.html = html;
        this.now = now;
    }

    void write(Optional<Status> current) {
        alarms(current.map(Status::alarms));
        part("nodes", "Nodes", () -> current.ifPresent(this::nodes));
        part("now", "Now", () -> current.ifPresent(this::state));
        part("timeline", "Decisions, the newest first", () -> current.ifPresent(this::timeline));
    }

    void about(Optional<Status> current) {
        html.begin("footer", "id", "about");
        current.ifPresent(this::about);
        html.endLine();
    }

    private void part(String id, String title, Runnable content) {
        html.begin("section", "aria-labelledby", id + "-title").put("h2", title, "id", id + "-title");
        html.begin("div", "id", id);
        content.run();
        html.end().endLine();
    }

    private void alarms(Optional<List<String>> alarms) {
        boolean quiet = alarms.filter(List::isEmpty).isPresent();
        html.begin("section", "aria-label", "Alarms").begin("div", "id", "alarms", "role", "status", "class",
                "banner " + (alarms.isEmpty() ? Look.WARN : quiet ? Look.GOOD : Look.BAD).style());
        if (alarms.isEmpty()) {
            html.text(Look.WARN.with("No cycle has completed yet: nothing is known."));
        } else if (quiet) {
            html.text(Look.GOOD.with("No alarm"));
        } else {
            html.text(Look.BAD.with(alarms.get().size() == 1 ? "1 alarm" : alarms.get().size() + " alarms"));
            html.begin("ul");
            alarms.get().forEach(alarm -> html.put("li", alarm, "class", "said"));
            html.end();
        }
        html.end().endLine();
    }

    private void nodes(Status status) {
        html.begin("div", "class", "nodes");
        status.nodes().forEach(node -> card(node, status));
        html.end();
    }

    private void card(Status.Node node, Status status) {
        boolean owner = status.name().owner().filter(node.node()::equals).isPresent();
        html.begin("article", "class", owner ? "card owner" : "card", "aria-label", node.node());
        html.begin("h3").put("span", node.node()).put("span", owner ? "owner" : "standby", "class", "tag");
        if (node.own()) {
            html.put("span", "this node", "class", "tag");
        }
        Look look = Look.of(node.health());
        html.end().put("p", look.with(node.health()), "class", look.style());
        html.put("p", node.detail(), "class", "said").begin("dl");
        row("Address", node.address().orElse("not known"));
        row("So for", Ages.words(Duration.between(node.since(), now)));
        row("Checked", ago(node.checked()));
        if (node.failures() > 0) {
            row("Failed", node.failures() + (node.failures() == 1 ? " check" : " checks in a row"));
        }
        row("Its lbkeeper", switch (node.agent()) {
            case "ALIVE" -> "is there";
            case "SILENT" -> Look.BAD.with("is silent");
            case "LEAVING" -> Look.WARN.with("is leaving: it does not want the name");
            default -> node.own() ? "writes this page" : "is not told of";
        });
        html.end().endLine();
    }

    private void state(Status status) {
        html.begin("dl");
        Status.Name name = status.name();
        row("Decision", status.decision().name() + ", for " + since(status.decision().since()));
        row("Because", status.decision().reason());
        row("Record", name.service() + " = " + name.address().orElse("no plain address")
                + name.epoch().map(epoch -> ", epoch " + epoch).orElse("")
                + name.readAt().map(read -> ", read " + ago(read)).orElse(", not read yet"));
        name.others().ifPresent(others -> row("Further names", others));
        row("Challenge", name.challenger().map(who -> Look.WARN.with(who + " has challenged the owner"))
                .orElse("none"));
        row("Hold-down", status.holdDown().isZero() ? "none"
                : Look.WARN.with("no other move by this node for " + Ages.words(status.holdDown())));
        requests(status.requests());
        row("Last change", status.change().map(sent -> sent.decision() + ", " + ago(sent.at()) + ": " + sent.outcome())
                .orElse("none by this node since it was started"));
        row("Propagation", status.propagation());
        html.end();
    }

    private void requests(Status.Requested asked) {
        asked.pause().ifPresent(words -> row("Pause", Look.WARN.with(words)));
        asked.drain().ifPresent(words -> row("Drain", Look.WARN.with(words)));
        asked.switchover().ifPresent(words -> row("Switchover", Look.WARN.with(words)));
        if (asked.pause().isEmpty() && asked.drain().isEmpty() && asked.switchover().isEmpty()) {
            row("Requests", "none: neither paused nor drained");
        }
    }

    private void timeline(Status status) {
        html.begin("ol", "class", "timeline");
        for (Status.Told told : status.timeline()) {
            html.begin("li", "class", told.alarm() ? "alarm" : "quiet");
            html.put("time", Ages.at(told.since()), "datetime", Ages.exactly(told.since())).text(" ");
            html.put("strong", told.alarm() ? Look.BAD.with(told.name()) : told.name()).empty("br");
            html.put("span", told.reason(), "class", "said").endLine();
        }
        html.end();
    }

    private void about(Status status) {
        Status.Process process = status.process();
        html.put("p", "As of " + Ages.at(process.at()) + ", cycle " + process.cycles() + ". lbkeeper "
                + process.version() + ", process " + process.pid() + ", started " + ago(process.started())
                + (process.dryRun() ? ". Dry run: no record is changed." : ".")
                + process.lacks().map(lacks -> " Of the DNS: " + lacks + ".").orElse(""));
        html.begin("p").put("a", "Status as JSON", "href", "/observe/status").text(" \u00b7 ")
                .put("a", "Health", "href", "/observe/health/ready").text(" \u00b7 ")
                .put("a", "Metrics", "href", "/observe/metrics").end();
    }

    private void row(String term, String words) {
        html.put("dt", term).put("dd", words, "class", "said");
    }

    private String ago(Instant time) {
        return since(time) + " ago";
    }

    private String since(Instant time) {
        return Ages.words(Duration.between(time, now));
    }
}
