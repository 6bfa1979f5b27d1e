package io.lbkeeper.localroute53.dns;

import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.RecordData;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.UnacceptableText;
import io.lbkeeper.localroute53.zone.ZoneContents;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** Record sets as DNS records, chosen by their policy and health. For one question: what was judged is kept. */
final class AnswerRecords {
    private static final int ALIAS_LIMIT = 8;
    private final ZoneContents contents;
    private final SetHealth health;
    private final Random random;

    AnswerRecords(ZoneContents contents, Predicate<String> healthyCheck, Random random) {
        this.contents = contents;
        this.health = new SetHealth(contents, healthyCheck);
        this.random = random;
    }

    List<Record> of(Collection<ResourceRecordSet> sets, Name owner, int dnsType) {
        return of(sets, owner, dnsType, ALIAS_LIMIT);
    }

    private List<Record> of(Collection<ResourceRecordSet> sets, Name owner, int dnsType, int aliasesLeft) {
        List<ResourceRecordSet> chosen = new PolicyChoice(set -> health.isHealthy(set, aliasesLeft), random)
                .among(sets.stream().filter(set -> set.type().dnsType() == dnsType).toList());
        Duration least = chosen.stream().flatMap(set -> set.ttl().stream()).min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return chosen.stream().flatMap(set -> records(set, owner, least, aliasesLeft)).distinct().toList();
    }

    /** An alias is answered with its target's data and TTL, under its own name. */
    private Stream<Record> records(ResourceRecordSet set, Name owner, Duration ttl, int aliasesLeft) {
        if (set.alias().isEmpty()) {
            return set.values().stream().map(value -> record(set, owner, ttl, value));
        }
        if (aliasesLeft == 0) {
            return Stream.empty();
        }
        DomainName target = DomainName.find(set.alias().get().dnsName()).orElseThrow();
        return of(contents.at(target), owner, set.type().dnsType(), aliasesLeft - 1).stream();
    }

    private static Record record(ResourceRecordSet set, Name owner, Duration ttl, String value) {
        try {
            return RecordData.parse(owner, set.type(), ttl.toSeconds(), value);
        } catch (UnacceptableText e) {
            throw new IllegalStateException("a stored value was found good before: " + value, e);
        }
    }
}
