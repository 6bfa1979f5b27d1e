package io.lbkeeper.localroute53.api;

import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.account.ChangeHistory;
import io.lbkeeper.localroute53.call.ApiAnswer;
import io.lbkeeper.localroute53.call.ApiOperation;
import io.lbkeeper.localroute53.call.ApiRequest;
import io.lbkeeper.localroute53.xml.ApiAnswers;
import io.lbkeeper.localroute53.zone.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The calls of the API that this endpoint answers.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_Operations_Amazon_Route_53.html
 */
public final class ApiCalls {
    private final Changes changes;
    private final ZoneCalls zones;
    private final RecordCalls records;
    private final HealthCalls checks;
    private final TagCalls tags;
    private final TestAnswerCall testAnswer;

    /** @param random draws the answers of TestDNSAnswer by weight */
    public ApiCalls(Account account, ChangeHistory history, Clock clock, Random random) {
        this.changes = new Changes(account, history, clock);
        this.zones = new ZoneCalls(account, changes);
        this.records = new RecordCalls(account, changes);
        this.checks = new HealthCalls(account, clock);
        this.tags = new TagCalls(account);
        this.testAnswer = new TestAnswerCall(account, random);
    }

    /** @param operation which call it is; empty where Route 53 has none at this address */
    ApiAnswer answer(ApiRequest request, Optional<ApiOperation> operation) throws Refusal {
        List<String> path = request.path();
        String id = path.size() > 2 ? path.get(2) : "";
        return switch (operation.orElseThrow(() -> unknown(request))) {
            case CREATE_HOSTED_ZONE -> zones.create(request);
            case LIST_HOSTED_ZONES -> zones.list(request);
            case GET_HOSTED_ZONE -> zones.get(id);
            case UPDATE_HOSTED_ZONE_COMMENT -> zones.comment(request, id);
            case DELETE_HOSTED_ZONE -> zones.delete(id);
            case ASSOCIATE_VPC -> zones.associate(request, id);
            case DISASSOCIATE_VPC -> zones.disassociate(request, id);
            case GET_HOSTED_ZONE_COUNT -> zones.count();
            case LIST_HOSTED_ZONES_BY_NAME -> zones.listByName(request);
            case LIST_HOSTED_ZONES_BY_VPC -> zones.listByVpc(request);
            case CHANGE_RESOURCE_RECORD_SETS -> records.change(request, id);
            case LIST_RESOURCE_RECORD_SETS -> records.list(request, id);
            case GET_CHANGE -> ApiAnswer.ok(ApiAnswers.change("GetChangeResponse", changes.find(id)));
            case CREATE_HEALTH_CHECK -> checks.create(request);
            case LIST_HEALTH_CHECKS -> checks.list(request);
            case GET_HEALTH_CHECK -> checks.get(id);
            case UPDATE_HEALTH_CHECK -> checks.update(request, id);
            case DELETE_HEALTH_CHECK -> checks.delete(id);
            case GET_HEALTH_CHECK_STATUS -> checks.status(id);
            case GET_HEALTH_CHECK_LAST_FAILURE -> checks.lastFailure(id);
            case GET_HEALTH_CHECK_COUNT -> checks.count();
            case TEST_DNS_ANSWER -> testAnswer.answer(request);
            case LIST_TAGS_OF_SEVERAL -> tags.listSeveral(request, id);
            case CHANGE_TAGS -> tags.change(request, id, path.get(3));
            case LIST_TAGS -> tags.list(id, path.get(3));
            case GET_CHECKER_IP_RANGES, GET_ACCOUNT_LIMIT, GET_HOSTED_ZONE_LIMIT -> throw unknown(request);
        };
    }

    private static Refusal unknown(ApiRequest request) {
        return new Refusal("UnknownOperation", "The local Route 53 knows no " + request.method() + " /"
                + String.join("/", request.path()) + "; it knows API version " + ApiOperation.VERSION
                + " without traffic policies, delegation sets, DNSSEC, query logging and CIDR collections");
    }
}
