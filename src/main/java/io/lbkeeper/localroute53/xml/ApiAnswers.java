package io.lbkeeper.localroute53.xml;

import io.lbkeeper.localroute53.zone.ChangeInfo;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ZoneContents;

/** The answers that are not about zones or health checks alone, elements in the order of the API's model. */
public final class ApiAnswers {
    private ApiAnswers() {
    }

    public static byte[] refusal(Refusal refusal, boolean callersFault, String requestId) {
        return ResponseXml.document("ErrorResponse", xml -> xml
                .element("Error", error -> error
                        .element("Type", callersFault ? "Sender" : "Receiver")
                        .element("Code", refusal.code())
                        .element("Message", refusal.getMessage()))
                .element("RequestId", requestId));
    }

    public static byte[] change(String root, ChangeInfo change) {
        return ResponseXml.document(root, xml -> change(xml, change));
    }

    static void change(ResponseXml xml, ChangeInfo change) {
        xml.element("ChangeInfo", info -> {
            info.element("Id", "/change/" + change.id())
                    .element("Status", change.status())
                    .element("SubmittedAt", change.submittedAt());
            change.comment().ifPresent(comment -> info.element("Comment", comment));
        });
    }

    /** What is counted names the answer and its one element. */
    public static byte[] count(String element, int count) {
        return ResponseXml.document("Get" + element + "Response", xml -> xml.element(element, count));
    }

    public static byte[] recordSets(ZoneContents.Page page, int maxItems) {
        return ResponseXml.document("ListResourceRecordSetsResponse", xml -> {
            xml.element("ResourceRecordSets", list -> page.sets().forEach(set -> RecordSetXml.write(list, set)));
            xml.element("IsTruncated", page.next().isPresent());
            page.next().ifPresent(next -> {
                xml.element("NextRecordName", next.name()).element("NextRecordType", next.type());
                next.setIdentifier().ifPresent(identifier -> xml.element("NextRecordIdentifier", identifier));
            });
            xml.element("MaxItems", maxItems);
        });
    }
}
