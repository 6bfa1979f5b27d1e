package services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.lbkeeper.http.Front;
import io.lbkeeper.http.Reply;
import io.lbkeeper.http.Resources;
import io.lbkeeper.http.StatusSample;
import io.lbkeeper.status.Alarms;
import io.lbkeeper.status.Status;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** The status page in Debian's Chromium. */
class StatusPageIT {
    private static final Path PICTURE = Path.of("src/main/docs/status-page.png");
    private static final int PHONE_WIDTH = 320;
    private static ChromeDriver browser;

    private volatile Optional<Status> status = Optional.of(new StatusSample().build());
    private volatile Instant now = StatusSample.AT.plusSeconds(2);
    private Front front;

    @BeforeAll
    static void openBrowser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        // Its sandbox does not start for root, as whom CI runs; nothing but this test's own page is opened.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--hide-scrollbars");
        browser = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(
                Path.of("/usr/bin/chromedriver").toFile()).build(), options);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void open() {
        front = new Front(new InetSocketAddress("127.0.0.1", 0), Resources.of(new Resources.Sources("lb1",
                () -> status, new Alarms(), () -> Duration.ZERO, () -> false,
                () -> Reply.of(Reply.OK, "text/plain", ""), () -> now)), Duration.ofSeconds(1), why -> {
                }).open();
        show(1000, "light", false);
    }

    @AfterEach
    void close() {
        front.close();
    }

    @Test
    void everybodyCanReadIt() throws IOException {
        Map<String, Status> stories = Map.of("well", new StatusSample().build(),
                "alarm", new StatusSample().peer("DEAD", "timed out").peersAgent("SILENT").challengedBy("lb2")
                        .drained("drained by alice until 18:00 (kernel update)").holdDown(Duration.ofSeconds(42))
                        .alarmed("lb2 could not take over: its HAProxy is DEAD (timed out).").build(),
                "stale", new StatusSample().at(StatusSample.AT.minusSeconds(300)).build());
        for (String scheme : List.of("light", "dark")) {
            for (int width : List.of(PHONE_WIDTH, 1000)) {
                stories.forEach((name, story) -> {
                    status = Optional.of(story);
                    show(width, scheme, false);
                    browser.get(url());
                    List<Rule> found = new AxeBuilder().analyze(browser).getViolations();
                    assertThat(found).as("%s, %s, %d px", name, scheme, width).isEmpty();
                    assertThat(number("return document.documentElement.scrollWidth"))
                            .as("the page's width: nothing is to be scrolled to the side").isLessThanOrEqualTo(width);
                });
            }
        }
    }

    @Test
    void aChangeIsSeenWithoutReloading() {
        browser.get(url());
        assertThat(browser.getTitle()).isEqualTo("lb1 owns lb.example.com \u2013 lbkeeper on lb1");
        browser.executeScript("window.notReloaded = true; document.getElementById('alarms').dataset.kept = 'yes'");

        status = Optional.of(new StatusSample().ownedBy("lb2").alarmed("Both are equally bad.").build());

        await("the new owner").atMost(Duration.ofSeconds(20)).until(() -> text("headline").equals(
                "lb2 owns lb.example.com"));
        assertThat(text("alarms")).contains("1 alarm").contains("Both are equally bad.");
        assertThat(browser.getTitle()).startsWith("1 alarm: lb2 owns");
        assertThat(browser.findElements(By.cssSelector(".card.owner h3")).get(0).getText()).contains("lb2");
        assertThat(browser.executeScript("return window.notReloaded")).isEqualTo(true);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void itSaysSoWhenNobodyAnswersAndGoesOnAfterwards() {
        browser.get(url());
        InetSocketAddress here = front.address().orElseThrow();

        front.close();

        await("STALE").atMost(Duration.ofSeconds(20)).until(() -> text("stale").startsWith("\u2716 STALE since "));
        assertThat(browser.getTitle()).startsWith("STALE: lb1 owns");
        assertThat(text("headline")).as("the last that was known").isEqualTo("lb1 owns lb.example.com");
        assertThat(new AxeBuilder().analyze(browser).getViolations()).isEmpty();
        try (Front again = new Front(here, Resources.of(new Resources.Sources("lb1", () -> status, new Alarms(),
                () -> Duration.ZERO, () -> false, () -> Reply.of(Reply.OK, "text/plain", ""), () -> now)),
                Duration.ofMillis(100), why -> {
                })) {
            again.open();
            await("not STALE any more").atMost(Duration.ofSeconds(20)).until(() -> text("stale").isEmpty());
            assertThat(browser.getTitle()).startsWith("lb1 owns");
        }
    }

    @Test
    void aServiceThatDoesNotCycleIsStaleThoughItsServerAnswers() {
        browser.get(url());
        assertThat(text("stale")).isEmpty();

        now = StatusSample.AT.plusSeconds(120);

        await("STALE").atMost(Duration.ofSeconds(20)).until(() -> text("stale").contains("no cycle has completed"));
        assertThat(browser.getTitle()).startsWith("STALE: ");
    }

    @Test
    void itIsRightWithoutAnyScript() {
        show(1000, "light", true);
        status = Optional.of(new StatusSample().ownedBy("lb2").peer("DEGRADED", "backend app is down").build());

        browser.get(url());

        assertThat(text("headline")).isEqualTo("lb2 owns lb.example.com");
        assertThat(text("nodes")).contains("\u25b2 DEGRADED").contains("backend app is down");
    }

    @Test
    void whatAHostileHaproxySaysIsOnlyText() {
        String hostile = "</p></main><script>document.title='owned'</script>"
                + "<img src=x onerror=\"document.title='owned'\">";
        browser.get(url());

        status = Optional.of(new StatusSample().peer("STRANGER", hostile).alarmed(hostile).build());

        await("the alarm").atMost(Duration.ofSeconds(20)).until(() -> text("alarms").contains("<img src=x"));
        assertThat(text("nodes")).contains(hostile);
        assertThat(browser.getTitle()).doesNotContain("owned");
        assertThat(browser.findElements(By.tagName("img"))).isEmpty();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void theDocsShowIt() throws IOException {
        status = Optional.of(new StatusSample().peer("DEAD", "connection timed out")
                .alarmed("lb2 could not take over: its HAProxy is DEAD (connection timed out).").build());
        show(720, "light", false);
        browser.get(url());
        byte[] picture = browser.getScreenshotAs(OutputType.BYTES);

        if (Boolean.getBoolean("screenshots.write")) {
            Files.write(PICTURE, picture);
        }
        assertThat(Files.size(PICTURE)).as("%s; write it anew by -Dscreenshots.write=true", PICTURE)
                .isBetween(10_000L, 150_000L);
    }

    /** The size and the colours that the browser's user would have chosen. */
    private static void show(int width, String scheme, boolean scriptless) {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", 1000,
                "deviceScaleFactor", 1, "mobile", width == PHONE_WIDTH));
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name",
                "prefers-color-scheme", "value", scheme), Map.of("name", "prefers-reduced-motion", "value",
                "reduce"))));
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", scriptless));
    }

    private String url() {
        return "http://127.0.0.1:" + front.address().orElseThrow().getPort() + "/";
    }

    private static String text(String id) {
        return String.valueOf(browser.findElement(By.id(id)).getText());
    }

    private static int number(String script) {
        return ((Number) browser.executeScript(script)).intValue();
    }

    /** What the browser has to say about scripts and the page's policy. */
    private static List<String> complaints() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream().map(entry -> entry.getMessage())
                .filter(line -> !line.contains("favicon") && !line.contains("ERR_CONNECTION")).toList();
    }
}
