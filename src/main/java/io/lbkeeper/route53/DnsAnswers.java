package io.lbkeeper.route53;

import software.amazon.awssdk.services.route53.model.TestDnsAnswerRequest;
import software.amazon.awssdk.services.route53.model.TestDnsAnswerResponse;

/** The operation that asks what Route 53's name servers would answer. */
final class DnsAnswers {
    private DnsAnswers() {
    }

    static void testDnsAnswer(Call call) {
        TestDnsAnswerResponse response = call.client().testDNSAnswer(
                call.request(TestDnsAnswerRequest.class, () -> asked(call)));
        AnswerTrust.told(call, response, "DNS answer (ResponseCode)", response.responseCode());
        call.answer(call.pojoRequest() ? response : response.recordData());
        call.answer(Route53Constants.RESPONSE_CODE, response.responseCode());
        call.answer(Route53Constants.NAME_SERVER, response.nameserver());
    }

    private static TestDnsAnswerRequest asked(Call call) {
        String subnet = call.text(Route53Constants.EDNS_CLIENT_SUBNET);
        int slash = subnet == null ? -1 : subnet.indexOf('/');
        String resolver = call.text(Route53Constants.RESOLVER_IP);
        return TestDnsAnswerRequest.builder()
                .recordName(call.requiredText(Route53Constants.RECORD_NAME))
                .recordType(call.required(Route53Constants.RECORD_TYPE, call.recordType(Route53Constants.RECORD_TYPE)))
                .resolverIP(subnet == null ? resolver : call.required(Route53Constants.RESOLVER_IP, resolver))
                .edns0ClientSubnetIP(slash < 0 ? subnet : subnet.substring(0, slash))
                .edns0ClientSubnetMask(slash < 0 ? null : subnet.substring(slash + 1))
                .hostedZoneId(call.hostedZoneId()).build();
    }
}
