package io.lbkeeper.service;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.dyndns2.AddressRecords;
import io.lbkeeper.dyndns2.Dyndns2;
import io.lbkeeper.dyndns2.HeldBack;
import io.lbkeeper.dyndns2.Login;
import io.lbkeeper.dyndns2.ZoneRecords;
import io.lbkeeper.settings.Settings;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bean of the kamelets {@code dns-dyndns2-*-action}. */
final class Dyndns2Beans {
    private Dyndns2Beans() {
    }

    /** Where another provider serves the records it is there all the same, for the kamelets to be checked. */
    static Dyndns2 of(Settings settings, Surroundings surroundings) {
        return io.lbkeeper.settings.Dyndns2.of(settings).map(set -> {
            Set<String> names = Stream.concat(settings.services().stream(), settings.nodes().stream().map(node ->
                    node + "." + settings.domain())).collect(Collectors.toSet());
            Login login = new Login(set.url(), set.user(), set.password(), "lbkeeper - service - "
                    + Version.current());
            // Half of the time, since a change reads too, before it goes out.
            AddressRecords records = surroundings.addressRecords().orElseGet(() -> new ZoneRecords(names,
                    set.nameServers(), settings.ttl(), settings.apiTimeout().dividedBy(2)));
            return new Dyndns2(login, records, new HeldBack(surroundings.state(), surroundings.wall()));
        }).orElseGet(() -> new Dyndns2(new Login("", "", "", ""), names -> Answer.couldNotAsk("lb.dns="
                + settings.dns()), new HeldBack(Optional.empty(), surroundings.wall())));
    }
}
