package io.lbkeeper.localroute53.account;

import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.Vpc;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.util.List;

/**
 * Which private zones a network may see.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_AssociateVPCWithHostedZone.html
 */
public final class VpcRules {
    private VpcRules() {
    }

    /** A network sees at most one private zone of a name. */
    public static void judgeNames(AccountState account, String zoneName, List<Vpc> vpcs) throws Refusal {
        for (Vpc vpc : vpcs) {
            boolean taken = account.zones().values().stream()
                    .anyMatch(zone -> zone.name().equals(zoneName) && zone.vpcs().contains(vpc));
            if (taken) {
                throw new Refusal("ConflictingDomainExists", "The VPC that you chose, " + vpc.id() + " in region "
                        + vpc.region() + ", is already associated with another private hosted zone that has an"
                        + " overlapping name space, " + zoneName + ".");
            }
        }
    }

    public static AccountState join(AccountState before, String zoneId, Vpc vpc) throws Refusal {
        ZoneState zone = before.zone(zoneId);
        if (!zone.isPrivate()) {
            throw new Refusal("PublicZoneVPCAssociation", "Attempting to associate public zone: " + zoneId
                    + " with vpc: " + vpc.id());
        }
        judgeNames(before, zone.name(), List.of(vpc));
        return before.with(zone.joined(vpc));
    }

    public static AccountState part(AccountState before, String zoneId, Vpc vpc) throws Refusal {
        ZoneState zone = before.zone(zoneId);
        if (!zone.vpcs().contains(vpc)) {
            throw new Refusal("VPCAssociationNotFound", "The VPC " + vpc.id() + " in region " + vpc.region()
                    + " is not associated with hosted zone " + zoneId);
        }
        if (zone.vpcs().size() == 1) {
            throw new Refusal("LastVPCAssociation", "The VPC " + vpc.id() + " is the last one that is associated with"
                    + " hosted zone " + zoneId + " and cannot be disassociated");
        }
        return before.with(zone.parted(vpc));
    }
}
