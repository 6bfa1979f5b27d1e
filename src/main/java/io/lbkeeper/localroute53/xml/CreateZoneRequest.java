package io.lbkeeper.localroute53.xml;

import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.RequestForm;
import io.lbkeeper.localroute53.zone.UnacceptableText;
import io.lbkeeper.localroute53.zone.Vpc;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The body of a CreateHostedZone call.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html
 */
public record CreateZoneRequest(DomainName name, Optional<Vpc> vpc, String callerReference, Optional<String> comment) {
    private static final int REFERENCE_LIMIT_CHARACTERS = 128;
    private static final int NAME_LIMIT_CHARACTERS = 1024;
    private static final Pattern VPC_ID = Pattern.compile("vpc-[0-9a-f]{8,17}");

    public static CreateZoneRequest read(byte[] body) throws Refusal {
        XmlElement request = RequestXml.read(body, "CreateHostedZoneRequest");
        String reference = request.requiredText("CallerReference");
        RequestForm.within(reference, "callerReference", 1, REFERENCE_LIMIT_CHARACTERS);
        Optional<XmlElement> config = request.child("HostedZoneConfig");
        Optional<String> comment = config.isPresent() ? RequestXml.comment(config.get()) : Optional.empty();
        Optional<XmlElement> place = request.child("VPC");
        Optional<Vpc> vpc = place.isPresent() ? Optional.of(vpc(place.get())) : Optional.empty();
        if (vpc.isEmpty() && config.isPresent() && config.get().isTrue("PrivateZone")) {
            throw Refusal.invalidInput("A private hosted zone needs a VPC: specify VPCId and VPCRegion");
        }
        if (request.child("DelegationSetId").isPresent()) {
            throw new Refusal("NoSuchDelegationSet", "No delegation set found with ID: "
                    + request.requiredText("DelegationSetId"));
        }
        return new CreateZoneRequest(name(request.requiredText("Name"), vpc.isPresent()), vpc, reference, comment);
    }

    private static DomainName name(String given, boolean isPrivate) throws Refusal {
        RequestForm.within(given, "name", 1, NAME_LIMIT_CHARACTERS);
        try {
            DomainName name = DomainName.parse(given);
            if (name.isWildcard()) {
                throw new Refusal("InvalidDomainName", "The name of a hosted zone cannot begin with *: " + given);
            }
            if (!isPrivate && name.labelCount() == 1) {
                throw new Refusal("InvalidDomainName", "A public hosted zone cannot be created for a top-level domain: "
                        + given);
            }
            return name;
        } catch (UnacceptableText e) {
            throw new Refusal("InvalidDomainName", e.getMessage());
        }
    }

    public static Vpc vpc(XmlElement vpc) throws Refusal {
        String id = vpc.text("VPCId").orElse("");
        if (!VPC_ID.matcher(id).matches()) {
            throw new Refusal("InvalidVPCId", "The VPC ID is missing or invalid: '" + id + "'");
        }
        Optional<String> region = vpc.text("VPCRegion");
        if (region.isEmpty()) {
            throw Refusal.invalidInput("Missing field 'VPCRegion' beside VPCId " + id);
        }
        return new Vpc(region.get(), id);
    }
}
