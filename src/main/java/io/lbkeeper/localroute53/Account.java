package io.lbkeeper.localroute53;

import java.util.Collection;

/** The one place where what the endpoint knows changes: one call after the other, each whole or not at all. */
final class Account {
    private volatile AccountState state;

    /** What a call makes of what was before. */
    @FunctionalInterface
    interface Step {
        AccountState apply(AccountState before) throws Refusal;
    }

    Account(AccountState state) {
        this.state = state;
    }

    /** An account of its own for zones that were made one by one; they live in it from now on. */
    static Account of(Collection<HostedZone> zones) {
        Account account = new Account(AccountState.EMPTY);
        zones.forEach(zone -> zone.moveTo(account));
        return account;
    }

    AccountState state() {
        return state;
    }

    synchronized AccountState change(Step step) throws Refusal {
        state = step.apply(state);
        return state;
    }
}
