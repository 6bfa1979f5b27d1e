package io.lbkeeper.localroute53.account;

import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.UnacceptableText;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.util.List;
import java.util.Optional;

/**
 * One zone, for looking and changing in this process. A batch is applied whole or not at all, and a reader sees all
 * of it or nothing of it.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html
 */
public final class HostedZone {
    private final String id;
    private final String name;
    private volatile Account account;

    public HostedZone(Account account, ZoneState zone) {
        this.id = zone.id();
        this.name = zone.name();
        this.account = account;
    }

    /**
     * A new zone with its SOA (TTL 900 s, negative answers too) and NS (172,800 s) records.
     *
     * @param id   as in the API, without {@code /hostedzone/}: 1 to 32 of A-Z and 0-9
     * @param name with or without the final dot
     * @throws IllegalArgumentException where id or name is none
     */
    public static HostedZone create(String id, String name) {
        if (!id.matches("[A-Z0-9]{1,32}")) {
            throw new IllegalArgumentException("zone id \"" + id + "\" is not 1 to 32 of A-Z and 0-9");
        }
        try {
            DomainName parsed = DomainName.parse(name);
            if (parsed.isWildcard()) {
                throw new IllegalArgumentException("zone name \"" + name + "\" begins with *");
            }
            ZoneState zone = ZoneState.fresh(id, parsed, "local-route53-" + id, Optional.empty(), List.of());
            return new HostedZone(new Account(AccountState.EMPTY.with(zone)), zone);
        } catch (UnacceptableText e) {
            throw new IllegalArgumentException("zone name \"" + name + "\" is not a domain name: " + e.getMessage(), e);
        }
    }

    /** From now on the zone of this id in another account is meant. */
    void moveTo(Account other) {
        account = other;
    }

    public String id() {
        return id;
    }

    /** Lower case, with the final dot. */
    public String name() {
        return name;
    }

    /**
     * Applies a batch, all of it or nothing.
     *
     * @throws Refusal {@code InvalidInput} for a change that is not well formed, {@code InvalidChangeBatch} with all
     *                 that is wrong in brackets, {@code NoSuchHealthCheck} for a record that names one,
     *                 {@code NoSuchHostedZone} where the zone was deleted meanwhile
     */
    public void change(List<RecordChange> changes) throws Refusal {
        account.change(before -> before.with(Transaction.apply(before, id, changes)));
    }

    /**
     * All record sets of one moment, in the order of the API's listing.
     *
     * @throws IllegalStateException where the zone was deleted meanwhile
     */
    public List<ResourceRecordSet> records() {
        return state().contents().all();
    }

    /** The record set of this name and type, or the first of them where there are several. */
    public Optional<ResourceRecordSet> find(String recordName, RecordType type) {
        return DomainName.find(recordName).flatMap(found -> state().contents().at(found, type).stream().findFirst());
    }

    public ZoneState state() {
        return account.state().findZone(id).orElseThrow(() ->
                new IllegalStateException("zone " + name + "=" + id + " was deleted"));
    }
}
