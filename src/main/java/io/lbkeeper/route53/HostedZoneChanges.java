package io.lbkeeper.route53;

import software.amazon.awssdk.services.route53.model.CreateHostedZoneRequest;
import software.amazon.awssdk.services.route53.model.CreateHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.DeleteHostedZoneRequest;
import software.amazon.awssdk.services.route53.model.DeleteHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.HostedZoneConfig;
import software.amazon.awssdk.services.route53.model.VPC;

/** The operations that create and delete hosted zones. */
final class HostedZoneChanges {
    private HostedZoneChanges() {
    }

    static void createHostedZone(Call call) {
        CreateHostedZoneRequest request = call.request(CreateHostedZoneRequest.class, () -> wanted(call));
        CreateHostedZoneResponse response = call.client().createHostedZone(call.limited(request));
        HostedZone zone = HostedZoneReads.trusted(call, response, response.hostedZone());
        // From now on there may be two of this name.
        call.zones().forget(zone.name());
        ChangeReads.answer(call, response, response.changeInfo());
        call.answer(call.pojoRequest() ? response : zone);
        call.answer(Route53Constants.HOSTED_ZONE_ID, Call.bareId(zone.id()));
        call.answer(Route53Constants.CALLER_REFERENCE, zone.callerReference());
        HostedZoneReads.answerNameServers(call, response.delegationSet());
    }

    private static CreateHostedZoneRequest wanted(Call call) {
        String name = call.required(Route53Constants.HOSTED_ZONE_NAME, call.hostedZoneName());
        String vpc = call.text(Route53Constants.VPC_ID);
        String region = call.text(Route53Constants.VPC_REGION);
        String comment = call.text(Route53Constants.HOSTED_ZONE_COMMENT);
        CreateHostedZoneRequest.Builder wanted = CreateHostedZoneRequest.builder().name(name);
        if (vpc != null || region != null) {
            wanted.vpc(VPC.builder().vpcId(call.required(Route53Constants.VPC_ID, vpc))
                    .vpcRegion(call.required(Route53Constants.VPC_REGION, region)).build());
        }
        if (vpc != null || comment != null) {
            wanted.hostedZoneConfig(HostedZoneConfig.builder().comment(comment).privateZone(vpc != null).build());
        }
        return wanted.callerReference(call.callerReference()).build();
    }

    static void deleteHostedZone(Call call) {
        DeleteHostedZoneRequest request = call.request(DeleteHostedZoneRequest.class,
                () -> DeleteHostedZoneRequest.builder().id(call.hostedZoneId()).build());
        DeleteHostedZoneResponse response = call.client().deleteHostedZone(call.limited(request));
        if (request.id() != null) {
            call.zones().forgetId(Call.bareId(request.id()));
        }
        ChangeReads.answer(call, response, response.changeInfo());
    }
}
