package io.lbkeeper.cycle;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.dnsupdate.DnsUpdateException;
import io.lbkeeper.observation.DnsAnswers;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.xbill.DNS.RRset;

/** What the kamelets {@code dns-rfc2136-*-action} need besides the component itself. */
public final class Rfc2136Step {
    private final String zone;

    public Rfc2136Step(String zone) {
        this.zone = zone;
    }

    public Answer<List<RecordSet>> found(@Body List<RRset> sets) {
        return Answer.value(sets.stream().map(DnsAnswers::toRecordSet).toList());
    }

    public Answer<List<RecordSet>> couldNotRead(Exception failure) {
        return Answer.couldNotAsk(DnsAnswers.describe(failure));
    }

    public List<RRset> expected(@Body Change change) {
        return DnsAnswers.fromRecordSets(change.expected());
    }

    public List<RRset> desired(@Body Change change) {
        return DnsAnswers.fromRecordSets(change.desired());
    }

    /** An update has no id of its own; the zone's serial after it tells people which one is meant. */
    public Outcome applied(@Body Change change, @Header("CamelDnsUpdateSerial") Long serial) {
        return new Outcome.Applied(zone + "/" + (serial == null ? Integer.toHexString(change.hashCode()) : serial));
    }

    public Outcome notApplied(Exception failure) {
        String why = DnsAnswers.describe(failure);
        return failure instanceof DnsUpdateException update && update.isLostRace() ? new Outcome.Lost(why)
                : new Outcome.CouldNotAsk(why);
    }
}
