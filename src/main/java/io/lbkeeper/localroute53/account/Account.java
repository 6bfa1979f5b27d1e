package io.lbkeeper.localroute53.account;

import io.lbkeeper.localroute53.zone.Refusal;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where what the endpoint knows changes: one call after the other, each whole or not at all. */
public final class Account {
    private static final Logger LOG = LoggerFactory.getLogger(Account.class);
    private final Keeping keeping;
    private volatile AccountState state;

    /** What a call makes of what was before. */
    @FunctionalInterface
    public interface Step {
        AccountState apply(AccountState before) throws Refusal;
    }

    /** What outlives the process. */
    @FunctionalInterface
    public interface Keeping {
        void keep(AccountState state) throws IOException;
    }

    /** @param keeping is asked before a change shows; what it cannot keep is not changed */
    public Account(AccountState state, Keeping keeping) {
        this.state = state;
        this.keeping = keeping;
    }

    /** In memory only. */
    Account(AccountState state) {
        this(state, kept -> { });
    }

    /** An account of its own for zones that were made one by one; they live in it from now on. */
    public static Account of(Collection<HostedZone> zones) {
        Account account = new Account(AccountState.EMPTY);
        try {
            account.takeIn(zones);
        } catch (Refusal e) {
            throw new IllegalStateException("zones cannot fail to be kept in memory", e);
        }
        return account;
    }

    public AccountState state() {
        return state;
    }

    public synchronized AccountState change(Step step) throws Refusal {
        AccountState next = step.apply(state);
        if (next != state) {
            keep(next);
            state = next;
        }
        return next;
    }

    private void keep(AccountState next) throws Refusal {
        try {
            keeping.keep(next);
        } catch (IOException e) {
            LOG.error("A change was refused, since it could not be kept: {}", e.getMessage());
            throw new Refusal("InternalFailure", "The change could not be kept and was not made: " + e.getMessage());
        }
    }

    /**
     * Takes in zones that were made one by one. One that is there already, with this id and name, stays as it is.
     *
     * @throws IllegalArgumentException where the id or the name of one is another's
     */
    public void takeIn(Collection<HostedZone> zones) throws Refusal {
        Set<String> given = new HashSet<>();
        for (HostedZone zone : zones) {
            if (!given.add(zone.id()) || !given.add(zone.name())) {
                throw taken(zone);
            }
        }
        change(before -> {
            AccountState next = before;
            for (HostedZone zone : zones) {
                next = with(next, zone);
            }
            return next;
        });
        zones.forEach(zone -> zone.moveTo(this));
    }

    private static AccountState with(AccountState before, HostedZone zone) {
        boolean present = before.findZone(zone.id()).filter(other -> other.name().equals(zone.name())).isPresent();
        if (!present && before.zones().values().stream()
                .anyMatch(other -> other.id().equals(zone.id()) || other.name().equals(zone.name()))) {
            throw taken(zone);
        }
        return present ? before : before.with(zone.state());
    }

    private static IllegalArgumentException taken(HostedZone zone) {
        return new IllegalArgumentException("zone " + zone.name() + "=" + zone.id()
                + " has the name or the id of another zone: give each zone its own");
    }
}
