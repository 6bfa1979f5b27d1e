package io.lbkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.status.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StatusPageTest {
    private static final String HOSTILE =
            "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202e&lt;";

    @Test
    void itTellsWhoOwnsTheNameAndHowEachNodeIs() {
        String page = page(new StatusSample().peer("DEAD", "timed out").peersAgent("SILENT").build());

        assertThat(page).contains("<html lang=\"en\">", "<title>lb1 owns lb.example.com \u2013 lbkeeper on lb1</title>",
                "<h1 id=\"headline\">lb1 owns lb.example.com</h1>", "\u2714 OK", "\u2716 DEAD", "timed out",
                "is silent", "7 checks in a row", "203.0.113.20", "2 h", "45 s", "epoch 17", "applied as change C0123",
                "all 4 name servers have it", "neither paused nor drained", "\u2714 No alarm");
        assertThat(page).doesNotContain("STALE");
    }

    @Test
    void alarmsComeFirstAndInWords() {
        String page = page(new StatusSample().alarmed("Both are equally bad.", "The port is taken.").build());

        assertThat(page).contains("<title>2 alarms: lb1 owns", "\u2716 2 alarms", "<li class=\"said\">Both are equally "
                + "bad.</li><li class=\"said\">The port is taken.</li>");
        assertThat(page.indexOf("The port is taken.")).isLessThan(page.indexOf(">Nodes<"));
    }

    @Test
    void requestsAChallengeAndAHoldDownAreTold() {
        String page = page(new StatusSample().drained("drained by alice until 18:00").challengedBy("lb2")
                .holdDown(Duration.ofSeconds(42)).build());

        assertThat(page).contains("drained by alice until 18:00", "lb2 has challenged the owner",
                "no other move by this node for 42 s");
    }

    @Test
    void itSaysByItselfThatNoCycleCompletes() {
        Status old = new StatusSample().at(StatusSample.AT.minusSeconds(27)).build();

        assertThat(page(old)).contains("<title>STALE: lb1 owns", "\u2716 STALE since 2026-11-23 13:59:33 UTC: no "
                + "cycle has completed for more than 26 s");
        assertThat(page(new StatusSample().at(StatusSample.AT.minusSeconds(26)).build())).doesNotContain("STALE");
    }

    @Test
    void beforeTheFirstCycleItSaysThatNothingIsKnown() {
        String page = write(Optional.empty()).text();

        assertThat(page).contains("No cycle has completed yet", "<title>lbkeeper on lb1</title>");
    }

    @Test
    void everyPartThatIsTakenOverIsAlwaysThereOnce() {
        String whole = write(Optional.of(new StatusSample().build())).text();
        Matcher named = Pattern.compile("live = \\[([^]]+)]").matcher(whole);
        assertThat(named.find()).isTrue();
        List<String> ids = List.of(named.group(1).replace("'", "").split(", "));

        assertThat(ids).hasSizeGreaterThan(5);
        for (String page : List.of(whole, write(Optional.empty()).text())) {
            assertThat(ids).allSatisfy(id -> assertThat(page.split(" id=\"" + id + "\"", -1)).as(id).hasSize(2));
        }
    }

    @Test
    void whatWasHeardFromTheNetworkStaysText() {
        Status hostile = new StatusSample().ownedBy(HOSTILE).peer(HOSTILE, HOSTILE).challengedBy(HOSTILE)
                .peersAgent(HOSTILE).drained(HOSTILE).alarmed(HOSTILE, HOSTILE).build();

        String page = page(hostile);

        assertThat(page).as("scripts beside its own").doesNotContain("<script");
        assertThat(page).doesNotContain("<img").contains("&lt;img src=x onerror=alert(2)&gt;");
        assertThat(page).contains("unicode-bidi: isolate");
    }

    @Test
    void onlyItsOwnScriptAndStyleMayRun() throws Exception {
        Reply reply = write(Optional.of(new StatusSample().build()));

        String policy = reply.headers().get("Content-Security-Policy");
        assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'",
                "form-action 'none'", "connect-src 'self'", "script-src '" + hash(reply.text(), "script"),
                "style-src '" + hash(reply.text(), "style")).doesNotContain("unsafe");
        assertThat(reply.text()).doesNotContain(" style=", " onclick=", "http://", "https://");
    }

    /** Without the script. */
    private static String page(Status status) {
        return write(Optional.of(status)).text().replaceFirst("(?s)<script>.*?</script>", "");
    }

    private static Reply write(Optional<Status> status) {
        return new StatusPage("lb1", () -> status, () -> StatusSample.AT).get();
    }

    private static String hash(String page, String element) throws Exception {
        String text = page.substring(page.indexOf("<" + element + ">") + element.length() + 2, page.indexOf("</"
                + element + ">"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    @Test
    void agesAreInWords() {
        assertThat(List.of(0, 59, 60, 3599, 3600, 7500, 172_800).stream().map(seconds -> Ages.words(Duration.ofSeconds(
                seconds)))).containsExactly("0 s", "59 s", "1 min", "59 min", "1 h", "2 h 5 min", "2 days");
        assertThat(Ages.words(Duration.ofSeconds(-5))).isEqualTo("0 s");
        assertThat(Ages.at(Instant.EPOCH)).isEqualTo("1970-01-01 00:00:00 UTC");
    }
}
