package io.lbkeeper.http;

import io.lbkeeper.markup.Markup;
import io.lbkeeper.status.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The status as one page that needs nothing else. It is written here alone, with or without a script in the browser;
 * the script fetches it anew and takes over what differs.
 */
final class StatusPage implements Supplier<Reply> {
    private static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("page.js");
    /** Nothing runs, and nothing is loaded or asked, but what this very page brings. */
    private static final String POLICY = "default-src 'none'; style-src '" + hash(STYLE) + "'; script-src '"
            + hash(SCRIPT) + "'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String node;
    private final Supplier<Optional<Status>> status;
    private final Supplier<Instant> wall;

    /** @param node whose page it is, also before there is any status */
    StatusPage(String node, Supplier<Optional<Status>> status, Supplier<Instant> wall) {
        this.node = node;
        this.status = status;
        this.wall = wall;
    }

    @Override
    public Reply get() {
        return new Reply(Reply.OK, "text/html; charset=utf-8", write(status.get(), wall.get()),
                Map.of("Content-Security-Policy", POLICY));
    }

    private String write(Optional<Status> current, Instant now) {
        Markup html = new Markup();
        html.begin("html", "lang", "en").begin("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.put("title", title(current, now));
        html.begin("style").raw(STYLE).end().end();
        html.begin("body");
        html.begin("header").put("p", "lbkeeper on " + node, "class", "kicker");
        html.put("h1", current.map(StatusPage::headline).orElse("lbkeeper on " + node), "id", "headline");
        stale(html, current, now);
        html.end().begin("main");
        StatusParts parts = new StatusParts(html, now);
        parts.write(current);
        html.end();
        parts.about(current);
        html.begin("script").raw(SCRIPT).end().end().end();
        return "<!DOCTYPE html>\n" + html + "\n";
    }

    private String title(Optional<Status> current, Instant now) {
        String alarms = current.map(known -> known.alarms().size()).filter(count -> count > 0)
                .map(count -> count == 1 ? "1 alarm: " : count + " alarms: ").orElse("");
        return (current.filter(known -> known.isStale(now)).isPresent() ? "STALE: " : "") + alarms
                + current.map(StatusPage::headline).map(line -> line + " \u2013 ").orElse("") + "lbkeeper on " + node;
    }

    private static String headline(Status known) {
        Status.Name name = known.name();
        return name.owner().map(owner -> owner + " owns " + name.service())
                .orElse("nobody is known to own " + name.service());
    }

    /** It is there when it is empty, too: a screen reader tells what comes into it. */
    private static void stale(Markup html, Optional<Status> current, Instant now) {
        Optional<Status> old = current.filter(known -> known.isStale(now));
        html.begin("div", "id", "stale", "role", "status", "class", "banner bad");
        old.map(Status::process).ifPresent(process -> html.text(Look.BAD.with("STALE since " + Ages.at(process.at())
                + ": no cycle has completed for more than " + Ages.words(process.stale())
                + ". What is below was right then.")));
        html.endLine();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = StatusPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name + " of this program's own jar", e);
        }
    }
}
