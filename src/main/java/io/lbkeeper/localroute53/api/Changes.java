package io.lbkeeper.localroute53.api;

import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.account.AccountState;
import io.lbkeeper.localroute53.account.ChangeHistory;
import io.lbkeeper.localroute53.zone.ChangeInfo;
import io.lbkeeper.localroute53.zone.Refusal;
import java.time.Clock;
import java.util.Optional;

/** Makes the changes that the API tells of by an id, and tells of them. */
final class Changes {
    private final Account account;
    private final ChangeHistory history;
    private final Clock clock;

    Changes(Account account, ChangeHistory history, Clock clock) {
        this.account = account;
        this.history = history;
        this.clock = clock;
    }

    ChangeInfo make(Optional<String> comment, Account.Step step) throws Refusal {
        AccountState after = account.change(before -> step.apply(before).counted());
        return history.submit(after.changeCount(), comment, clock.instant());
    }

    ChangeInfo find(String id) throws Refusal {
        return history.find(id, clock.instant());
    }
}
