package io.lbkeeper.localroute53.dns;

import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.account.AccountState;
import io.lbkeeper.localroute53.account.HostedZone;
import java.util.Collection;

/** What the DNS side sees: what the endpoint knows at the moment of a question. */
public final class ZoneCatalog {
    private final Account account;

    public ZoneCatalog(Account account) {
        this.account = account;
    }

    ZoneCatalog(Collection<HostedZone> zones) {
        this(Account.of(zones));
    }

    /** One moment: whoever looks twice during an answer shall look at the same. */
    AccountState now() {
        return account.state();
    }
}
