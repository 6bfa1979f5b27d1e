package io.lbkeeper.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Powers;
import io.lbkeeper.rehearsal.referee.Breach;
import io.lbkeeper.rehearsal.world.Happening;
import io.lbkeeper.rehearsal.world.Kind;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page is read as XML, which is strict where browsers guess. */
class PageTest {
    private static final String EVIL = "<script>alert(1)</script> & \"quoted\" 'too' \u0000 ]]>";

    @Test
    void aRunHasItsRowItsPictureAndItsTimeline() throws Exception {
        Results results = Played.badly(1, "owner-machine-off", "stats-403");
        Document page = parse(Page.of(results));
        List<Element> sections = all(page, "section");
        assertThat(sections).hasSameSizeAs(results.accounts());
        for (int i = 0; i < sections.size(); i++) {
            Account account = results.accounts().get(i);
            Element section = sections.get(i);
            assertThat(all(page, "a")).as("a link from the table to %s", account.name())
                    .anyMatch(link -> link.getAttribute("href").equals("#" + section.getAttribute("id")));
            assertThat(all(section, "li")).as("lines of %s", account.name()).hasSameSizeAs(Timeline.of(account));
            Element picture = (Element) section.getElementsByTagName("svg").item(0);
            assertThat(picture.getAttribute("role")).isEqualTo("img");
            assertThat(picture.getAttribute("aria-label")).contains(account.name(), Gist.of(account));
            assertThat(all(picture, "path")).as("a mark for each change of %s", account.name())
                    .hasSameSizeAs(account.history().written())
                    .allMatch(mark -> mark.getElementsByTagName("title").getLength() == 1);
            assertThat(all(picture, "line").stream().filter(line -> line.getAttribute("class").equals("breach")))
                    .as("breaches of %s", account.name()).hasSize((int) account.brokenPromises().count());
            assertThat(section.getTextContent()).contains(account.told(), account.repeat());
        }
    }

    @Test
    void theFirstThingOnItIsTheVerdict() throws Exception {
        assertThat(parse(Page.of(Played.badly(0, "owner-machine-off", "stats-403"))).getElementsByTagName("h1").item(0)
                .getTextContent()).endsWith("A promise broken in 1 of 2 scenarios");
        assertThat(parse(Page.of(Played.well(0, "stats-403"))).getElementsByTagName("h1").item(0).getTextContent())
                .endsWith("No promise broken in 1 scenario");
    }

    @Test
    void itNeedsNothingElse() throws Exception {
        String text = Page.of(Played.badly(0, "stats-403"));
        assertThat(text).doesNotContain("<script", "<link", "<img", "@import", "src=", "https://");
        assertThat(text.replace("http://www.w3.org/1999/xhtml", "")).as("no address but a namespace's")
                .doesNotContain("http://");
        assertThat(Pattern.compile("url\\((.)").matcher(text).results().map(found -> found.group(1)))
                .as("first letters of what styles refer to").isNotEmpty().allMatch("#"::equals);
    }

    /** The page is HTML too, where a style is not unescaped and an element that is empty needs its end. */
    @Test
    void whatIsWellFormedIsAlsoGoodHtml() throws Exception {
        String text = Page.of(Played.well(0, "link-cut-120s"));
        Element style = all(parse(text), "style").get(0);
        assertThat(text).as("the style as it is").contains(style.getTextContent());
        assertThat(text).startsWith("<!DOCTYPE html>").doesNotContainPattern(
                "<(?:p|div|span|td|li|ol|code|b)(?: [^>]*)?/>");
    }

    @Test
    void eachIdIsThereOnce() throws Exception {
        Document page = parse(Page.of(Played.well(2, "link-cut-120s", "owner-machine-off")));
        assertThat(all(page, "*").stream().map(element -> element.getAttribute("id")).filter(id -> !id.isEmpty()))
                .contains("top", "stripes").doesNotHaveDuplicates();
    }

    @Test
    void whatADnsProviderCannotSurviveIsToldWithItsReason() throws Exception {
        String text = Page.of(Played.with(new Powers(false, true), "link-cut-120s", "owner-machine-off"));
        assertThat(parse(text).getElementsByTagName("h1").item(0).getTextContent())
                .endsWith("1 of 2 scenarios not survived, with this DNS provider");
        assertThat(text).contains("NOT SURVIVED: never-from-a-living-owner",
                "takes a cut path for a dead owner").doesNotContain("BROKEN: ");
    }

    @Test
    void whatOthersHaveWrittenStaysText() throws Exception {
        Account real = Played.badly(0, "stats-403").accounts().get(0);
        List<Happening> trace = new ArrayList<>(real.trace());
        trace.add(new Happening(Duration.ofSeconds(70), EVIL, Kind.DECISION, "Keep: " + EVIL));
        Account odd = new Account(EVIL, EVIL, real.schedule(), 1, List.of(new Breach(Duration.ofSeconds(80), EVIL,
                EVIL)), trace, real.history(), EVIL, real.shortfall());
        String text = Page.of(new Results(List.of(EVIL), 1, List.of(odd), Duration.ZERO));
        assertThat(text).doesNotContain("<script").contains("&lt;script&gt;");
        Document page = parse(text);
        assertThat(all(page, "script")).isEmpty();
        assertThat(page.getElementsByTagName("h2").item(0).getTextContent())
                .startsWith(EVIL.replace('\u0000', '?'));
    }

    private static Document parse(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static List<Element> all(Object inside, String name) {
        NodeList found = inside instanceof Document page ? page.getElementsByTagName(name)
                : ((Element) inside).getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
