package io.lbkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.camel.util.TimeUtils;

class DurationsTest {

    @Property
    void meanTheSameToCamel(@ForAll("durations") String text) throws Mistake {
        Assume.that(!text.isEmpty());

        assertThat(TimeUtils.toMilliSeconds(text)).as(text).isEqualTo(Durations.parse(text).toMillis());
    }

    @Example
    void refuseWhatCamelMisreadsOrRefuses() {
        for (String text : new String[] {"", "5S", "5 s", "1.5s", "-1s", "PT5S", "5sec", "30s1m", "s", "1m 30s",
            "1000000000s"}) {
            assertThatThrownBy(() -> Durations.parse(text)).as(text).isInstanceOf(Mistake.class);
        }
    }

    @Provide
    Arbitrary<String> durations() {
        return Combinators.combine(part("h"), part("m"), part("s"), part("ms")).as((h, m, s, ms) -> h + m + s + ms);
    }

    private static Arbitrary<String> part(String unit) {
        return Arbitraries.oneOf(Arbitraries.just(""), Arbitraries.integers().between(0, 100_000)
                .map(number -> number + unit));
    }
}
