package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every DNS provider's pair of kamelets does, whatever is behind it. A test of one extends this with a provider
 * whose zone is {@code example.com} and has none of these records yet.
 */
abstract class ProviderContract extends RouteTestBase {
    private static final String LB = "lb.example.com";
    private static final String OWNER = "_owner.lb.example.com";
    private static final RecordSet ADDRESS = RecordSet.simple(LB, "A", Duration.ofSeconds(60), "203.0.113.10");
    private static final RecordSet OTHER = RecordSet.simple(LB, "A", Duration.ofSeconds(60), "203.0.113.20");
    private static final RecordSet CLAIM = RecordSet.simple(OWNER, "TXT", Duration.ofSeconds(60),
            "\"v=1 owner=lb1 address=203.0.113.10 epoch=1 nonce=a inter=5\"");
    private static final RecordSet OTHER_CLAIM = RecordSet.simple(OWNER, "TXT", Duration.ofSeconds(60),
            "\"v=1 owner=lb2 address=203.0.113.20 epoch=2 nonce=b inter=5\"");
    private static final RecordSet NODE = RecordSet.simple("lb1.example.com", "A", Duration.ofSeconds(60),
            "203.0.113.10");

    /** As in {@code lb.dns}. */
    abstract String provider();

    /** Whether a record with another TTL than was expected is another record. */
    boolean comparesTtls() {
        return true;
    }

    /** Sets a record as a person would, past the kamelets. */
    abstract void write(RecordSet set) throws Exception;

    @Override
    String[] routes() {
        return new String[0];
    }

    @Test
    void whatIsNotThereIsAbsentAndNotAFailure() {
        assertThat(read(LB, OWNER)).isEmpty();
    }

    @Test
    void whatIsThereIsReadOfEachNameAndType() throws Exception {
        RecordSet six = RecordSet.simple(LB, "AAAA", Duration.ofSeconds(300), "2001:db8::1", "2001:db8::2");
        write(ADDRESS);
        write(six);
        write(CLAIM);
        assertThat(read(LB, OWNER)).hasSize(3).allMatch(set -> List.of(ADDRESS, six, CLAIM).stream()
                .anyMatch(set::sameAs));
    }

    @Test
    void aRecordIsCreatedTogetherWithItsOwnerRecord() {
        assertThat(change(Change.swap(List.of(), List.of(ADDRESS, CLAIM)))).isInstanceOf(Outcome.Applied.class);
        assertThat(read(LB, OWNER)).containsExactlyInAnyOrder(ADDRESS, CLAIM);
    }

    @Test
    void bothAreSwapped() throws Exception {
        write(ADDRESS);
        write(CLAIM);
        assertThat(change(Change.swap(List.of(ADDRESS, CLAIM), List.of(OTHER, OTHER_CLAIM))))
                .isInstanceOf(Outcome.Applied.class);
        assertThat(read(LB, OWNER)).containsExactlyInAnyOrder(OTHER, OTHER_CLAIM);
    }

    @Test
    void anAddressOfTheOtherFamilyTakesItsPlace() throws Exception {
        RecordSet six = RecordSet.simple(LB, "AAAA", Duration.ofSeconds(60), "2001:db8::1");
        write(ADDRESS);
        assertThat(change(Change.swap(List.of(ADDRESS), List.of(six)))).isInstanceOf(Outcome.Applied.class);
        assertThat(read(LB)).containsExactly(six);
    }

    @Test
    void whereSomethingElseStandsTheChangeIsLostAndNothingOfItIsApplied() throws Exception {
        write(OTHER);
        write(OTHER_CLAIM);
        assertThat(change(Change.swap(List.of(ADDRESS, OTHER_CLAIM), List.of(ADDRESS, CLAIM))))
                .isInstanceOf(Outcome.Lost.class);
        assertThat(change(Change.swap(List.of(), List.of(ADDRESS)))).isInstanceOf(Outcome.Lost.class);
        if (comparesTtls()) {
            assertThat(change(Change.swap(List.of(otherTtl()), List.of(ADDRESS)))).isInstanceOf(Outcome.Lost.class);
        }
        assertThat(read(LB, OWNER)).containsExactlyInAnyOrder(OTHER, OTHER_CLAIM);
    }

    @Test
    void whatWasExpectedAndIsGoneIsLost() {
        assertThat(change(Change.swap(List.of(OTHER, OTHER_CLAIM), List.of(ADDRESS, CLAIM))))
                .isInstanceOf(Outcome.Lost.class);
        assertThat(read(LB, OWNER)).isEmpty();
    }

    @Test
    void aNodesOwnRecordIsSetWhateverIsThere() throws Exception {
        assertThat(change(Change.set(NODE))).isInstanceOf(Outcome.Applied.class);
        assertThat(read("lb1.example.com")).containsExactly(NODE);
        RecordSet moved = RecordSet.simple("lb1.example.com", "A", Duration.ofSeconds(60), "203.0.113.99");
        assertThat(change(Change.set(moved))).isInstanceOf(Outcome.Applied.class);
        assertThat(read("lb1.example.com")).containsExactly(moved);
    }

    private static RecordSet otherTtl() {
        return RecordSet.simple(LB, "A", Duration.ofSeconds(300), "203.0.113.20");
    }

    /** What the provider says of these names: it may say more. */
    final List<RecordSet> read(String... names) {
        Answer<?> answer = template.requestBody("kamelet:dns-" + provider() + "-read-action", List.of(names),
                Answer.class);
        Optional<?> found = answer.found();
        assertThat(found).as("what was read; the answer was %s", answer).isPresent();
        return ((List<?>) found.get()).stream().map(RecordSet.class::cast)
                .filter(set -> Arrays.asList(names).contains(set.name())).toList();
    }

    final Outcome change(Change change) {
        return template.requestBody("kamelet:dns-" + provider() + "-change-action", change, Outcome.class);
    }
}
