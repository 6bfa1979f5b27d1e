package io.lbkeeper.localroute53;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The calls of the API that this endpoint knows.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_Operations_Amazon_Route_53.html
 */
final class ApiCalls {
    private static final int RECORDS_PER_PAGE = 300;
    private static final int ZONES_PER_PAGE = 100;
    private final Account account;
    private final ChangeHistory history;
    private final Clock clock;

    ApiCalls(Account account, ChangeHistory history, Clock clock) {
        this.account = account;
        this.history = history;
        this.clock = clock;
    }

    ApiAnswer answer(ApiRequest request) throws Refusal {
        return ApiAnswer.ok(body(request));
    }

    private byte[] body(ApiRequest request) throws Refusal {
        List<String> path = request.path();
        String id = path.size() > 2 ? path.get(2) : "";
        return switch (request.method() + " " + shape(path)) {
            case "POST /2013-04-01/hostedzone/{Id}/rrset" -> changeRecordSets(id, request);
            case "GET /2013-04-01/hostedzone/{Id}/rrset" -> listRecordSets(account.state().zone(id), request);
            case "GET /2013-04-01/change/{Id}" ->
                    ApiAnswers.change("GetChangeResponse", history.find(id, clock.instant()));
            case "GET /2013-04-01/hostedzone/{Id}" -> ApiAnswers.hostedZone(account.state().zone(id));
            case "GET /2013-04-01/hostedzone" -> listZones(request);
            case "GET /2013-04-01/hostedzonesbyname" -> listZonesByName(request);
            default -> throw new Refusal("UnknownOperation", "The local Route 53 knows no " + request.method() + " /"
                    + String.join("/", path) + "; it knows ChangeResourceRecordSets, ListResourceRecordSets, GetChange,"
                    + " GetHostedZone, ListHostedZones and ListHostedZonesByName of API version 2013-04-01");
        };
    }

    private static String shape(List<String> path) {
        return IntStream.range(0, path.size()).mapToObj(i -> i == 2 ? "{Id}" : path.get(i))
                .collect(Collectors.joining("/", "/", ""));
    }

    private byte[] changeRecordSets(String id, ApiRequest request) throws Refusal {
        account.state().zone(id);
        ChangeRequest change = ChangeRequest.read(request.body());
        AccountState after = account.change(before ->
                before.with(Transaction.apply(before, id, change.changes())).counted());
        return ApiAnswers.change("ChangeResourceRecordSetsResponse",
                history.submit(after.changeCount(), change.comment(), clock.instant()));
    }

    private byte[] listRecordSets(ZoneState zone, ApiRequest request) throws Refusal {
        Optional<String> type = request.parameter("type");
        Optional<String> identifier = request.parameter("identifier");
        Optional<DomainName> name = startName(request, "name");
        if (type.isPresent() && name.isEmpty()) {
            throw Refusal.invalidInput("Invalid request: type is given without name: give both, or name alone");
        }
        if (identifier.isPresent() && type.isEmpty()) {
            throw Refusal.invalidInput("Invalid request: identifier is given without name and type");
        }
        if (type.isPresent() && Arrays.stream(RecordType.values()).noneMatch(t -> t.name().equals(type.get()))) {
            throw Refusal.invalidInput("1 validation error detected: Value '" + type.get() + "' at 'startRecordType'"
                    + " failed to satisfy constraint: Member must satisfy enum value set: "
                    + Arrays.toString(RecordType.values()));
        }
        int maxItems = request.maxItems(RECORDS_PER_PAGE);
        Optional<RecordKey> start = name.map(n -> new RecordKey(n, type.orElse(""), identifier.orElse("")));
        return ApiAnswers.recordSets(zone.contents().page(start, maxItems), maxItems);
    }

    private static Optional<DomainName> startName(ApiRequest request, String parameter) throws Refusal {
        Optional<String> given = request.parameter(parameter);
        try {
            return given.isPresent() ? Optional.of(DomainName.parse(given.get())) : Optional.empty();
        } catch (UnacceptableText e) {
            throw Refusal.invalidInput(e.getMessage());
        }
    }

    private byte[] listZones(ApiRequest request) throws Refusal {
        String marker = request.id("marker").orElse("");
        List<ZoneState> from = account.state().zonesById().stream()
                .filter(zone -> zone.id().compareTo(marker) >= 0).toList();
        return ApiAnswers.zones(from, marker, request.maxItems(ZONES_PER_PAGE));
    }

    private byte[] listZonesByName(ApiRequest request) throws Refusal {
        Optional<DomainName> name = startName(request, "dnsname");
        Optional<String> id = request.id("hostedzoneid");
        if (id.isPresent() && name.isEmpty()) {
            throw Refusal.invalidInput("Invalid request: hostedzoneid is given without dnsname");
        }
        List<ZoneState> from = account.state().zonesByName().stream()
                .filter(zone -> name.isEmpty() || zone.apex().compareTo(name.get()) > 0
                        || zone.apex().equals(name.get()) && zone.id().compareTo(id.orElse("")) >= 0)
                .toList();
        return ApiAnswers.zonesByName(from, name, id, request.maxItems(ZONES_PER_PAGE));
    }
}
