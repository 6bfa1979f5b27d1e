package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.routes.MailServer;
import io.lbkeeper.routes.Replies;
import io.lbkeeper.routes.ScriptedServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service at TRACE, with a canary for each secret: none of them sings. */
class SecretsIT {
    private static final String CHECK = "Check%21&+canary=Q7";
    private static final String TOKEN = "Token-canary.Q7==";
    private static final String HOOK = "Hook-canary-Q7";
    private static final String SLACK = "SlackCanaryQ7SlackCanaryQ7";
    private static final String MAIL = "Mail\"canary'&Q7)&Mail-rest=Q7";
    private static final String KEY = "AKIACANARYQ7CANARYQ7";
    private static final String SECRET_KEY = "Aws/canary+Q7Aws/canary+Q7";
    private static final String PAGE = "# pxname,svname,status,check_status,lastchg,type\nwww,FRONTEND,OPEN,,,0\n"
            + "app,app1,UP,L7OK,100,2\napp,BACKEND,UP,,100,1\n";
    @TempDir
    private Path folder;
    private HttpServer haproxy;

    @BeforeEach
    void startHaproxy() throws IOException {
        haproxy = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        haproxy.createContext("/", SecretsIT::answer);
        haproxy.start();
    }

    @AfterEach
    void stopHaproxy() {
        haproxy.stop(0);
    }

    @Test
    void noneIsInTheLogTheStatusOrTheAudit() throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
        Path logging = Files.writeString(folder.resolve("trace.xml"), Canaries.TRACE);
        try (LocalRoute53 route53 = LocalRoute53.start(anyPort, anyPort,
                List.of(HostedZone.create("ZEXAMPLE", "example.com")), Duration.ZERO);
                ScriptedServer webhook = new ScriptedServer(Replies.whole(200, ""));
                ScriptedServer slack = new ScriptedServer(Replies.whole(404, "no_service"));
                MailServer mail = new MailServer();
                Lbkeeper lb1 = new Lbkeeper(folder, Map.of("LBKEEPER_JAVA_OPTS", "-Xmx192m -Dlogback.configurationFile="
                        + logging), "run", "--config", settings(route53, webhook, slack, mail).toString())) {
            await("notices of the first move").atMost(Duration.ofSeconds(60)).until(() ->
                    !webhook.requests().isEmpty() && mail.lines().contains("QUIT"));
            lb1.awaitOutput("Notices do not arrive over slack");
            await("the audit").atMost(Duration.ofSeconds(30)).until(() -> written("audit.log").contains("changeId"));
            await("the status").atMost(Duration.ofSeconds(30)).until(() -> written("status.json").contains("slack"));
            assertThat(webhook.requests().get(0).header("Authorization")).contains("Bearer " + TOKEN);
            lb1.terminate();
            assertThat(lb1.output()).as("what was sent is logged, masked").contains("Authorization: Basic ******")
                    .contains("Authorization: Bearer ******");
            for (String text : List.of(lb1.output(), written("audit.log"), written("status.json"))) {
                canaries().assertSilentIn(text);
            }
        }
    }

    private static Canaries canaries() {
        return Canaries.of(CHECK, TOKEN, HOOK, SLACK, MAIL, "Mail-rest", KEY, SECRET_KEY).with(
                Canaries.base64("ops:" + CHECK), Canaries.base64("\0ops\0" + MAIL),
                Canaries.base64("ops\0ops\0" + MAIL));
    }

    private String written(String file) throws IOException {
        Path path = folder.resolve("state").resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }

    private Path settings(LocalRoute53 route53, ScriptedServer webhook, ScriptedServer slack, MailServer mail)
            throws IOException {
        Path password = Files.writeString(folder.resolve("mail-password"), MAIL + "\n");
        Map<String, String> all = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain",
                "example.com", "lb.service", "lb.example.com", "lb.dns", "local", "lb.route53.zone-id", "ZEXAMPLE",
                "lb.route53.endpoint", "http://127.0.0.1:" + route53.apiPort(), "lb.address", "127.0.0.1",
                "lb.state-dir", folder.resolve("state").toString(), "lb.check.own-url", "http://127.0.0.1:"
                + haproxy.getAddress().getPort() + "/stats;csv"));
        all.putAll(Map.of("lb.check.user", "ops", "lb.check.password", CHECK, "lb.log.format", "json",
                "camel.component.aws2-route53.accessKey", KEY, "camel.component.aws2-route53.secretKey", SECRET_KEY));
        all.putAll(Map.of("lb.notify", "webhook,slack,mail", "lb.notify.tries", "2", "lb.notify.webhook.url",
                webhook.url() + "/in?key=" + HOOK, "lb.notify.webhook.token", TOKEN, "lb.notify.slack.url",
                slack.url() + "/services/T0/" + SLACK));
        all.putAll(Map.of("lb.notify.mail.host", "127.0.0.1", "lb.notify.mail.port", String.valueOf(mail.port()),
                "lb.notify.mail.tls", "none", "lb.notify.mail.user", "ops", "lb.notify.mail.password",
                "{{file:" + password + "}}", "lb.notify.mail.from", "a@example.com", "lb.notify.mail.to",
                "b@example.com"));
        return Lbkeeper.settings(folder, "lb1", all);
    }

    /** Asks for the password, as HAProxy does. */
    private static void answer(HttpExchange exchange) throws IOException {
        boolean in = exchange.getRequestHeaders().containsKey("Authorization");
        exchange.getResponseHeaders().set("X-Lbkeeper-Node", "lb1");
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"stats\"");
        byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(in ? 200 : 401, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }
}
