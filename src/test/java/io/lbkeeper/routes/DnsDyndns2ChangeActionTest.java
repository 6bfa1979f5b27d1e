package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.rehearsal.provider.WebApi;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, what its answers come to, and what is not sent again. */
class DnsDyndns2ChangeActionTest extends Dyndns2TestBase {
    private static final String HERE = "203.0.113.10";
    private static final String THERE = "203.0.113.20";
    private static final Change OWN = Change.set(a(LB1, HERE));

    @Test
    void anAddressIsSet() {
        assertThat(change(OWN)).isEqualTo(new Outcome.Applied("update of lb1.example.com to 203.0.113.10 (good)"));
        assertThat(service.requests).containsExactly("/nic/update?hostname=lb1.example.com&myip=203.0.113.10");
        assertThat(read(LB1).found().orElseThrow()).containsExactly(a(LB1, HERE));
        assertThat(change(Change.set(a(LB2, "2001:db8::20")))).isInstanceOf(Outcome.Applied.class);
    }

    /** To send it would be nochg, and sent again it is abuse. */
    @Test
    void whatIsSoAlreadyIsNotSent() {
        service.put(LB1, HERE);
        service.put(LB2, "2001:db8::20");
        assertThat(change(OWN)).isInstanceOf(Outcome.Applied.class);
        assertThat(change(Change.set(a(LB2, "2001:db8::20")))).isInstanceOf(Outcome.Applied.class);
        assertThat(service.requests).isEmpty();
    }

    @Test
    void namesAtOneAddressGoInOneRequestUpToTwenty() {
        assertThat(change(Change.swap(List.of(), List.of(a(LB1, HERE), a(LB, HERE))))).isEqualTo(
                new Outcome.Applied("update of lb1.example.com, lb.example.com to 203.0.113.10 (good)"));
        assertThat(service.requests).hasSize(1);
        List<RecordSet> many = IntStream.range(0, 25).mapToObj(n -> a("s" + n + ".example.com", HERE)).toList();
        assertThat(change(Change.swap(List.of(), many))).isInstanceOf(Outcome.Applied.class);
        assertThat(service.requests).as("with a limit of 20 names each").hasSize(3);
    }

    @Test
    void whatOthersHaveChangedIsLost() {
        service.put(LB, THERE);
        assertThat(change(Change.swap(List.of(a(LB, HERE)), List.of(a(LB, "203.0.113.30")))))
                .isInstanceOf(Outcome.Lost.class);
        assertThat(change(Change.swap(List.of(), List.of(a(LB, HERE))))).isInstanceOf(Outcome.Lost.class);
        assertThat(service.requests).isEmpty();
        assertThat(change(Change.swap(List.of(a(LB, THERE)), List.of(a(LB, HERE)))))
                .isInstanceOf(Outcome.Applied.class);
    }

    /** Both have created it, and the other's stands: once that is dead the own is sent again without a wait. */
    @Test
    void whatSomebodyElseHasChangedSinceIsSentAtOnce() {
        Change taken = Change.swap(List.of(), List.of(a(LB, HERE)));
        assertThat(change(taken)).isInstanceOf(Outcome.Applied.class);
        service.put(LB, THERE);
        assertThat(read(LB).found()).contains(List.of(a(LB, THERE)));
        assertThat(change(Change.swap(List.of(a(LB, THERE)), List.of(a(LB, HERE))))).isInstanceOf(
                Outcome.Applied.class);
    }

    @Test
    void whatNameServersDoNotShowYetIsNotSentAgain() {
        assertThat(change(OWN)).isInstanceOf(Outcome.Applied.class);
        service.take(LB1);
        assertRefused(change(OWN), "the name servers may not show it yet");
        assertThat(service.requests).hasSize(1);
    }

    @Test
    void nothingCanBeDeleted() {
        service.put(LB, "2001:db8::10");
        assertRefused(change(Change.swap(List.of(a(LB, "2001:db8:0:0:0:0:0:10")), List.of(a(LB, HERE)))),
                "can't delete lb.example.com AAAA");
        assertThat(service.requests).isEmpty();
    }

    @Test
    void beforeAChangeThereIsARead() {
        service.close();
        assertRefused(change(OWN), "before a change: no name server of the zone has answered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"badauth", "!donator", "badagent", "911", "badsys", "badparam"})
    void anAnswerOfTheAccountHoldsEverythingBackForHalfAnHour(String code) {
        say(200, code);
        assertRefused(change(OWN), "answered " + code);
        Change other = Change.set(a(LB2, THERE));
        for (Duration pause : List.of(Duration.ZERO, Duration.ofMinutes(29))) {
            now = now.plus(pause);
            restart(Dyndns2Service.PASSWORD);
            assertRefused(change(OWN), "not sent for another");
            assertRefused(change(other), code);
        }
        assertThat(service.requests).hasSize(1);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(change(OWN)).isInstanceOf(Outcome.Applied.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notfqdn", "nohost", "numhost", "abuse", "dnserr"})
    void anAnswerOfANameHoldsThatNameBackAndNoOther(String code) {
        say(200, code);
        assertRefused(change(OWN), "answered " + code);
        now = now.plus(Duration.ofMinutes(29));
        restart(Dyndns2Service.PASSWORD);
        assertRefused(change(OWN), "not sent for another 60 s: the provider answered " + code);
        assertRefused(change(Change.set(a(LB1, THERE))), code);
        assertThat(service.requests).hasSize(1);
        assertThat(change(Change.set(a(LB2, THERE)))).isInstanceOf(Outcome.Applied.class);
        assertRefused(change(Change.swap(List.of(), List.of(a(LB1, HERE), a(LB, HERE)))), LB1 + " is not sent");
        assertThat(read(LB).found().orElseThrow()).as("the name that is not held back").containsExactly(a(LB, HERE));
        now = now.plus(Duration.ofMinutes(1));
        assertThat(change(OWN)).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void anEditOfTheSettingsIsTried() {
        restart("wrong");
        assertRefused(change(OWN), "answered badauth", "lb.dyndns2.password");
        assertRefused(change(OWN), "not sent");
        restart(Dyndns2Service.PASSWORD);
        assertThat(change(OWN)).isInstanceOf(Outcome.Applied.class);
        assertThat(service.requests).hasSize(2);
    }

    /** The provider has it, and its name servers do not show it: the second time would be abuse. */
    @Test
    void nochgIsNotSentAgain() {
        say(200, "nochg " + HERE);
        assertThat(change(OWN)).isEqualTo(new Outcome.Applied("update of lb1.example.com to 203.0.113.10 (nochg)"));
        now = now.plus(Duration.ofMinutes(29));
        assertRefused(change(OWN), "the provider answered nochg", "lb.dyndns2.name-servers");
        assertThat(change(Change.set(a(LB1, THERE)))).as("another address").isInstanceOf(Outcome.Applied.class);
        assertThat(service.requests).hasSize(2);
    }

    @Test
    void eachNameHasALineOfItsOwn() {
        say(200, "good " + HERE + "\nnohost\n");
        assertRefused(change(Change.swap(List.of(), List.of(a(LB1, HERE), a(LB2, HERE)))),
                "answered nohost for lb2.example.com");
        now = now.plus(Duration.ofMinutes(2));
        assertThat(change(OWN)).isInstanceOf(Outcome.Applied.class);
        assertRefused(change(Change.set(a(LB2, HERE))), "nohost");
    }

    @Test
    void anUpdateThatWasIgnoredIsNoGoodOne() {
        say(200, "good 127.0.0.1");
        assertRefused(change(OWN), "answered badagent");
    }

    @Test
    void anAnswerWithoutAWordIsThatOfItsStatus() {
        say(401, "");
        assertRefused(change(OWN), "answered badauth");
    }

    /** It may have been carried out, and the name servers may lag: then to send it again would be nochg. */
    @ParameterizedTest
    @ValueSource(strings = {"200:<html>good</html>", "200:", "200:good\ngood", "200:hello", "500:good", "503:", "302:",
        "404:nohost"})
    void whatIsNoAnswerOfTheProtocolIsTriedAgainAfterAMinute(String answer) {
        say(Integer.parseInt(answer.substring(0, 3)), answer.substring(4));
        assertRefused(change(OWN), "status " + answer.substring(0, 3), "lb.dyndns2.url");
        assertRefused(change(OWN), "not sent for another 60 s");
        assertThat(change(Change.set(a(LB2, THERE)))).isInstanceOf(Outcome.Applied.class);
        now = now.plus(Duration.ofSeconds(60));
        assertThat(change(OWN)).isInstanceOf(Outcome.Applied.class);
    }

    private void say(int status, String body) {
        service.api.say(new WebApi.Reply(status, "text/plain", body));
    }

    private static void assertRefused(Outcome outcome, String... words) {
        assertThat(outcome).isInstanceOf(Outcome.CouldNotAsk.class);
        assertThat(outcome.isAlarm()).isTrue();
        assertThat(((Outcome.CouldNotAsk) outcome).why()).contains(words);
    }
}
