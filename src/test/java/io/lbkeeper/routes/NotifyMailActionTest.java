package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.notice.Notice;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotifyMailActionTest extends ChannelTestBase {
    private static final String PASSWORD = "p&w%=?}#x)&rest=1}&more\"'";

    final MailServer server = new MailServer();

    @Override
    String channel() {
        return "mail";
    }

    @Override
    Map<String, String> needed() {
        return Map.of("lb.notify.mail.host", "127.0.0.1", "lb.notify.mail.port", String.valueOf(server.port()),
                "lb.notify.mail.tls", "none", "lb.notify.mail.user", "lbkeeper", "lb.notify.mail.password", PASSWORD,
                "lb.notify.mail.from", "lbkeeper@example.com", "lb.notify.mail.to",
                "ops@example.com, night@example.com");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theNoticeIsAMailToEachAndWhatItSaysMakesNoHeader() throws Exception {
        assertThat(sent(NOTICE)).isNull();
        List<String> lines = server.lines();
        assertThat(lines).contains("MAIL FROM:<lbkeeper@example.com>", "RCPT TO:<ops@example.com>",
                "RCPT TO:<night@example.com>");
        assertThat(lines).filteredOn(line -> line.startsWith("RCPT")).hasSize(2);
        String mail = String.join("\r\n", lines.subList(lines.indexOf("DATA") + 1, lines.lastIndexOf(".")));
        MimeMessage read = new MimeMessage(Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.getSubject()).isEqualTo("ALARM lb.example.com on lb1: RefuseToMove");
        assertThat(read.getHeader("Bcc")).isNull();
        assertThat(read.getContent().toString()).contains("It said \"no\"").contains("<b>&\\ \u00fc \ud83d\ude00")
                .contains("node: lb1");
    }

    @Test
    void itLogsIn() {
        assertThat(sent(NOTICE)).isNull();
        String plain = Base64.getEncoder().encodeToString(("lbkeeper\0lbkeeper\0" + PASSWORD)
                .getBytes(StandardCharsets.UTF_8));
        assertThat(server.lines()).contains("AUTH PLAIN " + plain);
    }

    @Test
    void aHostileTitleIsStillOneHeader() throws Exception {
        assertThat(sent(new Notice(NOTICE.at(), "lb1", "lb.example.com", NOTICE.kind(), HOSTILE,
                "x", 0))).isNull();
        List<String> headers = server.lines().stream().dropWhile(line -> !line.equals("DATA"))
                .takeWhile(line -> !line.isEmpty()).toList();
        assertThat(headers).anyMatch(line -> line.startsWith("Subject:")).noneMatch(line -> line.startsWith("Bcc:"));
    }

    @Test
    void aRefusalIsAFailure() {
        server.refuse("550 no such user");
        assertThat(sent(NOTICE)).hasStackTraceContaining("550 no such user");
    }

    @Test
    void oneThatIsSilentIsAFailure() {
        server.beSilent();
        assertThat(sent(NOTICE)).isNotNull();
    }
}
