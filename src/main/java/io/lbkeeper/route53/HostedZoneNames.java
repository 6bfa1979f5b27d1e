package io.lbkeeper.route53;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByNameRequest;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;

/** The ids of hosted zones by their names. Each name is asked for once, until it is forgotten. */
final class HostedZoneNames {
    private final Map<RecordName, String> ids = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException where several zones have the name */
    String id(Route53Client client, String name) {
        return id(client, name, ListHostedZonesByNameRequest.builder().build());
    }

    /** @param request whatever each request of the search shall carry, such as a time-out */
    String id(Route53Client client, String name, ListHostedZonesByNameRequest request) {
        return ids.computeIfAbsent(RecordName.of(name),
                wanted -> only(wanted, new HostedZoneSearch(client, request).find(wanted)));
    }

    /** To be called when the zone is no more, or is no more the only one of its name. */
    void forget(String name) {
        ids.remove(RecordName.of(name));
    }

    void forgetId(String id) {
        ids.values().remove(id);
    }

    private static String only(RecordName wanted, List<HostedZone> found) {
        if (found.isEmpty()) {
            String said = "aws2-route53: there is no hosted zone named " + wanted + " among those of this account. A "
                    + "zone has the name that it was created with; the names of its records do not count. "
                    + "listHostedZones shows the zones.";
            throw NoSuchHostedZoneException.builder().message(said)
                    .awsErrorDetails(AwsErrorDetails.builder().serviceName("Route53").errorCode("NoSuchHostedZone")
                            .errorMessage(said).build()).build();
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException("aws2-route53: " + found.size() + " hosted zones are named " + wanted
                    + ": " + found.stream().map(HostedZoneNames::described).collect(Collectors.joining(", "))
                    + ". Tell by its id which one is meant: set the header " + Route53Constants.HOSTED_ZONE_ID
                    + " or the option hostedZoneId.");
        }
        return Call.bareId(found.get(0).id());
    }

    private static String described(HostedZone zone) {
        boolean isPrivate = zone.config() != null && Boolean.TRUE.equals(zone.config().privateZone());
        String comment = zone.config() == null ? null : zone.config().comment();
        return Call.bareId(zone.id()) + " (" + (isPrivate ? "private" : "public")
                + (comment == null || comment.isBlank() ? ", no comment)" : ", '" + comment + "')");
    }
}
