package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.ChangeAction;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.rehearsal.provider.WebApi;
import io.lbkeeper.rehearsal.world.ZoneView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.http.base.HttpOperationFailedException;

/** A provider made up for these tests: GET gives its records a line each, POST takes them with a sign before each. */
public final class LineDns implements WebApi {
    static final String URL = "http://dns.example.net/v1";
    private static final String FORM = "text/x-records; charset=UTF-8";
    private static final String KAMELET = """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata:
              name: dns-lines-%1$s-action
              labels:
                camel.apache.org/kamelet.type: action
              annotations: {lbkeeper.io/compare-and-swap: "true", lbkeeper.io/owner-record: "true"}
            spec:
              definition: {title: Lines, description: For tests., type: object}
              template:
                from:
                  uri: kamelet:source
                  steps:
                    - doTry:
                        steps:
                          - setProperty: {name: asked, simple: "${body}"}
                          - removeHeaders: {pattern: "*"}
                          - setHeader: {name: Content-Type, constant: "text/x-records; charset=UTF-8"}
                          - bean: {beanType: io.lbkeeper.rehearsal.routes.LineDns, method: %1$sBody}
                          - to: "http://dns.example.net/v1/records?httpMethod=%2$s&responseTimeout=%3$s"
                          - bean:
                              beanType: io.lbkeeper.rehearsal.routes.LineDns
                              method: "%1$s(${exchangeProperty.asked}, ${body})"
                        doCatch:
                          - exception: [java.lang.Exception]
                            steps:
                              - bean:
                                  beanType: io.lbkeeper.rehearsal.routes.LineDns
                                  method: "%1$sFailed(${exception})"
            """;

    static void writeKamelets(EditedCopy copy, Duration timeout) throws IOException {
        Files.createDirectories(copy.folder().resolve("kamelets"));
        copy.write("kamelets/dns-lines-read-action.kamelet.yaml", KAMELET.formatted("read", "GET",
                timeout.toMillis()));
        copy.write("kamelets/dns-lines-change-action.kamelet.yaml", KAMELET.formatted("change", "POST",
                timeout.toMillis()));
    }

    static Path kamelet(String kind) {
        return Path.of("kamelets/dns-lines-" + kind + "-action.kamelet.yaml");
    }

    @Override
    public Reply answer(Ask ask, HostedZone zone, Duration now) {
        if (!ask.pathAndQuery().equals("/records") || !ask.headers().getOrDefault("host", "").equals(
                "dns.example.net")) {
            return new Reply(404, "", "");
        }
        if (ask.method().equals("GET")) {
            return new Reply(200, FORM, zone.records().stream().filter(set -> !set.values().isEmpty())
                    .map(set -> set.name() + "|" + set.type() + "|" + set.ttl().orElseThrow().toSeconds() + "|"
                            + String.join("|", set.values())).collect(Collectors.joining("\n")));
        }
        if (!ask.headers().getOrDefault("content-type", "").equals(FORM)) {
            return new Reply(415, "", "what is in this request is not told: " + ask.headers());
        }
        try {
            zone.change(ask.body().lines().map(line -> new RecordChange(line.charAt(0) == '-' ? ChangeAction.DELETE
                    : line.charAt(0) == '+' ? ChangeAction.CREATE : ChangeAction.UPSERT,
                    ZoneView.resourceRecordSet(set(line.substring(1))))).toList());
            return new Reply(204, "", "");
        } catch (Refusal e) {
            return new Reply(409, "text/plain", e.getMessage());
        }
    }

    public String readBody() {
        return "";
    }

    public String changeBody(@Body Change change) {
        List<String> lines = new ArrayList<>();
        change.expected().forEach(set -> lines.add("-" + line(set)));
        change.desired().forEach(set -> lines.add((change.guarded() ? "+" : "=") + line(set)));
        return String.join("\n", lines);
    }

    /** Sets what is desired, whatever is there: what nobody should do. */
    public String blindBody(@Body Change change) {
        return change.desired().stream().map(set -> "=" + line(set)).collect(Collectors.joining("\n"));
    }

    public Answer<List<RecordSet>> read(List<String> names, String told) {
        return Answer.value(told.lines().map(LineDns::set).filter(set -> names.contains(set.name())).toList());
    }

    public Answer<List<RecordSet>> readFailed(Exception failure) {
        return Answer.couldNotAsk(failure.getMessage());
    }

    public Outcome change(Change change, String told) {
        return new Outcome.Applied("1");
    }

    public Outcome changeFailed(Exception failure) {
        return failure instanceof HttpOperationFailedException answered && answered.getStatusCode() == 409
                ? new Outcome.Lost(answered.getResponseBody()) : new Outcome.CouldNotAsk(failure.getMessage());
    }

    private static RecordSet set(String line) {
        List<String> parts = List.of(line.split("\\|"));
        return new RecordSet(parts.get(0), parts.get(1), Duration.ofSeconds(Long.parseLong(parts.get(2))),
                parts.subList(3, parts.size()), RecordSet.SIMPLE);
    }

    private static String line(RecordSet set) {
        return set.name() + "|" + set.type() + "|" + set.ttl().toSeconds() + "|" + String.join("|", set.values());
    }
}
