package io.lbkeeper.localroute53.api;

import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.account.AccountState;
import io.lbkeeper.localroute53.account.VpcRules;
import io.lbkeeper.localroute53.call.ApiAnswer;
import io.lbkeeper.localroute53.call.ApiRequest;
import io.lbkeeper.localroute53.xml.ApiAnswers;
import io.lbkeeper.localroute53.xml.CreateZoneRequest;
import io.lbkeeper.localroute53.xml.RequestXml;
import io.lbkeeper.localroute53.xml.XmlElement;
import io.lbkeeper.localroute53.xml.ZoneAnswers;
import io.lbkeeper.localroute53.zone.ChangeInfo;
import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.RequestForm;
import io.lbkeeper.localroute53.zone.Vpc;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The calls about zones themselves. */
final class ZoneCalls {
    private static final int ZONES_PER_PAGE = 100;
    private static final int ID_CHARACTERS = 20;
    private static final String ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final RandomGenerator RANDOM = new SecureRandom();
    private final Account account;
    private final Changes changes;

    ZoneCalls(Account account, Changes changes) {
        this.account = account;
        this.changes = changes;
    }

    ApiAnswer create(ApiRequest request) throws Refusal {
        CreateZoneRequest asked = CreateZoneRequest.read(request.body());
        ZoneState zone = ZoneState.fresh(newId(), asked.name(), asked.callerReference(), asked.comment(),
                asked.vpc().stream().toList());
        ChangeInfo change = changes.make(Optional.empty(), before -> {
            if (before.zoneReferences().contains(zone.callerReference())) {
                throw new Refusal("HostedZoneAlreadyExists",
                        "A hosted zone has already been created with the specified caller reference.");
            }
            VpcRules.judgeNames(before, zone.name(), zone.vpcs());
            return before.with(zone);
        });
        return ApiAnswer.created("/2013-04-01/hostedzone/" + zone.id(), ZoneAnswers.created(zone, change));
    }

    /** Long enough that none is met twice. */
    private static String newId() {
        return RANDOM.ints(ID_CHARACTERS, 0, ID_ALPHABET.length()).mapToObj(i -> ID_ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining("", "Z", ""));
    }

    ApiAnswer delete(String id) throws Refusal {
        ChangeInfo change = changes.make(Optional.empty(), before -> {
            if (!before.zone(id).isEmpty()) {
                throw new Refusal("HostedZoneNotEmpty", "The specified hosted zone contains non-required resource"
                        + " record sets and so cannot be deleted.");
            }
            return before.withoutZone(id);
        });
        return ApiAnswer.ok(ApiAnswers.change("DeleteHostedZoneResponse", change));
    }

    ApiAnswer get(String id) throws Refusal {
        return ApiAnswer.ok(ZoneAnswers.zone(account.state().zone(id)));
    }

    ApiAnswer count() {
        return ApiAnswer.ok(ApiAnswers.count("HostedZoneCount", account.state().zones().size()));
    }

    ApiAnswer comment(ApiRequest request, String id) throws Refusal {
        account.state().zone(id);
        Optional<String> comment = RequestXml.comment(RequestXml.read(request.body(),
                "UpdateHostedZoneCommentRequest"));
        AccountState after = account.change(before -> before.with(before.zone(id).commented(comment)));
        return ApiAnswer.ok(ZoneAnswers.commented(after.zone(id)));
    }

    ApiAnswer list(ApiRequest request) throws Refusal {
        String marker = request.id("marker").orElse("");
        Optional<String> kind = request.parameter("hostedzonetype");
        if (kind.isPresent() && !kind.get().equals("PrivateHostedZone")) {
            throw RequestForm.notOneOf(kind.get(), "hostedZoneType", "[PrivateHostedZone]");
        }
        if (request.parameter("delegationsetid").isPresent()) {
            throw new Refusal("NoSuchDelegationSet", "No delegation set found with ID: "
                    + request.parameter("delegationsetid").get());
        }
        List<ZoneState> from = account.state().zonesById().stream()
                .filter(zone -> zone.id().compareTo(marker) >= 0 && (kind.isEmpty() || zone.isPrivate())).toList();
        return ApiAnswer.ok(ZoneAnswers.zones(from, marker, request.maxItems(ZONES_PER_PAGE)));
    }

    ApiAnswer listByName(ApiRequest request) throws Refusal {
        Optional<DomainName> name = request.domainName("dnsname");
        Optional<String> id = request.id("hostedzoneid");
        if (id.isPresent() && name.isEmpty()) {
            throw Refusal.invalidInput("Invalid request: hostedzoneid is given without dnsname");
        }
        List<ZoneState> from = account.state().zonesByName().stream()
                .filter(zone -> name.isEmpty() || zone.apex().compareTo(name.get()) > 0
                        || zone.apex().equals(name.get()) && zone.id().compareTo(id.orElse("")) >= 0)
                .toList();
        return ApiAnswer.ok(ZoneAnswers.zonesByName(from, name, id, request.maxItems(ZONES_PER_PAGE)));
    }

    ApiAnswer listByVpc(ApiRequest request) throws Refusal {
        Vpc vpc = new Vpc(request.required("vpcregion", "vPCRegion"), request.required("vpcid", "vPCId"));
        String token = request.parameter("nexttoken").orElse("");
        List<ZoneState> of = account.state().zonesById().stream().filter(zone -> zone.vpcs().contains(vpc)).toList();
        if (!token.isEmpty() && of.stream().noneMatch(zone -> zone.id().equals(token))) {
            throw new Refusal("InvalidPaginationToken", "The value of nexttoken is not one that was given: " + token);
        }
        List<ZoneState> from = of.stream().filter(zone -> zone.id().compareTo(token) >= 0).toList();
        return ApiAnswer.ok(ZoneAnswers.zonesByVpc(from, request.maxItems(ZONES_PER_PAGE)));
    }

    ApiAnswer associate(ApiRequest request, String id) throws Refusal {
        account.state().zone(id);
        XmlElement body = RequestXml.read(request.body(), "AssociateVPCWithHostedZoneRequest");
        Vpc vpc = CreateZoneRequest.vpc(body.required("VPC"));
        return ApiAnswer.ok(ApiAnswers.change("AssociateVPCWithHostedZoneResponse",
                changes.make(RequestXml.comment(body), before -> VpcRules.join(before, id, vpc))));
    }

    ApiAnswer disassociate(ApiRequest request, String id) throws Refusal {
        account.state().zone(id);
        XmlElement body = RequestXml.read(request.body(), "DisassociateVPCFromHostedZoneRequest");
        Vpc vpc = CreateZoneRequest.vpc(body.required("VPC"));
        return ApiAnswer.ok(ApiAnswers.change("DisassociateVPCFromHostedZoneResponse",
                changes.make(RequestXml.comment(body), before -> VpcRules.part(before, id, vpc))));
    }
}
