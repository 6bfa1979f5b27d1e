package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.routes.Replies;
import io.lbkeeper.routes.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NotifyTestCommandTest {
    private final ScriptedServer server = new ScriptedServer(Replies.whole(200, "ok"));

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void eachChannelIsTriedAndToldAndOneFailureIsOne() throws IOException {
        server.replies(Replies.whole(200, "ok"));
        CommandLineRun run = run(Path.of("routes"), List.of(), "lb.notify=webhook,slack,command",
                "lb.notify.webhook.url=" + server.url() + "/webhook",
                "lb.notify.slack.url=http://127.0.0.1:1/services/CANARYCANARY", "lb.notify.command=/bin/true");
        assertThat(run.out().lines()).hasSize(3).contains("webhook: sent", "command: sent")
                .anyMatch(line -> line.startsWith("slack: failed: ") && line.contains("refused"));
        assertThat(run.out() + run.err()).doesNotContain("CANARYCANARY");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(server.request().body()).contains("\"kind\":\"test\"").contains("\"node\":\"lb1\"");
    }

    @Test
    void oneChannelAloneIsTried() throws IOException {
        CommandLineRun run = run(Path.of("routes"), List.of("--channel", "webhook"), "lb.notify=webhook,command",
                "lb.notify.webhook.url=" + server.url(), "lb.notify.command=/bin/false");
        assertThat(run.out()).isEqualToIgnoringNewLines("webhook: sent");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void anOperatorsOwnKameletIsAChannel() throws IOException {
        Path routes = RoutesCopy.in(folder.resolve("routes"));
        Files.writeString(routes.resolve("kamelets/notify-pager-action.kamelet.yaml"), Files.readString(
                routes.resolve("kamelets/notify-webhook-action.kamelet.yaml")).replace("notify-webhook", "notify-pager")
                .replace("\"{{lb.notify.webhook.url}}\"", "\"{{pager.url}}\""));
        CommandLineRun run = run(routes, List.of(), "lb.notify=pager", "pager.url=" + server.url() + "/page");
        assertThat(run.out()).as(run.err()).isEqualToIgnoringNewLines("pager: sent");
        assertThat(server.request().target()).isEqualTo("/page");
    }

    @Test
    void whatTheRouteLeavesOutIsNoSuccess() throws IOException {
        Path routes = RoutesCopy.in(folder.resolve("routes"));
        RoutesCopy.edit(routes.resolve("deliver-notice.camel.yaml"),
                "uri: \"seda:notices-${exchangeProperty.channel}\"", "uri: mock:nowhere");
        CommandLineRun run = run(routes, List.of(), "lb.notify=command", "lb.notify.command=/bin/true",
                "lb.notify.timeout=10ms");
        assertThat(run.out()).as(run.err()).startsWith("command: failed: no outcome in time");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void noChannelAtAllOrAnUnknownOneIsBadUsage() throws IOException {
        assertRefused(run(Path.of("routes"), List.of()), "lb.notify is empty");
        assertRefused(run(Path.of("routes"), List.of("--channel", "mail"), "lb.notify=command",
                "lb.notify.command=/bin/true"), "--channel mail is not in lb.notify=command");
        assertRefused(run(Path.of("routes"), List.of(), "lb.notify=pager"), "no kamelet notify-pager-action");
        assertRefused(run(Path.of("routes"), List.of(), "lb.notify=mail"), "lb.notify.mail.host");
    }

    private static void assertRefused(CommandLineRun run, String words) {
        assertThat(run.err()).contains(words);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private CommandLineRun run(Path routes, List<String> options, String... settings) throws IOException {
        List<String> lines = new ArrayList<>(List.of("lb.node=lb1", "lb.nodes=lb1,lb2", "lb.domain=example.com",
                "lb.service=lb.example.com", "lb.dns=local", "lb.route53.zone-id=ZEXAMPLE"));
        lines.addAll(List.of(settings));
        Path file = Files.write(folder.resolve("lbkeeper.properties"), lines);
        List<String> words = new ArrayList<>(List.of("notify-test", "--config", file.toString(), "--routes",
                routes.toString()));
        words.addAll(options);
        return CommandLineRun.of(words.toArray(String[]::new));
    }
}
