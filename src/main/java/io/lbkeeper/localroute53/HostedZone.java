package io.lbkeeper.localroute53;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records of one zone. A batch is applied whole or not at all, and a reader sees all of it or nothing of it.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html
 */
public final class HostedZone {
    private static final Duration SOA_TTL = Duration.ofSeconds(900);
    private static final Duration NS_TTL = Duration.ofSeconds(172_800);
    /** Names that can never be resolved (RFC 6761), so that nobody takes the zone for a delegated one. */
    private static final List<String> NAME_SERVERS = List.of("ns-1.local-route53.test.", "ns-2.local-route53.test.",
            "ns-3.local-route53.test.", "ns-4.local-route53.test.");
    private static final String SOA = NAME_SERVERS.get(0) + " hostmaster.local-route53.test. 1 7200 900 1209600 86400";
    private final String id;
    private final DomainName name;
    private volatile ZoneContents contents;

    private HostedZone(String id, DomainName name) {
        this.id = id;
        this.name = name;
        ResourceRecordSet servers = ResourceRecordSet.simple(name(), RecordType.NS, NS_TTL,
                NAME_SERVERS.toArray(String[]::new));
        ResourceRecordSet authority = ResourceRecordSet.simple(name(), RecordType.SOA, SOA_TTL, SOA);
        this.contents = new ZoneContents(Map.of(RecordKey.of(name, servers), servers,
                RecordKey.of(name, authority), authority));
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
            return new HostedZone(id, parsed);
        } catch (UnacceptableText e) {
            throw new IllegalArgumentException("zone name \"" + name + "\" is not a domain name: " + e.getMessage(), e);
        }
    }

    public String id() {
        return id;
    }

    /** Lower case, with the final dot. */
    public String name() {
        return name.toString();
    }

    /**
     * Applies a batch, all of it or nothing.
     *
     * @throws Refusal {@code InvalidInput} for a change that is not well formed, {@code InvalidChangeBatch} with all
     *                 that is wrong in brackets
     */
    public synchronized void change(List<RecordChange> changes) throws Refusal {
        contents = new Transaction(this, contents).apply(changes);
    }

    /** All record sets of one moment, in the order of the API's listing. */
    public List<ResourceRecordSet> records() {
        return contents.all();
    }

    /** The record set of this name and type, or the first of them where there are several. */
    public Optional<ResourceRecordSet> find(String recordName, RecordType type) {
        return DomainName.find(recordName).flatMap(found -> contents.at(found, type).stream().findFirst());
    }

    List<String> nameServers() {
        return contents.at(name, RecordType.NS).get(0).values();
    }

    DomainName apex() {
        return name;
    }

    ZoneContents contents() {
        return contents;
    }
}
