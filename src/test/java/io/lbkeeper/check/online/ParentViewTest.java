package io.lbkeeper.check.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

class ParentViewTest {
    private static final Set<String> BOTH = Set.of("ns-1.example.net", "ns-2.example.org");

    @ParameterizedTest
    @ValueSource(ints = {Section.ANSWER, Section.AUTHORITY})
    void aResolversAnswerAndAParentsReferralAreTheSame(int section) throws IOException {
        try (FakeParent parent = FakeParent.of(section, "example.com", "NS-1.Example.net.", "ns-2.example.org.")) {
            assertThat(of(parent)).isEqualTo(new Delegation.To(BOTH));
        }
    }

    @Test
    void serversOfAnotherNameAreNotTheZones() throws IOException {
        try (FakeParent parent = FakeParent.of(Section.AUTHORITY, "com", "a.gtld-servers.net.")) {
            assertThat(of(parent)).isEqualTo(new Delegation.None("the name has no name servers of its own"));
        }
    }

    @Test
    void aNameThatIsNotThereIsNotDelegated() throws IOException {
        try (FakeParent parent = FakeParent.code(Rcode.NXDOMAIN)) {
            assertThat(of(parent)).isEqualTo(new Delegation.None("there is no such name (NXDOMAIN)"));
        }
    }

    @Test
    void whoRefusesHasNotSaidThatThereIsNone() throws IOException {
        try (FakeParent refusing = FakeParent.code(Rcode.REFUSED); FakeParent failing = FakeParent.code(
                Rcode.SERVFAIL)) {
            assertThat(of(refusing, failing)).isInstanceOfSatisfying(Delegation.Unknown.class, unknown ->
                    assertThat(unknown.why()).contains("REFUSED").contains("SERVFAIL: none of the zone's"));
            assertThat(List.of(refusing.asked(), failing.asked())).containsExactly(1, 1);
        }
    }

    @Test
    void theNextResolverIsAskedWhereOneIsSilent() throws IOException {
        try (FakeParent silent = FakeParent.silent(); FakeParent parent = FakeParent.of(Section.ANSWER, "example.com",
                "ns-1.example.net.", "ns-2.example.org.")) {
            assertThat(of(silent, parent)).isEqualTo(new Delegation.To(BOTH));
            assertThat(silent.asked()).as("tries of the silent one").isEqualTo(2);
        }
    }

    @Test
    void withoutAResolverNothingIsKnown() {
        assertThat(of()).isEqualTo(new Delegation.Unknown("this machine has no resolver"));
    }

    private static Delegation of(FakeParent... resolvers) {
        return new ParentView(List.of(resolvers).stream().map(FakeParent::address).toList()).of("example.com");
    }
}
