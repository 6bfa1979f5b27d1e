package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByNameRequest;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByNameResponse;

/**
 * Finds all hosted zones of one name. Route 53 lists zones from a name on, in the order of the names; it does not
 * filter them.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZonesByName.html">the call</a>
 */
final class HostedZoneSearch {
    private final Route53Client client;
    private final ListHostedZonesByNameRequest request;

    /** @param request whatever each page's request shall carry */
    HostedZoneSearch(Route53Client client, ListHostedZonesByNameRequest request) {
        this.client = client;
        this.request = request;
    }

    /** The zones with exactly this name, public and private ones. None is certain; else it ends in an exception. */
    List<HostedZone> find(RecordName wanted) {
        List<HostedZone> found = new ArrayList<>();
        Set<String> been = new HashSet<>();
        ListHostedZonesByNameRequest from = request.toBuilder().dnsName(wanted.text()).build();
        String doing = "Looking for the hosted zone " + wanted;
        boolean more = true;
        while (more) {
            if (!been.add(from.dnsName() + " " + from.hostedZoneId())) {
                throw AnswerTrust.untrusted(doing, "an earlier page sent to " + from.dnsName()
                        + " too: the pages go round in a circle");
            }
            ListHostedZonesByNameResponse page = client.listHostedZonesByName(from);
            check(page, wanted, doing);
            page.hostedZones().stream().filter(zone -> RecordName.of(zone.name()).equals(wanted)).forEach(found::add);
            more = page.isTruncated() && mayGoOn(wanted, RecordName.of(page.nextDNSName()));
            from = from.toBuilder().dnsName(page.nextDNSName()).hostedZoneId(page.nextHostedZoneId()).build();
        }
        return found;
    }

    private static void check(ListHostedZonesByNameResponse page, RecordName wanted, String doing) {
        AnswerTrust.page(doing, page.isTruncated(), page.nextDNSName(), page.hostedZones());
        for (HostedZone zone : page.hostedZones()) {
            if (zone.id() == null || zone.name() == null) {
                throw AnswerTrust.untrusted(doing, "it holds a zone without id or name: " + zone);
            }
            RecordName seen = RecordName.of(zone.name());
            if (seen.isPlain() && wanted.isPlain() && seen.compareTo(wanted) < 0) {
                throw AnswerTrust.untrusted(doing, "it starts before that, at " + seen);
            }
        }
    }

    /** Where a name has escapes its place in the order is not certain, so all pages are read. */
    private static boolean mayGoOn(RecordName wanted, RecordName next) {
        return next.equals(wanted) || !next.isPlain() || !wanted.isPlain();
    }
}
