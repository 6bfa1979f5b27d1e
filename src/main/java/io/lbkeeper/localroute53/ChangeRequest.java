package io.lbkeeper.localroute53;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The body of a ChangeResourceRecordSets call. */
record ChangeRequest(Optional<String> comment, List<RecordChange> changes) {

    static ChangeRequest read(byte[] body) throws Refusal {
        Document document = RequestXml.read(body, "ChangeResourceRecordSetsRequest", "change-request.xsd");
        Element batch = child(document.getDocumentElement(), "ChangeBatch").orElseThrow();
        Optional<String> comment = text(batch, "Comment");
        if (comment.isPresent()) {
            RequestForm.within(comment.get(), "comment", 0, RequestForm.COMMENT_LIMIT_CHARACTERS);
        }
        Element changes = child(batch, "Changes").orElseThrow();
        return new ChangeRequest(comment, children(changes).map(ChangeRequest::change).toList());
    }

    private static RecordChange change(Element change) {
        return new RecordChange(ChangeAction.valueOf(text(change, "Action").orElseThrow()),
                recordSet(child(change, "ResourceRecordSet").orElseThrow()));
    }

    private static ResourceRecordSet recordSet(Element set) {
        List<String> values = child(set, "ResourceRecords").stream().flatMap(ChangeRequest::children)
                .map(record -> text(record, "Value").orElseThrow()).toList();
        return new ResourceRecordSet(text(set, "Name").orElseThrow(),
                RecordType.valueOf(text(set, "Type").orElseThrow()), text(set, "SetIdentifier"), policies(set),
                text(set, "TTL").map(ttl -> Duration.ofSeconds(number(ttl))), values, alias(set),
                text(set, "HealthCheckId"));
    }

    private static List<RoutingPolicy> policies(Element set) {
        List<RoutingPolicy> policies = new ArrayList<>();
        text(set, "Weight").ifPresent(weight -> policies.add(new RoutingPolicy.Weighted(number(weight))));
        text(set, "Region").ifPresent(region -> policies.add(new RoutingPolicy.Latency(region)));
        child(set, "GeoLocation").ifPresent(place -> policies.add(new RoutingPolicy.Geographic(
                text(place, "ContinentCode"), text(place, "CountryCode"), text(place, "SubdivisionCode"))));
        text(set, "Failover").ifPresent(role -> policies.add(RoutingPolicy.Failover.valueOf(role)));
        text(set, "MultiValueAnswer").filter(ChangeRequest::isTrue)
                .ifPresent(yes -> policies.add(new RoutingPolicy.MultiValue()));
        return policies;
    }

    private static Optional<AliasTarget> alias(Element set) {
        return child(set, "AliasTarget").map(target -> new AliasTarget(text(target, "HostedZoneId").orElseThrow(),
                text(target, "DNSName").orElseThrow(),
                isTrue(text(target, "EvaluateTargetHealth").orElseThrow())));
    }

    /** The schema has found these to be numbers and truth values, with space around them perhaps. */
    private static long number(String text) {
        return Long.parseLong(text.strip());
    }

    private static boolean isTrue(String text) {
        return text.strip().equals("true") || text.strip().equals("1");
    }

    private static Optional<String> text(Element parent, String name) {
        return child(parent, name).map(Element::getTextContent);
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent).filter(element -> element.getLocalName().equals(name)).findFirst();
    }

    private static Stream<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item)
                .filter(Element.class::isInstance).map(Element.class::cast);
    }
}
