package io.lbkeeper.localroute53.zone;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a change must be before the zone is looked at. The first fault found refuses the request: InvalidInput. */
public final class RequestForm {
    private static final int NAME_LIMIT_CHARACTERS = 1024;
    private static final int VALUE_LIMIT_CHARACTERS = 4000;
    private static final int ZONE_ID_LIMIT_CHARACTERS = 32;
    private static final int HEALTH_CHECK_ID_LIMIT_CHARACTERS = 64;
    private static final int IDENTIFIER_LIMIT_CHARACTERS = 128;
    private static final Duration TTL_LIMIT = Duration.ofSeconds(Integer.MAX_VALUE);
    private static final int WEIGHT_LIMIT = 255;
    private static final Pattern CONTINENT = Pattern.compile("A[FNS]|EU|NA|OC|SA");
    private static final Pattern COUNTRY = Pattern.compile("\\*|[A-Z]{2}");
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z0-9]{1,3}");
    private static final String POLICIES = "[Weight, Region, Failover, GeoLocation, or MultiValueAnswer]";
    private static final String SOURCES =
            "[AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId]";

    private RequestForm() {
    }

    public static void judge(List<RecordChange> changes) throws Refusal {
        if (changes.isEmpty()) {
            throw Refusal.invalidInput("Invalid request: Expected at least one Change in ChangeBatch");
        }
        for (RecordChange change : changes) {
            judgeSource(change);
            judgePolicy(change);
            judgeLimits(change);
        }
    }

    private static void judgeSource(RecordChange change) throws Refusal {
        ResourceRecordSet set = change.set();
        boolean someOfRecords = set.ttl().isPresent() || !set.values().isEmpty();
        boolean allOfRecords = set.ttl().isPresent() && !set.values().isEmpty();
        if (set.alias().isPresent() && someOfRecords) {
            throw expected(SOURCES, "more than one", change);
        }
        if (set.alias().isEmpty() && !allOfRecords) {
            throw expected(SOURCES, "none", change);
        }
    }

    private static void judgePolicy(RecordChange change) throws Refusal {
        ResourceRecordSet set = change.set();
        if (set.policies().size() > 1) {
            throw expected(POLICIES, "more than one", change);
        }
        if (set.policies().isEmpty() && set.setIdentifier().isPresent()) {
            throw expected(POLICIES, "none", change);
        }
        if (set.setIdentifier().isEmpty() && !set.policies().isEmpty()) {
            throw Refusal.invalidInput("Invalid request: Missing field 'SetIdentifier' in " + change);
        }
    }

    private static Refusal expected(String choices, String found, RecordChange change) {
        return Refusal.invalidInput("Invalid request: Expected exactly one of " + choices + ", but found " + found
                + " in " + change);
    }

    private static void judgeLimits(RecordChange change) throws Refusal {
        ResourceRecordSet set = change.set();
        within(set.name(), "name", 1, NAME_LIMIT_CHARACTERS);
        for (String value : set.values()) {
            within(value, "value", 1, VALUE_LIMIT_CHARACTERS);
        }
        if (set.setIdentifier().isPresent()) {
            within(set.setIdentifier().get(), "setIdentifier", 1, IDENTIFIER_LIMIT_CHARACTERS);
        }
        if (set.alias().isPresent()) {
            within(set.alias().get().dnsName(), "dNSName", 1, NAME_LIMIT_CHARACTERS);
            within(set.alias().get().hostedZoneId(), "hostedZoneId", 1, ZONE_ID_LIMIT_CHARACTERS);
        }
        if (set.healthCheckId().isPresent()) {
            within(set.healthCheckId().get(), "healthCheckId", 1, HEALTH_CHECK_ID_LIMIT_CHARACTERS);
        }
        if (!set.policies().isEmpty() && set.policies().get(0) instanceof RoutingPolicy.Geographic place) {
            judgePlace(place, change);
        }
        Duration ttl = set.ttl().orElse(Duration.ZERO);
        if (ttl.isNegative()) {
            throw outOfBounds(ttl.toSeconds(), "tTL", "have value greater than or equal to 0");
        }
        if (ttl.compareTo(TTL_LIMIT) > 0) {
            throw outOfBounds(ttl.toSeconds(), "tTL", "have value less than or equal to " + TTL_LIMIT.toSeconds());
        }
        if (!set.policies().isEmpty() && set.policies().get(0) instanceof RoutingPolicy.Weighted weighted
                && (weighted.weight() < 0 || weighted.weight() > WEIGHT_LIMIT)) {
            throw outOfBounds(weighted.weight(), "weight", "have value between 0 and " + WEIGHT_LIMIT);
        }
    }

    /** A record type as a request names it. */
    public static RecordType recordType(String given, String field) throws Refusal {
        return Arrays.stream(RecordType.values()).filter(type -> type.name().equals(given)).findFirst()
                .orElseThrow(() -> notOneOf(given, field, Arrays.toString(RecordType.values())));
    }

    public static Refusal notOneOf(String seen, String field, String allowed) {
        return outOfBounds(seen, field, "satisfy enum value set: " + allowed);
    }

    /** Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_GeoLocation.html */
    private static void judgePlace(RoutingPolicy.Geographic place, RecordChange change) throws Refusal {
        boolean inCountry = place.country().isPresent() || place.subdivision().isPresent();
        boolean nowhere = place.subdivision().isPresent() && place.country().isEmpty();
        if (nowhere || place.continent().isPresent() == inCountry) {
            throw Refusal.invalidInput("Invalid request: Expected a ContinentCode alone, or a CountryCode, with a"
                    + " SubdivisionCode perhaps, in the GeoLocation in " + change);
        }
        judgeCode(place.continent(), "continentCode", CONTINENT, "be one of AF, AN, AS, EU, NA, OC and SA");
        judgeCode(place.country(), "countryCode", COUNTRY, "be * or the two capital letters of a country");
        judgeCode(place.subdivision(), "subdivisionCode", SUBDIVISION, "be one to three capital letters or digits");
    }

    private static void judgeCode(Optional<String> code, String field, Pattern form, String bound) throws Refusal {
        if (code.isPresent() && !form.matcher(code.get()).matches()) {
            throw outOfBounds(code.get(), field, bound);
        }
    }

    public static void within(String text, String field, int least, int most) throws Refusal {
        if (text.length() < least || text.length() > most) {
            throw outOfBounds(text, field, "have length between " + least + " and " + most);
        }
    }

    public static void between(long number, String field, int least, int most) throws Refusal {
        if (number < least || number > most) {
            throw outOfBounds(number, field, number < least ? "have value greater than or equal to " + least
                    : "have value less than or equal to " + most);
        }
    }

    public static Refusal outOfBounds(Object seen, String field, String bound) {
        return Refusal.invalidInput("1 validation error detected: Value '" + seen + "' at '" + field
                + "' failed to satisfy constraint: Member must " + bound);
    }
}
