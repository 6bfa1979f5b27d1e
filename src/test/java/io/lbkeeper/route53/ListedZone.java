package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** A client over a list of record sets, which it lists page by page as Route 53 does, and counts the calls. */
final class ListedZone implements Route53Client {
    private final Comparator<ResourceRecordSet> order;
    private final List<ResourceRecordSet> sets;
    private final int pageSize;
    int calls;
    boolean closed;

    /** @param escapesSortRaw whether {@code \052} sorts as the asterisk or as its escape; AWS does not say */
    ListedZone(List<ResourceRecordSet> sets, int pageSize, boolean escapesSortRaw) {
        this.order = Comparator.comparing((ResourceRecordSet set) -> key(set.name(), escapesSortRaw))
                .thenComparing(ResourceRecordSet::typeAsString)
                .thenComparing(set -> set.setIdentifier() == null ? "" : set.setIdentifier());
        this.sets = sets.stream().sorted(order).toList();
        this.pageSize = pageSize;
    }

    private static String key(String name, boolean escapesSortRaw) {
        List<String> labels = new ArrayList<>(Arrays.asList(name.split("\\.")));
        Collections.reverse(labels);
        String key = String.join(".", labels) + ".";
        return escapesSortRaw ? key.replace("\\052", "*") : key;
    }

    @Override
    public ListResourceRecordSetsResponse listResourceRecordSets(ListResourceRecordSetsRequest request) {
        calls++;
        ResourceRecordSet start = ResourceRecordSet.builder().name(request.startRecordName())
                .type(request.startRecordType() == null ? "" : request.startRecordTypeAsString())
                .setIdentifier(request.startRecordIdentifier()).build();
        List<ResourceRecordSet> rest = sets.stream().filter(set -> order.compare(set, start) >= 0).toList();
        ListResourceRecordSetsResponse.Builder page = ListResourceRecordSetsResponse.builder()
                .resourceRecordSets(rest.subList(0, Math.min(pageSize, rest.size())))
                .isTruncated(rest.size() > pageSize);
        if (rest.size() > pageSize) {
            ResourceRecordSet next = rest.get(pageSize);
            page.nextRecordName(next.name()).nextRecordType(next.typeAsString())
                    .nextRecordIdentifier(next.setIdentifier());
        }
        return page.build();
    }

    @Override
    public String serviceName() {
        return "route53";
    }

    @Override
    public void close() {
        closed = true;
    }
}
