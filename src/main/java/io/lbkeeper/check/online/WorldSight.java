package io.lbkeeper.check.online;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Observation;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.settings.Rfc2136;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SharedSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was asked, as values.
 *
 * @param seen       what the service's own routes observed
 * @param told       by node, the settings that its lbkeeper runs with
 * @param clocks     by node, how far its clock is ahead of this machine's
 * @param sets       all record sets at the names, and at all names above the service record
 * @param api        what Route 53's API says of the zone; empty where another provider serves it
 * @param trial      what became of a change that nothing can come of; empty where none was tried
 * @param delegation what DNS says of the zone; empty where nobody was asked
 */
record WorldSight(Settings settings, Rules rules, Observation seen, Map<String, SharedSettings> told,
        Map<String, Duration> clocks, Answer<List<RecordSet>> sets, Optional<ApiSight> api,
        Optional<Trial> trial, Optional<Delegation> delegation) {

    /** The zone's own name: that of the API or of the settings, else the name at which an SOA record stands. */
    static Optional<String> zone(Settings settings, Optional<ApiSight> api, List<RecordSet> sets) {
        return api.flatMap(one -> one.zone().found()).map(ApiSight.Zone::name)
                .or(() -> Rfc2136.of(settings).map(Rfc2136::zone)).or(() -> sets.stream()
                        .filter(set -> set.type().equals("SOA")).map(RecordSet::name).findFirst());
    }

    /** The setting that says which zone it is. */
    String zoneSetting() {
        return settings.provider().equals("route53") ? "lb.route53.zone-id"
                : "lb." + settings.provider() + ".zone";
    }

    Optional<String> zone() {
        return zone(settings, api, sets.found().orElse(List.of()));
    }

    List<RecordSet> at(String name) {
        return sets.found().orElse(List.of()).stream().filter(set -> set.name().equals(name)).toList();
    }
}
