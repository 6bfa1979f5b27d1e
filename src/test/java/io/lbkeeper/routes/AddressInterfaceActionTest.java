package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressInterfaceActionTest extends AddressTestBase {
    @Override
    Map<String, String> source() {
        return Map.of("lb.address", "interface:lo");
    }

    @Test
    void loopbackHasNoAddressThatOthersCouldUse() {
        assertCouldNotAsk(ask(1), "the interface lo has no usable address, only ");
    }

    @Test
    void anUnknownInterfaceNamesThoseThatThereAre() {
        Object answer = template.requestBody("kamelet:address-interface-action?source=eth77", (Object) null);
        assertThat(answer).isInstanceOf(Answer.CouldNotAsk.class).asString()
                .contains("there is no interface eth77; there are ").containsPattern("there are .*\\blo\\b");
    }
}
