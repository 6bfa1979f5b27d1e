package io.lbkeeper.policy;

import io.lbkeeper.settings.Settings;

/**
 * The IAM policy of one node, as JSON. The service record and the owner record may only be created and deleted, so that
 * whoever has these credentials must know what stands there; only the node's own record may be overwritten. IAM judges
 * names, types and actions each for itself, and that is why these are two statements.
 *
 * <p>{@code ForAllValues} holds for a key that is not in the request at all. Route 53 gives all three keys with each
 * batch, but the policy does not lean on it: {@code Null … false} refuses a request without one of them.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-rrset-conditions.html">Route 53:
 *      condition keys; names are in lower case, without the final dot, and with codes for all but a-z, 0-9, -, _ and .
 *      (settings allow none of these)</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *      IAM: ForAllValues, and why a Null condition goes with it</a>
 */
public final class NodePolicy {
    private static final String POLICY = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "Read",
                  "Effect": "Allow",
                  "Action": ["route53:GetHostedZone", "route53:ListResourceRecordSets"],
                  "Resource": "%1$s"
                },
            %2$s,
            %3$s,
                {
                  "Sid": "FollowChanges",
                  "Effect": "Allow",
                  "Action": "route53:GetChange",
                  "Resource": "%4$s"
                }
              ]
            }
            """;
    private static final String MAY_CHANGE = """
                {
                  "Sid": "%1$s",
                  "Effect": "Allow",
                  "Action": "route53:ChangeResourceRecordSets",
                  "Resource": "%2$s",
                  "Condition": {
                    "ForAllValues:StringEquals": {
                      "route53:ChangeResourceRecordSetsNormalizedRecordNames": [%3$s],
                      "route53:ChangeResourceRecordSetsRecordTypes": [%4$s],
                      "route53:ChangeResourceRecordSetsActions": [%5$s]
                    },
                    "Null": {
                      "route53:ChangeResourceRecordSetsNormalizedRecordNames": "false",
                      "route53:ChangeResourceRecordSetsRecordTypes": "false",
                      "route53:ChangeResourceRecordSetsActions": "false"
                    }
                  }
                }""".indent(4).stripTrailing();

    private NodePolicy() {
    }

    /**
     * For the node that the settings are of.
     *
     * @param partition of AWS: {@code aws}, {@code aws-cn} or {@code aws-us-gov}
     * @throws IllegalArgumentException where the records are in no hosted zone of Route 53
     */
    public static String of(Settings settings, String partition) {
        String zone = settings.zoneId().map(id -> "arn:" + partition + ":route53:::hostedzone/" + id)
                .orElseThrow(() -> new IllegalArgumentException("lb.dns=" + settings.dns() + " without "
                        + "lb.route53.zone-id: a policy is for the records of a hosted zone of Route 53"));
        String swap = MAY_CHANGE.formatted("SwapServiceAndOwnerRecord", zone, swapped(settings),
                quoted("A", "AAAA", "TXT"), quoted("CREATE", "DELETE"));
        String set = MAY_CHANGE.formatted("SetOwnNodeRecord", zone, quoted(settings.node() + "." + settings.domain()),
                quoted("A", "AAAA"), quoted("UPSERT"));
        return POLICY.formatted(zone, swap, set, "arn:" + partition + ":route53:::change/*");
    }

    private static String swapped(Settings settings) {
        StringBuilder names = new StringBuilder(quoted(settings.service(), "_owner." + settings.service()));
        settings.services().stream().skip(1).forEach(name -> names.append(", ").append(quoted(name)));
        return names.toString();
    }

    private static String quoted(String... texts) {
        return "\"" + String.join("\", \"", texts) + "\"";
    }
}
