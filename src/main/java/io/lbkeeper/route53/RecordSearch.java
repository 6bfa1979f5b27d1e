package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * Finds all record sets of some names with as few List calls as can be: it starts at the first name in Route 53's
 * order, reads page after page, and leaps to the next wanted name where that lies beyond the page. A name without
 * records in the result is absent for certain; else the search ends in an exception.
 */
final class RecordSearch {
    private final Route53Client client;
    private final ListResourceRecordSetsRequest request;
    private final List<ResourceRecordSet> found = new ArrayList<>();

    /** Where a page starts; type and identifier are null at the first record of a name. */
    private record Start(RecordName name, String type, String identifier) {
    }

    /** @param request gives the hosted zone and whatever else each page's request shall carry */
    RecordSearch(Route53Client client, ListResourceRecordSetsRequest request) {
        this.client = client;
        this.request = request;
    }

    /** All record sets of these names, in the order they are listed in. */
    List<ResourceRecordSet> find(Collection<RecordName> names) {
        NavigableSet<RecordName> plain = new TreeSet<>();
        for (RecordName name : new TreeSet<>(names)) {
            if (name.isPlain()) {
                plain.add(name);
            } else {
                // Its place in the order is not certain, so it gets a call of its own that starts at it.
                search(new TreeSet<>(Set.of(name)));
            }
        }
        if (!plain.isEmpty()) {
            search(plain);
        }
        return List.copyOf(found);
    }

    private void search(NavigableSet<RecordName> wanted) {
        Set<Start> been = new HashSet<>();
        Start start = new Start(wanted.first(), null, null);
        while (start != null) {
            ListResourceRecordSetsRequest from = from(start);
            if (!been.add(start)) {
                throw RecordPage.unreadable(from, "an earlier page sent here too: the pages go round in a circle");
            }
            ListResourceRecordSetsResponse page = RecordPage.read(client, from);
            page.resourceRecordSets().stream()
                    .filter(set -> wanted.contains(RecordName.of(set.name()))).forEach(found::add);
            start = page.isTruncated() ? next(page, from, wanted) : null;
        }
    }

    /** Where to read on, or null when every wanted name lies before what is still to come. */
    private static Start next(ListResourceRecordSetsResponse page, ListResourceRecordSetsRequest from,
                              NavigableSet<RecordName> wanted) {
        Start next = new Start(RecordName.of(page.nextRecordName()), page.nextRecordTypeAsString(),
                page.nextRecordIdentifier());
        if (!wanted.first().isPlain()) {
            return wanted.contains(next.name()) ? next : null;
        }
        if (!next.name().isPlain()) {
            return next;
        }
        RecordPage.refuseBackwards(from, next.name());
        RecordName first = wanted.ceiling(next.name());
        if (first == null) {
            return null;
        }
        return first.equals(next.name()) ? next : new Start(first, null, null);
    }

    private ListResourceRecordSetsRequest from(Start start) {
        return request.toBuilder().startRecordName(start.name().text()).startRecordType(start.type())
                .startRecordIdentifier(start.identifier()).build();
    }
}
