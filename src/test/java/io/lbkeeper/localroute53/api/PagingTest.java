package io.lbkeeper.localroute53.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.LocalEndpoint;
import io.lbkeeper.localroute53.TenThousandRecords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** A full zone, read page by page as a client does. */
class PagingTest {
    private static final int PAGE = 300;

    /** Route 53's words for its order: by the name with its labels reversed, "com.example.www.", in ASCII. */
    private static final Comparator<ResourceRecordSet> ROUTE_53S = Comparator
            .comparing((ResourceRecordSet set) -> {
                List<String> labels = Arrays.asList(set.name().split("\\."));
                Collections.reverse(labels);
                return labels.stream().map(label -> label + ".").collect(Collectors.joining());
            }).thenComparing(ResourceRecordSet::typeAsString)
            .thenComparing(set -> set.setIdentifier() == null ? "" : set.setIdentifier());

    @Test
    void aFullZoneIsListedOnceInOrder() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("PagingTest.aFullZoneIsListedOnceInOrder seed " + seed);
        try (LocalEndpoint endpoint = new LocalEndpoint(); Route53Client client = endpoint.client()) {
            TenThousandRecords.fill(endpoint.zone(), seed);
            List<ResourceRecordSet> listed = new ArrayList<>();
            List<Integer> sizes = new ArrayList<>();
            ListResourceRecordSetsRequest next = ListResourceRecordSetsRequest.builder()
                    .hostedZoneId(LocalEndpoint.ZONE).maxItems(String.valueOf(PAGE)).build();
            for (boolean more = true; more; ) {
                ListResourceRecordSetsResponse page = client.listResourceRecordSets(next);
                listed.addAll(page.resourceRecordSets());
                sizes.add(page.resourceRecordSets().size());
                more = page.isTruncated();
                next = next.toBuilder().startRecordName(page.nextRecordName())
                        .startRecordType(page.nextRecordType()).startRecordIdentifier(page.nextRecordIdentifier())
                        .build();
            }
            assertThat(listed).as("seed %d", seed).doesNotHaveDuplicates()
                    .hasSize(TenThousandRecords.COUNT).isSortedAccordingTo(ROUTE_53S);
            assertThat(sizes.subList(0, sizes.size() - 1)).as("sizes of the pages but the last").containsOnly(PAGE);
            assertThat(sizes).hasSize((TenThousandRecords.COUNT + PAGE - 1) / PAGE);
            assertThat(listed).filteredOn(set -> set.setIdentifier() != null).as("sets that need an identifier to page")
                    .hasSizeGreaterThan(TenThousandRecords.COUNT / 10);
        }
    }
}
