package io.lbkeeper.localroute53.xml;

import io.lbkeeper.localroute53.zone.ChangeAction;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.Refusal;
import java.util.List;
import java.util.Optional;

/** The body of a ChangeResourceRecordSets call. */
public record ChangeRequest(Optional<String> comment, List<RecordChange> changes) {

    public static ChangeRequest read(byte[] body) throws Refusal {
        XmlElement batch = RequestXml.read(body, "ChangeResourceRecordSetsRequest").required("ChangeBatch");
        return new ChangeRequest(RequestXml.comment(batch),
                batch.required("Changes").children().map(ChangeRequest::change).toList());
    }

    private static RecordChange change(XmlElement change) {
        return new RecordChange(ChangeAction.valueOf(change.requiredText("Action")),
                RecordSetXml.read(change.required("ResourceRecordSet")));
    }
}
