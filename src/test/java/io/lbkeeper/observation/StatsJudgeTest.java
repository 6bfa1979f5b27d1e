package io.lbkeeper.observation;

import static io.lbkeeper.observation.StatsPages.ALL;
import static io.lbkeeper.observation.StatsPages.APP_ONLY;
import static io.lbkeeper.observation.StatsPages.answer;
import static io.lbkeeper.observation.StatsPages.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Check.Agent;
import io.lbkeeper.decision.Health;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatsJudgeTest {
    private static final String HEADER = "# pxname,svname,status,lastchg,type,check_status,\n";
    private static final String MIXED = StatsPages.captured("3.2", "mixed");

    @Test
    void aGoodPageIsOk() {
        assertCheck(judge(MIXED, APP_ONLY), Health.OK, "2 of 2 backends up, 1 frontend open");
    }

    @Test
    void aBackendThatIsDownIsNamedWithItsServers() {
        assertCheck(judge(MIXED, ALL), Health.DEGRADED, "1 of 3 backends down: api (api1 DOWN L4CON)");
    }

    @Test
    void aCheckOnItsWayDoesNotChangeTheWords() {
        assertCheck(judge(StatsPages.captured("3.5-dev5", "mixed"), ALL), Health.DEGRADED,
                "1 of 3 backends down: api (api1 DOWN L4CON)");
    }

    @Test
    void anotherNodesPageIsAStrangersWhateverItShows() {
        StatsAnswer other = new StatsAnswer(200, Optional.of("lb2"), Optional.empty(), Optional.of("silent"), MIXED);
        assertCheck(StatsJudge.judge("lb1", other, APP_ONLY), Health.STRANGER,
                "X-Lbkeeper-Node is \"lb2\", expected \"lb1\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 301, 400, 401, 403, 404, 500, 503})
    void anAnswerWithoutTheNodeHeaderIsAStrangers(int status) {
        StatsAnswer nameless = new StatsAnswer(status, Optional.empty(), Optional.of("stopping"), Optional.empty(),
                MIXED);
        assertCheck(StatsJudge.judge("lb1", nameless, APP_ONLY), Health.STRANGER, "no X-Lbkeeper-Node header in the "
                + status + " answer, expected \"lb1\": another machine, or HAProxy without haproxy/lbkeeper.cfg");
    }

    @ParameterizedTest
    @CsvSource({"401, lb.check.user", "403, LBKEEPER_PEERS", "404, lb.check.url", "500, 500", "503, 503", "302, 302",
            "204, 204", "0, 0"})
    void aRefusalByTheRightNodeIsUnknown(int status, String advice) {
        Check check = StatsJudge.judge("lb1", answer(status, MIXED), APP_ONLY);
        assertThat(check.health()).isEqualTo(Health.UNKNOWN);
        assertThat(check.detail()).contains("answered " + status).contains(advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                   | empty
            ' \n '                               | empty
            '<html><body>Hello</body></html>\n'  | HTML or XML instead of CSV: "<html><body>Hello</body></html>"
            '{"a": 1}\n'                         | without the columns pxname, svname, status
            'OK\n'                               | without the columns pxname, svname, status: "OK"
            'a,"b\nc'                             | not CSV
            '\u001b[31m\r\n\u202e'               | without the columns pxname, svname, status: "[31m"
            """)
    void whatIsNoStatsPageIsUnknown(String body, String said) {
        Check check = judge(body.translateEscapes(), ALL);
        assertThat(check.health()).isEqualTo(Health.UNKNOWN);
        assertThat(check.detail()).contains(said).matches("[\\x20-\\x7e…]*");
    }

    @Test
    void theStoppingHeaderIsBelieved() {
        StatsAnswer stopping = new StatsAnswer(200, Optional.of("lb1"), Optional.of("stopping"), Optional.empty(),
                MIXED);
        assertCheck(StatsJudge.judge("lb1", stopping, APP_ONLY), Health.STOPPING, "HAProxy says that it is stopping");
    }

    @ParameterizedTest
    @CsvSource({"alive, ALIVE", "' alive ', ALIVE", "silent, SILENT", "'', UNTOLD", "dead, UNTOLD", "Alive, UNTOLD",
            ", UNTOLD"})
    void whatIsSaidOfTheLbkeeperBesideGoesWithEveryCheckOfTheRightNode(String header, Agent agent) {
        for (StatsAnswer answer : List.of(told("lb1", 200, header, MIXED), told("lb1", 200, header, "<html>"),
                told("lb1", 401, header, ""), told("lb1", 503, header, ""))) {
            assertThat(StatsJudge.judge("lb1", answer, ALL).agent()).as("after %s", answer.status()).isEqualTo(agent);
        }
        assertThat(StatsJudge.judge("lb1", told("lb2", 200, header, MIXED), ALL).agent()).as("a stranger's word")
                .isEqualTo(Agent.UNTOLD);
    }

    private static StatsAnswer told(String node, int status, String agent, String body) {
        return new StatsAnswer(status, Optional.of(node), Optional.empty(), Optional.ofNullable(agent), body);
    }

    @Test
    void oneOpenFrontendIsEnough() {
        String page = page("www,FRONTEND,STOP,,0,,", "tls,FRONTEND,OPEN,,0,,", "full,FRONTEND,FULL,,0,,");
        assertCheck(judge(page, ALL), Health.OK, "0 of 0 backends up, 2 frontends open");
        assertCheck(judge(page, rules(List.of(), List.of("www"))), Health.STOPPING,
                "no service frontend is open: www STOP");
    }

    @Test
    void aNamedFrontendThatIsGoneIsNotOpen() {
        assertCheck(judge(StatsPages.captured("2.4", "frontend-stopped"), rules(List.of("unchecked"), List.of("www"))),
                Health.STOPPING, "no service frontend is open: www not on the page");
        assertCheck(judge(StatsPages.captured("2.4", "frontend-stopped"), ALL),
                Health.STOPPING, "no service frontend is open: none on the page");
    }

    @Test
    void aRequiredBackendThatIsNotThereIsAMistake() {
        assertCheck(judge(MIXED, rules(List.of("app", "ap"), List.of())), Health.UNKNOWN, "required backend ap is not "
                + "on the page, which has app, api, unchecked, empty: look at lb.check.backends");
    }

    @Test
    void aListenSectionIsBothAFrontendAndABackend() {
        String page = page("svc,FRONTEND,OPEN,,0,,", "svc,s1,UP,5,2,L7OK,", "svc,BACKEND,UP,5,1,,");
        assertCheck(judge(page, ALL), Health.OK, "1 of 1 backend up, 1 frontend open");
        assertThat(judge(page.replace("BACKEND,UP", "BACKEND,DOWN"), ALL).health()).isEqualTo(Health.DEGRADED);
        assertThat(judge(page.replace("OPEN,,0,,\nsvc", "PAUSED,,0,,\nsvc"), ALL).health()).isEqualTo(Health.STOPPING);
    }

    @ParameterizedTest
    @CsvSource({"UP, OK", "UP (UNPUB), OK", "UP 1/3, OK", "no check, OK", "DOWN, DEGRADED", "DOWN (agent), DEGRADED",
            "MAINT, DEGRADED", "'', DEGRADED", "DRAIN, DEGRADED"})
    void aBackendIsUsableByItsStatus(String status, Health health) {
        String page = page("www,FRONTEND,OPEN,,0,,", "app,s1,UP,9,2,* L7OK,", "app,BACKEND," + status + ",9,1,,");
        assertThat(judge(page, ALL).health()).isEqualTo(health);
    }

    @ParameterizedTest
    @CsvSource({"INI, 0, UNKNOWN", "INI, 2, UNKNOWN", "INI, 3, OK", "* INI, 1, UNKNOWN", "INI, '', UNKNOWN",
            "L7OK, 0, OK", "'', 0, OK"})
    void serversThatNobodyLookedAtAreNotBelievedWithinTheGrace(String checkStatus, String lastChange, Health health) {
        String page = page("www,FRONTEND,OPEN,,0,,", "app,s1,UP 1/3," + lastChange + ",2," + checkStatus + ",",
                "app,s2,MAINT,0,2,,", "app,BACKEND,UP," + lastChange + ",1,,");
        assertThat(judge(page, ALL).health()).isEqualTo(health);
        StatsRules patient = new StatsRules(List.of(), List.of(), Duration.ofMinutes(1));
        assertThat(judge(page, patient).health()).isEqualTo(checkStatus.endsWith("INI") ? Health.UNKNOWN : Health.OK);
    }

    @Test
    void columnsAreFoundByNameWhateverElseIsThere() {
        String page = "# type,new column,status,svname,pxname\n0,x,OPEN,FRONTEND,www\n2,\"a,b\",UP,s1,app\n"
                + "1,,UP,BACKEND,app\n3,,OPEN,sock-1,www\n0,,OPEN,FRONTEND,lbkeeper\n";
        assertCheck(judge(page, ALL), Health.OK, "1 of 1 backend up, 1 frontend open");
        String bare = "# pxname,svname,status\nwww,FRONTEND,OPEN\napp,s1,UP\napp,BACKEND,UP\nlbkeeper,FRONTEND,OPEN\n";
        assertCheck(judge(bare, ALL), Health.OK, "1 of 1 backend up, 1 frontend open");
    }

    @Test
    void namesFromThePageStayShortAndOnOneLine() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            rows.append("app,s\u001b").append(i).append(",DOWN,9,2,L4TOUT,\n");
        }
        String page = page("www,FRONTEND,OPEN,,0,,", rows + "app,BACKEND,DOWN,9,1,,");
        assertCheck(judge(page, ALL), Health.DEGRADED, "1 of 1 backend down: app (s 0 DOWN L4TOUT, s 1 DOWN L4TOUT, "
                + "s 2 DOWN L4TOUT, s 3 DOWN L4TOUT and 5 more)");
    }

    @Test
    void anUnreadableAnswerIsUnknown() {
        assertCheck(StatsJudge.unreadable("longer than 4 MiB"), Health.UNKNOWN,
                "stats page unreadable: longer than 4 MiB");
    }

    private static String page(String... rows) {
        return HEADER + String.join("\n", rows) + "\nlbkeeper,FRONTEND,OPEN,,0,,\n";
    }

    private static Check judge(String body, StatsRules rules) {
        return StatsJudge.judge("lb1", answer(200, body), rules);
    }

    private static void assertCheck(Check seen, Health health, String detail) {
        assertThat(seen).isEqualTo(new Check(health, detail));
    }
}
