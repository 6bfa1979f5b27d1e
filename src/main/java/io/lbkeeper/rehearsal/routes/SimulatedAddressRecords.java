package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.dyndns2.AddressRecords;
import io.lbkeeper.rehearsal.world.ApiReply;
import io.lbkeeper.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the zone's name servers say of names: what is in the zone at this moment. What befalls the provider's API
 * befalls them too.
 */
final class SimulatedAddressRecords implements AddressRecords {
    private final AgentProcess process;
    private final Duration deadline;
    private final Duration ttl;

    SimulatedAddressRecords(AgentProcess process, Settings settings) {
        this.process = process;
        ttl = settings.ttl();
        // As in the service: a change reads too, before it goes out.
        deadline = settings.apiTimeout().dividedBy(2);
    }

    @Override
    public Answer<List<RecordSet>> read(List<String> names) {
        ApiReply<List<RecordSet>> reply = process.ask((Consumer<ApiReply<List<RecordSet>>> then) ->
                process.world().read(process.node(), deadline, names, then));
        if (reply instanceof ApiReply.Value<List<RecordSet>> told) {
            return Answer.value(told.value().stream().filter(set -> set.isAddress() || set.type().equals("CNAME"))
                    .map(set -> new RecordSet(set.name(), set.type(), ttl, set.values(), set.policy())).toList());
        }
        return Answer.couldNotAsk("no name server of the zone has answered: " + (reply
                instanceof ApiReply.Refused<List<RecordSet>> refused ? refused.message() : "no answer within "
                + deadline.toMillis() + " ms"));
    }
}
