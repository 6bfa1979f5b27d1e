package io.lbkeeper.localroute53.api;

import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.account.AccountState;
import io.lbkeeper.localroute53.call.ApiAnswer;
import io.lbkeeper.localroute53.call.ApiRequest;
import io.lbkeeper.localroute53.dns.ZoneLookup;
import io.lbkeeper.localroute53.health.SpecialUseAddress;
import io.lbkeeper.localroute53.xml.ResponseXml;
import io.lbkeeper.localroute53.xml.ZoneAnswers;
import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.OctalEscape;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.RequestForm;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * What a zone's name servers answer: the same lookup as over DNS, in this one zone.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_TestDNSAnswer.html
 */
final class TestAnswerCall {
    private static final int MASK_LIMIT_4_BITS = 32;
    private static final int MASK_LIMIT_6_BITS = 128;
    private final Account account;
    private final Random random;

    TestAnswerCall(Account account, Random random) {
        this.account = account;
        this.random = random;
    }

    ApiAnswer answer(ApiRequest request) throws Refusal {
        request.required("hostedzoneid", "hostedZoneId");
        String asked = request.required("recordname", "recordName");
        RecordType type = RequestForm.recordType(request.required("recordtype", "recordType"), "recordType");
        DomainName name = request.domainName("recordname").orElseThrow();
        judgeClient(request);
        AccountState now = account.state();
        ZoneState zone = now.zone(request.id("hostedzoneid").orElseThrow());
        if (zone.isPrivate()) {
            throw Refusal.invalidInput("TestDNSAnswer supports public hosted zones only; " + zone.id()
                    + " is private");
        }
        Message response = lookUp(now, zone, name, type);
        List<String> data = response.getSection(Section.ANSWER).stream()
                .map(record -> OctalEscape.fromDecimal(record.rdataToString())).toList();
        return ApiAnswer.ok(ResponseXml.document("TestDNSAnswerResponse", xml -> xml
                .element("Nameserver", ZoneAnswers.withoutDot(zone.nameServers().get(0)))
                .element("RecordName", asked)
                .element("RecordType", type)
                .element("RecordData", list -> data.forEach(entry -> list.element("RecordDataEntry", entry)))
                .element("ResponseCode", Rcode.string(response.getRcode()))
                .element("Protocol", "UDP")));
    }

    private Message lookUp(AccountState now, ZoneState zone, DomainName name, RecordType type) {
        Message response = new Message();
        response.getHeader().setFlag(Flags.QR);
        if (name.isWithin(zone.apex())) {
            response.addRecord(Record.newRecord(name.toDns(), type.dnsType(), DClass.IN), Section.QUESTION);
            new ZoneLookup(zone, response, now.checks()::isHealthy, random).answer(name.toDns(), type.dnsType());
        } else {
            response.getHeader().setRcode(Rcode.REFUSED);
        }
        return response;
    }

    /** Who asks changes no answer here, since no policy looks at places; but it has to be well formed. */
    private static void judgeClient(ApiRequest request) throws Refusal {
        judgeAddress(request.parameter("resolverip"), "resolverIP");
        Optional<String> subnet = request.parameter("edns0clientsubnetip");
        judgeAddress(subnet, "eDNS0ClientSubnetIP");
        Optional<String> mask = request.parameter("edns0clientsubnetmask");
        if (mask.isPresent() && subnet.isEmpty()) {
            throw Refusal.invalidInput("edns0clientsubnetmask is given without edns0clientsubnetip");
        }
        int limitBits = subnet.filter(ip -> ip.indexOf(':') >= 0).isPresent() ? MASK_LIMIT_6_BITS : MASK_LIMIT_4_BITS;
        if (mask.isPresent() && !(mask.get().matches("\\d{1,3}") && Integer.parseInt(mask.get()) <= limitBits)) {
            throw RequestForm.outOfBounds(mask.get(), "eDNS0ClientSubnetMask", "be a number of bits from 0 to "
                    + limitBits);
        }
    }

    private static void judgeAddress(Optional<String> given, String field) throws Refusal {
        if (given.isPresent() && !SpecialUseAddress.isAddress(given.get())) {
            throw RequestForm.outOfBounds(given.get(), field, "be an IPv4 or IPv6 address");
        }
    }
}
