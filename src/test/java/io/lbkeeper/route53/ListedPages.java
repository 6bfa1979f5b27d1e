package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.lbkeeper.route53.FakeRoute53.Answer;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The pages by which Route 53 lists a zone, as prepared answers; the zone may change between two of them. */
final class ListedPages {
    private final List<Answer> answers = new ArrayList<>();
    private final int size;
    private RecordKey start;
    private boolean ended;

    ListedPages(int size) {
        this.size = size;
    }

    static Answer[] of(Collection<ResourceRecordSet> sets, int size) {
        return new ListedPages(size).rest(sets);
    }

    /** The next page, of the zone as it is at that time. */
    ListedPages page(Collection<ResourceRecordSet> sets) {
        if (ended) {
            return this;
        }
        TreeMap<RecordKey, ResourceRecordSet> sorted = new TreeMap<>();
        sets.forEach(set -> sorted.put(RecordKey.of(set), set));
        List<ResourceRecordSet> rest = List.copyOf((start == null ? sorted : sorted.tailMap(start, true)).values());
        String xml = rest.stream().limit(size).map(ListedPages::xml).collect(Collectors.joining());
        ended = rest.size() <= size;
        if (ended) {
            answers.add(Answer.list(xml));
        } else {
            start = RecordKey.of(rest.get(size));
            answers.add(Answer.page(true, "<NextRecordName>" + start.name() + "</NextRecordName><NextRecordType>"
                    + start.type() + "</NextRecordType>" + (start.identifier().isEmpty() ? ""
                            : "<NextRecordIdentifier>" + start.identifier() + "</NextRecordIdentifier>"), xml));
        }
        return this;
    }

    /** All pages from here on. */
    Answer[] rest(Collection<ResourceRecordSet> sets) {
        while (!ended) {
            page(sets);
        }
        return answers.toArray(Answer[]::new);
    }

    private static String xml(ResourceRecordSet set) {
        return "<ResourceRecordSet><Name>" + set.name() + "</Name><Type>" + set.typeAsString() + "</Type>"
                + (set.setIdentifier() == null ? "" : "<SetIdentifier>" + set.setIdentifier()
                        + "</SetIdentifier><Weight>" + set.weight() + "</Weight>")
                + "<TTL>" + set.ttl() + "</TTL><ResourceRecords>" + set.resourceRecords().stream()
                        .map(value -> "<ResourceRecord><Value>" + value.value() + "</Value></ResourceRecord>")
                        .collect(Collectors.joining())
                + "</ResourceRecords></ResourceRecordSet>";
    }
}
