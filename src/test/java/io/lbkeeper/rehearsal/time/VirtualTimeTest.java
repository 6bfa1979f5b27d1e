package io.lbkeeper.rehearsal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
    private final VirtualTime time = new VirtualTime();
    private final List<String> seen = new ArrayList<>();

    private record Due(long millis, int order) {
    }

    @Property(tries = 200)
    void everythingHappensByItsTimeAndThenInTheOrderOfAsking(@ForAll long seed) {
        VirtualTime queue = new VirtualTime();
        SplittableRandom random = new SplittableRandom(seed);
        List<Due> asked = new ArrayList<>();
        List<Due> happened = new ArrayList<>();
        for (int order = 0; order < 300; order++) {
            Due due = new Due(random.nextInt(50), order);
            asked.add(due);
            queue.at(Duration.ofMillis(due.millis()), () -> happened.add(due));
        }
        queue.runUntil(Duration.ofSeconds(1));

        asked.sort(Comparator.comparing(Due::millis).thenComparing(Due::order));
        assertThat(happened).isEqualTo(asked);
    }

    @Test
    void theTimeIsThatOfTheEventAndThenTheEnd() {
        time.after(Duration.ofSeconds(3), () -> note("first"));
        time.after(Duration.ofSeconds(9), () -> note("too late"));
        time.runUntil(Duration.ofSeconds(8));

        assertThat(seen).containsExactly("first at 3");
        assertThat(time.now()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void anEventMayAskForMoreAtTheSameMoment() {
        time.after(Duration.ofSeconds(1), () -> time.after(Duration.ZERO, () -> note("inner")));
        time.after(Duration.ofSeconds(1), () -> note("outer"));
        time.runUntil(Duration.ofSeconds(1));

        assertThat(seen).containsExactly("outer at 1", "inner at 1");
    }

    @Test
    void whatComesWhileAnAgentIsFrozenComesAtItsThawInItsOrder() {
        NodeTime node = new NodeTime(time);
        node.after(Duration.ofSeconds(2), () -> note("a"));
        node.after(Duration.ofSeconds(3), () -> note("b"));
        time.at(Duration.ofSeconds(1), node::freeze);
        time.at(Duration.ofSeconds(7), node::thaw);
        time.runUntil(Duration.ofSeconds(9));

        assertThat(seen).containsExactly("a at 7", "b at 7");
    }

    @Test
    void anAgentThatFreezesAtItsThawGetsTheRestAtTheNext() {
        NodeTime node = new NodeTime(time);
        node.freeze();
        node.gated(node::freeze).run();
        node.gatedFor((String text) -> note(text)).accept("rest");
        node.thaw();
        assertThat(seen).isEmpty();

        node.thaw();
        assertThat(seen).containsExactly("rest at 0");
    }

    @Test
    void nothingThatWasMeantForAKilledAgentReachesTheNextOne() {
        NodeTime node = new NodeTime(time);
        node.after(Duration.ofSeconds(2), () -> note("old"));
        node.freeze();
        node.gated(() -> note("held back")).run();
        node.kill();
        node.thaw();
        node.after(Duration.ofSeconds(2), () -> note("new"));
        time.runUntil(Duration.ofSeconds(9));

        assertThat(seen).containsExactly("new at 2");
        assertThat(node.generation()).isEqualTo(1);
    }

    private void note(String what) {
        seen.add(what + " at " + time.now().toSeconds());
    }
}
