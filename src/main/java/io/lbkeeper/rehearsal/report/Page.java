package io.lbkeeper.rehearsal.report;

import io.lbkeeper.markup.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The report as one page that needs nothing else: no script, no font, no network. */
public final class Page {
    private final Markup html = new Markup();
    private final Results results;

    private Page(Results results) {
        this.results = results;
    }

    public static String of(Results results) {
        return new Page(results).write();
    }

    private String write() {
        html.begin("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").begin("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.put("title", "lbkeeper rehearsal: " + headline());
        html.put("style", css()).end();
        html.begin("body");
        Legend.patterns(html);
        html.begin("main", "id", "top");
        head();
        table();
        Legend.draw(html);
        Shortfall.reasons(results.accounts()).forEach(this::shortfall);
        results.accounts().forEach(this::section);
        html.begin("footer").begin("p").text("Written by ").put("code", "lbkeeper rehearse")
                .text(". Everything here is simulated but the routes and the decisions: no real machine, network or "
                        + "DNS record was touched.").end().end();
        html.end().end().end();
        return "<!DOCTYPE html>\n" + html + "\n";
    }

    private void head() {
        html.begin("header").put("p", "lbkeeper rehearsal", "class", "kicker").put("h1", headline(), "class",
                results.isGood() ? "good" : "bad");
        results.what().forEach(line -> html.put("p", line, "class", "what"));
        html.put("p", results.totals(), "class", "totals").endLine();
    }

    private String headline() {
        int broken = results.broken().size();
        int all = results.accounts().size();
        String scenarios = all == 1 ? " scenario" : " scenarios";
        int beyond = results.beyond().size();
        if (broken == 0 && beyond > 0) {
            return "\u2716 " + beyond + " of " + all + scenarios + " not survived, " + results.lacking();
        }
        return broken == 0 ? "\u2714 No promise broken in " + all + scenarios
                : "\u2716 A promise broken in " + broken + " of " + all + scenarios;
    }

    private void table() {
        html.begin("table", "class", "summary").begin("thead").begin("tr");
        for (String title : List.of("Scenario", "What happened", "Recovered", "Moves", "Writes", "Verdict")) {
            html.put("th", title, "scope", "col");
        }
        html.end().end().begin("tbody");
        for (Account account : results.accounts()) {
            html.begin("tr", "class", account.isGood() ? "good" : "bad");
            html.begin("th", "scope", "row").put("a", account.name(), "href", "#" + anchor(account)).end();
            html.put("td", Gist.of(account), "class", "gist");
            html.put("td", TextTable.recovered(account), "class", "number", "data-label", "recovered");
            html.put("td", String.valueOf(account.history().moves()), "class", "number", "data-label", "moves");
            html.put("td", String.valueOf(account.history().ownerRecordWrites()), "class", "number", "data-label",
                    "writes");
            html.begin("td");
            badge(account);
            html.end().endLine();
        }
        html.end().endLine();
    }

    private void shortfall(Shortfall.Told told) {
        html.begin("p", "class", "why").put("strong", "Not survived").text(": " + told.sentence()).endLine();
    }

    private void badge(Account account) {
        html.put("span", (account.isGood() ? "\u2714 " : "\u2716 ") + account.verdict(), "class",
                account.isGood() ? "badge good" : "badge bad");
    }

    private void section(Account account) {
        html.begin("section", "id", anchor(account));
        html.begin("h2").text(account.name() + " ");
        badge(account);
        html.end().put("p", account.told(), "class", "told");
        html.begin("p", "class", "facts").text(Gist.of(account) + ". " + facts(account)).end();
        html.begin("figure").begin("div", "class", "picture", "tabindex", "0", "aria-label",
                "Picture of " + account.name() + ", may be scrolled sideways");
        Picture.draw(account, html);
        html.end().end();
        account.breaches().stream().limit(1).forEach(breach -> {
            html.begin("p", "class", "why").put("strong", breach.invariant() + " at " + Seconds.moment(breach.at()));
            html.text(": " + breach.what() + ". What was promised: " + Promises.of(breach.invariant()) + "."
                    + account.shortfall().of(breach.invariant()).map(lack -> " Why it can't be promised " + lack.with()
                            + ": " + lack.why() + ".").orElse("")).end();
        });
        html.begin("p", "class", "repeat").text("Again: ").put("code", account.repeat()).end();
        timeline(account);
        html.begin("p", "class", "back").put("a", "back to the table", "href", "#top").end().endLine();
    }

    private static String facts(Account account) {
        String service = account.history().recovery().map(time -> "The name led to nobody for at most "
                + Seconds.tenths(time) + " s while a node was well. ")
                .orElse("The name always led to a node that serves, if there was one. ");
        return service + count(account.history().moves(), "move") + ", "
                + count(account.history().ownerRecordWrites(), "write") + " of the owner record, "
                + Seconds.brief(account.length()) + " simulated.";
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private void timeline(Account account) {
        List<Row> rows = Timeline.of(account);
        if (account.isGood()) {
            html.begin("details");
        } else {
            html.begin("details", "open", "open");
        }
        html.put("summary", "Timeline, " + rows.size() + " lines");
        html.begin("ol", "class", "timeline");
        for (Row row : rows) {
            html.begin("li", "class", "r-" + row.sort().name().toLowerCase(Locale.ROOT));
            html.put("span", Seconds.moment(row.at()), "class", "time").text(" ");
            html.put("span", row.where(), "class", "where").text(" ");
            html.begin("span", "class", "text");
            row.name().ifPresent(name -> html.put("b", name).text(": "));
            html.text(row.text()).end().endLine();
        }
        html.end().endLine();
    }

    private static String anchor(Account account) {
        return "run-" + account.name().replaceAll("[^A-Za-z0-9-]", "-");
    }

    private static String css() {
        try (InputStream file = Page.class.getResourceAsStream("page.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page's style could not be read from this program's jar", e);
        }
    }
}
