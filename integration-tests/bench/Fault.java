package bench;

import java.time.Duration;

/** What befalls the machine that has the name, or what is asked of it, and how it is undone. */
enum Fault {
    /** kill -9 of HAProxy; all agents live. */
    KILL {
        @Override
        Began strike(Site site, Machine holder) {
            return Began.at(holder.killHaproxy());
        }

        @Override
        void undo(Site site, Machine struck) {
            struck.startHaproxy();
        }
    },
    /** SIGSTOP of HAProxy: the kernel still accepts connections, and nobody answers. */
    HANG {
        @Override
        Began strike(Site site, Machine holder) {
            return Began.at(holder.hangHaproxy());
        }

        @Override
        void undo(Site site, Machine struck) {
            struck.resumeHaproxy();
        }
    },
    /** The network drops everything to and from the machine. */
    BLACKHOLE {
        @Override
        Began strike(Site site, Machine holder) {
            long now = System.nanoTime();
            site.net.blackhole(holder.name);
            return Began.at(now);
        }

        @Override
        void undo(Site site, Machine struck) {
            site.net.heal();
        }
    },
    /** kill -9 of HAProxy and of the agent beside it: only the other machine can tell. */
    ALONE {
        @Override
        Began strike(Site site, Machine holder) {
            holder.killAgent();
            return Began.at(holder.killHaproxy());
        }

        @Override
        void undo(Site site, Machine struck) {
            struck.startHaproxy();
            struck.startAgent();
        }
    },
    /** Nothing is broken: somebody wants the name at the other machine. */
    HAND_OVER {
        @Override
        Began strike(Site site, Machine holder) {
            Contender.HandOver asked = site.contender.handOver(site, holder.name, site.other(holder).name);
            return new Began(asked.typedNanos(), asked.writtenNanos());
        }

        @Override
        void undo(Site site, Machine struck) {
            site.contender.forgetHandOver(site);
        }
    };

    /** @param againNanos another moment from which it may be counted, or the same one */
    record Began(long nanos, long againNanos) {
        static Began at(long nanos) {
            return new Began(nanos, nanos);
        }
    }

    abstract Began strike(Site site, Machine holder);

    abstract void undo(Site site, Machine struck);

    /** Whether a check of the struck machine ends by its time-out only. */
    boolean isSilent() {
        return this == HANG || this == BLACKHOLE;
    }

    /** What checks alone cost at the least, on average over the moments at which a fault may come. */
    Duration floor(Contender contender, Setting setting) {
        Duration checks = contender.interval(setting).multipliedBy(2L * contender.fall(setting) - 1).dividedBy(2);
        return isSilent() ? checks.plus(contender.timeout(setting)) : checks;
    }
}
