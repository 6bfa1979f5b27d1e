package io.lbkeeper.localroute53.zone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One zone at one moment. Never changes: a call makes a new one.
 *
 * @param id   as in the API, without {@code /hostedzone/}
 * @param vpcs where a private zone is seen; none: the zone is public
 */
public record ZoneState(String id, DomainName apex, String callerReference, Optional<String> comment, List<Vpc> vpcs,
                        Tags tags, ZoneContents contents) {
    private static final Duration SOA_TTL = Duration.ofSeconds(900);
    private static final Duration NS_TTL = Duration.ofSeconds(172_800);
    /** Names that can never be resolved (RFC 6761), so that nobody takes the zone for a delegated one. */
    private static final List<String> NAME_SERVERS = List.of("ns-1.local-route53.test.", "ns-2.local-route53.test.",
            "ns-3.local-route53.test.", "ns-4.local-route53.test.");
    private static final String SOA = NAME_SERVERS.get(0) + " hostmaster.local-route53.test. 1 7200 900 1209600 86400";

    public ZoneState {
        vpcs = List.copyOf(vpcs);
    }

    /** A new zone with its SOA (TTL 900 s, negative answers too) and NS (172,800 s) records. */
    public static ZoneState fresh(String id, DomainName apex, String callerReference, Optional<String> comment,
                                  List<Vpc> vpcs) {
        ResourceRecordSet servers = ResourceRecordSet.simple(apex.toString(), RecordType.NS, NS_TTL,
                NAME_SERVERS.toArray(String[]::new));
        ResourceRecordSet authority = ResourceRecordSet.simple(apex.toString(), RecordType.SOA, SOA_TTL, SOA);
        return new ZoneState(id, apex, callerReference, comment, vpcs, Tags.NONE, new ZoneContents(Map.of(
                RecordKey.of(apex, servers), servers, RecordKey.of(apex, authority), authority)));
    }

    /** Lower case, with the final dot. */
    public String name() {
        return apex.toString();
    }

    public boolean isPrivate() {
        return !vpcs.isEmpty();
    }

    /** Whether nothing is left but the SOA and NS records that each zone has at its apex. */
    public boolean isEmpty() {
        return contents.sets().size() == contents.at(apex, RecordType.NS).size()
                + contents.at(apex, RecordType.SOA).size();
    }

    public List<String> nameServers() {
        return contents.at(apex, RecordType.NS).get(0).values();
    }

    public ZoneState with(ZoneContents newContents) {
        return new ZoneState(id, apex, callerReference, comment, vpcs, tags, newContents);
    }

    public ZoneState with(Tags newTags) {
        return new ZoneState(id, apex, callerReference, comment, vpcs, newTags, contents);
    }

    public ZoneState commented(Optional<String> newComment) {
        return new ZoneState(id, apex, callerReference, newComment, vpcs, tags, contents);
    }

    public ZoneState joined(Vpc vpc) {
        List<Vpc> more = new ArrayList<>(vpcs);
        more.add(vpc);
        return new ZoneState(id, apex, callerReference, comment, more, tags, contents);
    }

    public ZoneState parted(Vpc vpc) {
        List<Vpc> fewer = new ArrayList<>(vpcs);
        fewer.remove(vpc);
        return new ZoneState(id, apex, callerReference, comment, fewer, tags, contents);
    }
}
