package io.lbkeeper.localroute53.api;

import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.account.Transaction;
import io.lbkeeper.localroute53.call.ApiAnswer;
import io.lbkeeper.localroute53.call.ApiRequest;
import io.lbkeeper.localroute53.xml.ApiAnswers;
import io.lbkeeper.localroute53.xml.ChangeRequest;
import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.RecordKey;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.RequestForm;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.util.Optional;

/** The calls about the records of a zone. */
final class RecordCalls {
    private static final int RECORDS_PER_PAGE = 300;
    private final Account account;
    private final Changes changes;

    RecordCalls(Account account, Changes changes) {
        this.account = account;
        this.changes = changes;
    }

    ApiAnswer change(ApiRequest request, String zoneId) throws Refusal {
        account.state().zone(zoneId);
        ChangeRequest change = ChangeRequest.read(request.body());
        return ApiAnswer.ok(ApiAnswers.change("ChangeResourceRecordSetsResponse", changes.make(change.comment(),
                before -> before.with(Transaction.apply(before, zoneId, change.changes())))));
    }

    ApiAnswer list(ApiRequest request, String zoneId) throws Refusal {
        ZoneState zone = account.state().zone(zoneId);
        Optional<String> type = request.parameter("type");
        Optional<String> identifier = request.parameter("identifier");
        Optional<DomainName> name = request.domainName("name");
        if (type.isPresent() && name.isEmpty()) {
            throw Refusal.invalidInput("Invalid request: type is given without name: give both, or name alone");
        }
        if (identifier.isPresent() && type.isEmpty()) {
            throw Refusal.invalidInput("Invalid request: identifier is given without name and type");
        }
        if (type.isPresent()) {
            RequestForm.recordType(type.get(), "startRecordType");
        }
        int maxItems = request.maxItems(RECORDS_PER_PAGE);
        Optional<RecordKey> start = name.map(n -> new RecordKey(n, type.orElse(""), identifier.orElse("")));
        return ApiAnswer.ok(ApiAnswers.recordSets(zone.contents().page(start, maxItems), maxItems));
    }
}
