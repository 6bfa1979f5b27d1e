package io.lbkeeper.localroute53.api;

import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.account.ChangeHistory;
import io.lbkeeper.localroute53.call.ApiAnswer;
import io.lbkeeper.localroute53.call.ApiRequest;
import io.lbkeeper.localroute53.xml.ApiAnswers;
import io.lbkeeper.localroute53.zone.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The calls of the API that this endpoint knows.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_Operations_Amazon_Route_53.html
 */
public final class ApiCalls {
    private static final String VERSION = "2013-04-01";
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

    ApiAnswer answer(ApiRequest request) throws Refusal {
        List<String> path = request.path();
        String id = path.size() > 2 ? path.get(2) : "";
        return switch (call(request)) {
            case "POST hostedzone" -> zones.create(request);
            case "GET hostedzone" -> zones.list(request);
            case "GET hostedzone {Id}" -> zones.get(id);
            case "POST hostedzone {Id}" -> zones.comment(request, id);
            case "DELETE hostedzone {Id}" -> zones.delete(id);
            case "POST hostedzone {Id} associatevpc" -> zones.associate(request, id);
            case "POST hostedzone {Id} disassociatevpc" -> zones.disassociate(request, id);
            case "GET hostedzonecount" -> zones.count();
            case "GET hostedzonesbyname" -> zones.listByName(request);
            case "GET hostedzonesbyvpc" -> zones.listByVpc(request);
            case "POST hostedzone {Id} rrset" -> records.change(request, id);
            case "GET hostedzone {Id} rrset" -> records.list(request, id);
            case "GET change {Id}" -> ApiAnswer.ok(ApiAnswers.change("GetChangeResponse", changes.find(id)));
            case "POST healthcheck" -> checks.create(request);
            case "GET healthcheck" -> checks.list(request);
            case "GET healthcheck {Id}" -> checks.get(id);
            case "POST healthcheck {Id}" -> checks.update(request, id);
            case "DELETE healthcheck {Id}" -> checks.delete(id);
            case "GET healthcheck {Id} status" -> checks.status(id);
            case "GET healthcheck {Id} lastfailurereason" -> checks.lastFailure(id);
            case "GET healthcheckcount" -> checks.count();
            case "GET testdnsanswer" -> testAnswer.answer(request);
            case "POST tags {Id}" -> tags.listSeveral(request, id);
            case "POST tags {Id} {Id}" -> tags.change(request, id, path.get(3));
            case "GET tags {Id} {Id}" -> tags.list(id, path.get(3));
            default -> throw new Refusal("UnknownOperation", "The local Route 53 knows no " + request.method() + " /"
                    + String.join("/", path) + "; it knows API version " + VERSION + " without traffic policies,"
                    + " delegation sets, DNSSEC, query logging and CIDR collections");
        };
    }

    /** The method and the pieces of the path after the version, with a place holder for an id. */
    private static String call(ApiRequest request) {
        List<String> path = request.path();
        if (path.isEmpty() || !path.get(0).equals(VERSION)) {
            return "";
        }
        List<String> call = new ArrayList<>(path);
        call.set(0, request.method());
        if (call.size() > 2) {
            call.set(2, "{Id}");
        }
        if (call.size() == 4 && call.get(1).equals("tags")) {
            call.set(3, "{Id}");
        }
        return String.join(" ", call);
    }
}
