package io.lbkeeper.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbkeeper.routes.Replies;
import io.lbkeeper.routes.ScriptedServer;
import io.lbkeeper.routes.ScriptedServer.Reply;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpDeadlineTest {
    private static final Duration LIMIT = Duration.ofMillis(400);
    private static final Duration SLACK = Duration.ofMillis(3000);

    private final ScriptedServer server = new ScriptedServer();
    private CloseableHttpClient client;

    /** What a caller sees of an answer. */
    private record Seen(int status, String body, String overlong) {
    }

    @BeforeEach
    void build() {
        HttpClientBuilder builder = HttpClientBuilder.create().disableAutomaticRetries();
        new HttpDeadline().configureHttpClient(builder);
        client = builder.build();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void aRequestWithoutALimitIsAMistake() {
        server.replies(Replies.whole(200, "fine"));
        assertThatThrownBy(() -> client.execute(new HttpGet(server.url()), HttpDeadlineTest::see))
                .isInstanceOf(IOException.class).hasMessageContaining("no responseTimeout");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whatDripsIsEndedAtTheDeadline() {
        for (Reply drip : new Reply[] {Replies.drip(Duration.ofMillis(20)), Replies.dripHead(Duration.ofMillis(20))}) {
            server.replies(drip);
            long start = System.nanoTime();
            assertThatThrownBy(this::get).isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("no complete answer within 400 ms");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time it took").isBetween(LIMIT,
                    LIMIT.plus(SLACK));
        }
    }

    @Test
    void aRequestAfterOneThatWasEndedIsNotHarmed() throws IOException {
        server.replies(Replies.drip(Duration.ofMillis(20)), Replies.whole(200, "fine"));
        assertThatThrownBy(this::get).isInstanceOf(SocketTimeoutException.class);
        assertThat(get()).isEqualTo(new Seen(200, "fine", null));
    }

    @Test
    void aBodyUpToTheCapIsWholeAndALongerOneIsLeftOutAndSaysSo() throws IOException {
        String most = "a".repeat(HttpDeadline.CAP_BYTES);
        server.replies(Replies.whole(200, most), Replies.whole(200, most + "a"));
        assertThat(get()).isEqualTo(new Seen(200, most, null));
        assertThat(get()).isEqualTo(new Seen(200, "", "1048576"));
    }

    /** More of them than the client has connections: an answer that fails in the middle must give its own back. */
    @Test
    void whatIsCompressedUnaskedStaysAsItIsAndCostsNoConnection() throws IOException {
        for (int i = 0; i < 25; i++) {
            server.replies(Replies.whole(200, "not gzip at all", "Content-Encoding: gzip"));
            assertThat(get()).as("answer %d", i).isEqualTo(new Seen(200, "not gzip at all", null));
        }
        for (int i = 0; i < 25; i++) {
            server.replies(Replies.drip(Duration.ofMillis(20)));
            assertThatThrownBy(this::get).as("answer %d", i).hasMessage("no complete answer within 400 ms");
        }
        server.replies(Replies.whole(200, "fine"));
        assertThat(get()).isEqualTo(new Seen(200, "fine", null));
    }

    @Test
    void theOtherSideCannotSayThatItsBodyWasLeftOut() throws IOException {
        server.replies(Replies.whole(200, "fine", HttpDeadline.OVERLONG + ": 1"), Replies.whole(204, "",
                HttpDeadline.OVERLONG + ": 1"));
        assertThat(get()).isEqualTo(new Seen(200, "fine", null));
        assertThat(get()).isEqualTo(new Seen(204, "", null));
    }

    @Test
    void aCookieIsNotKept() throws IOException {
        server.replies(Replies.whole(200, "fine", "Set-Cookie: a=b; Path=/"));
        get();
        get();
        assertThat(server.requests()).hasSize(2).allMatch(request -> request.header("Cookie").isEmpty());
    }

    private Seen get() throws IOException {
        HttpGet request = new HttpGet(server.url());
        request.setConfig(RequestConfig.custom().setResponseTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS).build());
        return client.execute(request, HttpDeadlineTest::see);
    }

    private static Seen see(ClassicHttpResponse response) throws IOException {
        Header overlong = response.getFirstHeader(HttpDeadline.OVERLONG);
        try {
            return new Seen(response.getCode(), response.getEntity() == null ? ""
                    : EntityUtils.toString(response.getEntity()), overlong == null ? null : overlong.getValue());
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }
}
