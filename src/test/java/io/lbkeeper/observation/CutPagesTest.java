package io.lbkeeper.observation;

import static io.lbkeeper.observation.StatsPages.ALL;
import static io.lbkeeper.observation.StatsPages.APP_ONLY;
import static io.lbkeeper.observation.StatsPages.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CutPagesTest {
    private static final StatsRules NAMED = StatsPages.rules(List.of("app", "unchecked"), List.of("www"));
    private static final List<String> STATES = List.of("just-started", "mixed", "drain-and-maint",
            "all-servers-in-maintenance", "frontend-disabled", "frontend-stopped");

    @ParameterizedTest
    @MethodSource("io.lbkeeper.observation.StatsPages#versions")
    void aPageCutAtAnyByteIsUnknown(String version) {
        for (String state : STATES) {
            String page = StatsPages.captured(version, state);
            for (int end = 0; end < page.length(); end++) {
                String cut = page.substring(0, end);
                assertThat(judge(cut, ALL).health()).as("%s %s cut at %d", version, state, end)
                        .isEqualTo(Health.UNKNOWN);
                assertThat(judge(cut, APP_ONLY).health()).as("%s %s cut at %d", version, state, end)
                        .isEqualTo(Health.UNKNOWN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.lbkeeper.observation.StatsPages#versions")
    void aCutPageThatHasAllThatIsNamedIsJudgedByThat(String version) {
        String page = StatsPages.captured(version, "mixed");
        int named = page.indexOf('\n', page.indexOf("unchecked,BACKEND")) + 1;
        for (int end = 0; end < page.length(); end++) {
            Health health = judge(page.substring(0, end), NAMED).health();
            boolean whole = end >= named && page.charAt(end - 1) == '\n';
            assertThat(health).as("cut at %d of %d, the last named row ends at %d", end, page.length(), named)
                    .isEqualTo(whole ? Health.OK : Health.UNKNOWN);
        }
    }

    @Test
    void serversWithoutTheirBackendShowACutWhereTheStatsFrontendComesFirst() {
        String page = StatsPages.captured("3.2", "mixed");
        String last = page.substring(page.indexOf("lbkeeper,FRONTEND"));
        String firstLine = page.substring(0, page.indexOf('\n') + 1);
        String reordered = firstLine + last + page.substring(firstLine.length(), page.indexOf("api,api1"));
        assertThat(judge(reordered, ALL)).isEqualTo(new Check(Health.OK, "1 of 1 backend up, 1 frontend open"));
        assertThat(judge(reordered.substring(0, reordered.indexOf("app,BACKEND")), ALL)).isEqualTo(new Check(
                Health.UNKNOWN, "page without the BACKEND row of app: cut off, or restricted by stats scope"));
    }

    @Property(tries = 3000)
    void noInputThrows(@ForAll("pages") String page, @ForAll int status, @ForAll("noise") String noise,
                       @ForAll int at) {
        int place = Math.floorMod(at, page.length());
        String spoiled = page.substring(0, place) + noise + page.substring(place);
        for (String body : List.of(noise, spoiled, page.substring(place))) {
            for (StatsRules rules : List.of(ALL, APP_ONLY, NAMED)) {
                Check check = StatsJudge.judge("lb1", answer(200, body), rules);
                assertThat(check.detail()).as("one line for %s", body).hasSizeBetween(1, 600).doesNotContain("\n");
            }
            assertThat(StatsJudge.judge(noise, answer(status, body), ALL).health()).isNotEqualTo(Health.OK);
        }
    }

    @Property(tries = 2000)
    void noiseAloneIsNeverOk(@ForAll("noise") String noise) {
        assertThat(judge(noise, ALL).health()).isEqualTo(Health.UNKNOWN);
    }

    @Provide
    Arbitrary<String> pages() {
        return Arbitraries.of(StatsPages.VERSIONS).flatMap(version -> Arbitraries.of(STATES)
                .map(state -> StatsPages.captured(version, state)));
    }

    @Provide
    Arbitrary<String> noise() {
        Arbitrary<String> csv = Arbitraries.strings().withChars("\",\n\r#<>aU ").ofMaxLength(40);
        return Arbitraries.oneOf(csv, Arbitraries.strings().all().ofMaxLength(200));
    }

    private static Check judge(String body, StatsRules rules) {
        return StatsJudge.judge("lb1", answer(200, body), rules);
    }
}
