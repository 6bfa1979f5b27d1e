package io.lbkeeper.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The story that is told: all starts, the owner's HAProxy dies, the name moves, and nothing moves back. */
final class Story {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration MOVE = Duration.ofSeconds(15);
    private static final Duration CALM = Duration.ofSeconds(5L * Configuration.INTERVAL_SECONDS);

    private final Stage stage;
    private final Timeline timeline;

    Story(Stage stage) {
        this.stage = stage;
        this.timeline = stage.timeline();
    }

    /** Tells it, and ends as soon as something does not go as it should. */
    void tell() throws IOException, Unexpected {
        startAll();
        Machine owner = awaitOwner();
        Machine standby = other(owner);
        Duration killed = timeline.elapsed();
        owner.killHaproxy();
        stage.clients().visit(owner.address());
        awaitMove(standby, killed);
        owner.startHaproxy();
        awaitService(owner);
        staysWith(standby);
    }

    private void startAll() throws IOException, Unexpected {
        stage.startRoute53();
        for (Machine machine : stage.machines()) {
            machine.startHaproxy();
        }
        for (Machine machine : stage.machines()) {
            awaitService(machine);
        }
        for (Machine machine : stage.machines()) {
            machine.startLbkeeper();
        }
    }

    private Machine awaitOwner() throws Unexpected {
        stage.await(Configuration.SERVICE + " to answer the address of the node that owns it", START,
                () -> owner().isPresent(), this::seen);
        for (Machine machine : stage.machines()) {
            String name = machine.node() + "." + Configuration.DOMAIN;
            stage.await(name + " to answer " + machine.address(), START,
                    () -> answered(name).equals(List.of(machine.address())), () -> answered(name).toString());
        }
        Machine owner = owner().orElseThrow(() -> new Unexpected("one owner", seen()));
        awaitVisit(owner);
        say(owner.node() + " owns the name, " + other(owner).node() + " stands by; now to break something");
        return owner;
    }

    private void awaitMove(Machine standby, Duration killed) throws Unexpected {
        stage.await(Configuration.SERVICE + " to move to " + standby.node() + " at " + standby.address(), MOVE,
                () -> isWith(standby, stage.watcher().now()), this::seen);
        awaitVisit(standby);
        Duration moved = stage.watcher().since(killed).stream().filter(sight -> isWith(standby, sight.state()))
                .findFirst().orElseThrow().at();
        say(String.format(Locale.ROOT, "the name moved in %.1f s after the kill: %s", moved.minus(killed).toMillis()
                / 1000.0, whoMovedIt()));
    }

    private String whoMovedIt() {
        boolean handedOver = stage.lastSaid("HandOver").isPresent();
        boolean takenOver = stage.lastSaid("TakeOver").isPresent();
        return handedOver && takenOver ? "both sent a change, and one of them won"
                : handedOver ? "its owner handed it over" : "the standby took it over";
    }

    private void staysWith(Machine standby) throws Unexpected {
        Duration from = timeline.elapsed();
        say("and now nothing should happen, for " + CALM.toSeconds() + " s");
        stage.await("the calm to end", CALM.multipliedBy(2), () -> {
            stage.failIfOneHasFailed();
            for (Watcher.Sight sight : stage.watcher().since(from)) {
                if (!isWith(standby, sight.state())) {
                    throw new Unexpected(Configuration.SERVICE + " to stay with " + standby.node(),
                            sight.state().toString());
                }
            }
            return timeline.elapsed().minus(from).compareTo(CALM) >= 0;
        }, this::seen);
        if (!isWith(standby, stage.watcher().now())) {
            throw new Unexpected(Configuration.SERVICE + " to stay with " + standby.node(), seen());
        }
        stage.clients().visit(stage.watcher().now().addresses().get(0));
        say("nothing moved back: " + standby.node() + " keeps the name, and "
                + other(standby).node() + " stands by");
    }

    private void awaitService(Machine machine) throws Unexpected {
        String[] last = {""};
        stage.await(machine.node() + " to answer \"" + Clients.greeting(machine) + "\"", MOVE,
                () -> Clients.greeting(machine).equals(last[0] = answer(machine)), () -> last[0]);
    }

    /** Where clients get who is supposed to serve them, by the address that DNS gave. */
    private void awaitVisit(Machine machine) throws Unexpected {
        String address = stage.watcher().now().addresses().stream().findFirst().orElse("");
        String[] last = {""};
        stage.await("clients to get \"" + Clients.greeting(machine) + "\" where " + Configuration.SERVICE + " points",
                MOVE, () -> address.equals(machine.address())
                        && Clients.greeting(machine).equals(last[0] = answer(machine)), () -> last[0]);
    }

    private String answer(Machine machine) {
        try {
            return stage.clients().get(machine.address());
        } catch (IOException e) {
            return "(nothing: " + e.getMessage() + ")";
        }
    }

    private List<String> answered(String name) {
        try {
            return stage.lookup().addressesOf(name);
        } catch (IOException e) {
            return List.of("no answer: " + e.getMessage());
        }
    }

    private Optional<Machine> owner() {
        NameState now = stage.watcher().now();
        return stage.machines().stream().filter(machine -> isWith(machine, now)).findFirst();
    }

    private static boolean isWith(Machine machine, NameState state) {
        return state.names(machine.address()) && state.owner().equals(machine.node())
                && state.ttlSeconds() == Configuration.TTL_SECONDS;
    }

    private Machine other(Machine machine) {
        return stage.machines().stream().filter(other -> other != machine).findFirst().orElseThrow();
    }

    private String seen() {
        return Configuration.SERVICE + " answers: " + stage.watcher().now();
    }

    private void say(String text) {
        timeline.say("demo", Tone.GOOD, text);
    }
}
