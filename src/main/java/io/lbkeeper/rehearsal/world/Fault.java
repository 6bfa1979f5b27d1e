package io.lbkeeper.rehearsal.world;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that is broken from one time to another. All that the world does wrong follows from the faults that are
 * there at the moment, so they overlap in any order.
 */
public sealed interface Fault {

    /** No packet goes between two machines. */
    record LinkCut(String one, String other) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.cut(one, other);
            c.cut(other, one);
        }
    }

    /** No packet goes from one machine to another; the other way is open. */
    record OneWayCut(String from, String to) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.cut(from, to);
        }
    }

    /** This share of the packets between two machines is lost, each way. */
    record Loss(String one, String other, double share) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.lose(one, other, share);
            c.lose(other, one, share);
        }
    }

    /** Packets between two machines take this much longer, each way. */
    record Delay(String one, String other, Duration more) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.delay(one, other, more);
            c.delay(other, one, more);
        }
    }

    /** Switched off: its HAProxy and its agent are gone, and start with it again. */
    record MachineOff(String node) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.off[c.number(node)] = true;
        }
    }

    /** All its packets are dropped, in and out; it runs. */
    record MachineBlackholed(String node) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.blackholed[c.number(node)] = true;
        }
    }

    /** The machine as a whole stands still. */
    record MachinePaused(String node) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.frozen[c.number(node)] = true;
            c.haproxyHung[c.number(node)] = true;
            c.still[c.number(node)] = true;
        }
    }

    /** Its machine is gone for good and a stranger has its address; at the heal it has a new one. */
    record AddressRecycled(String node) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.off[c.number(node)] = true;
            c.recycled[c.number(node)] = true;
        }
    }

    /** It has a new address from now on, for good. */
    record AddressChanged(String node, OldAddress old) implements Fault {
    }

    record HaproxyKilled(String node) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.haproxyDown[c.number(node)] = true;
        }
    }

    /** Stopped (SIGSTOP): connections are taken by the kernel and nobody answers. */
    record HaproxyHung(String node) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.haproxyHung[c.number(node)] = true;
        }
    }

    record HaproxyShows(String node, Face face) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.face[c.number(node)] = face;
        }
    }

    /** Reloaded again and again; once in a while that costs a connection. */
    record HaproxyReloads(String node, Duration every) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.reloadsEveryNanos[c.number(node)] = every.toNanos();
        }
    }

    /** The lines to it end again and again though nothing is wrong with it: something on the way resets them. */
    record LinesDrop(String node, Duration every) implements Fault {
    }

    /** No packet goes between a machine and the DNS provider's API. */
    record ApiCut(String node) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.apiCut[c.number(node)] = true;
        }
    }

    /** This share of a machine's calls of the API goes wrong in this way. */
    record ApiFails(String node, ApiTrouble trouble, double share) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.apiFails.get(c.number(node)).add(this);
        }
    }

    /** Its address source is broken. */
    record AddressSourceFails(String node, SourceTrouble trouble) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.source[c.number(node)] = trouble;
        }
    }

    /** Killed, and started again at the heal. */
    record AgentKilled(String node) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.agentDown[c.number(node)] = true;
        }
    }

    /** SIGSTOP, and SIGCONT at the heal. */
    record AgentFrozen(String node) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.frozen[c.number(node)] = true;
        }
    }

    /** Frozen when it is about to send its next change, until the heal. */
    record AgentFrozenBeforeWrite(String node) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.freezesAtWrite[c.number(node)] = true;
        }
    }

    /** Killed when it is about to send its next change, and started again at the heal. */
    record AgentKilledBeforeWrite(String node) implements Fault {
        @Override
        public void breakInto(Conditions c) {
            c.diesAtWrite[c.number(node)] = true;
        }
    }

    record Human(HumanEdit edit) implements Fault {
    }

    /** What becomes of an address that a node no longer has. */
    enum OldAddress {
        SILENT, REFUSED, STRANGER
    }

    /** How an address source can be broken. */
    enum SourceTrouble {
        /** It cannot be asked. */
        SILENT,
        /** It says that there is no address. */
        ABSENT,
        /** Now and then it tells an address that this node never had. */
        LYING
    }

    /** Breaks what it breaks for as long as it is there. One that happens at once and stays breaks nothing here. */
    default void breakInto(Conditions conditions) {
    }

    /** How often it ends the lines to a node's HAProxy, if it does, though that is there. */
    default Optional<Repeated> endsLines() {
        return this instanceof HaproxyReloads reloads ? Optional.of(new Repeated(reloads.node(), reloads.every()))
                : this instanceof LinesDrop drops ? Optional.of(new Repeated(drops.node(), drops.every()))
                : Optional.empty();
    }

    /** Something that befalls a node again and again. */
    record Repeated(String node, Duration every) {
    }

    /** For how long after its heal something may still come of it: requests that are under way. */
    default Duration aftermath() {
        return this instanceof ApiFails ? Provider.LATEST : Duration.ZERO;
    }

    /** Whether all is quiet after a while although it stays: somebody is gone, and everybody else can do all. */
    default boolean allowsRest() {
        return this instanceof MachineOff || this instanceof MachineBlackholed || this instanceof AddressRecycled
                || this instanceof HaproxyKilled || this instanceof HaproxyHung || this instanceof AgentKilled
                || this instanceof AddressChanged || this instanceof Human;
    }

    /** Whether a look of this kind at a node shows it, where it is one of that node's own. */
    default boolean isSeenBy(Glance glance) {
        return switch (glance) {
            case PAGE -> true;
            case PORT -> !(this instanceof HaproxyHung || this instanceof AddressRecycled
                    || this instanceof HaproxyShows shows && shows.face() != Face.STOPPING
                    || this instanceof AddressChanged changed && changed.old() == OldAddress.STRANGER);
            case MACHINE -> !(this instanceof HaproxyHung || this instanceof AddressRecycled
                    || this instanceof HaproxyShows || this instanceof HaproxyKilled
                    || this instanceof AddressChanged changed && changed.old() != OldAddress.SILENT);
        };
    }

    /** What happens, in a few words, for a timeline. */
    default String told() {
        return toString().replaceAll("(\\w+)=", "").replace('[', ' ').replace("]", "").replace(",", "");
    }
}
