package io.lbkeeper.localroute53;

import java.util.Collection;

/** What the DNS side sees: what the endpoint knows at the moment of a question. */
final class ZoneCatalog {
    private final Account account;

    ZoneCatalog(Account account) {
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
