package io.lbkeeper.route53;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.apache.camel.RuntimeCamelException;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.GeoLocation;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** A record set as told by headers, or by the keys of an entry: what is told is converted, judged and put together. */
final class RecordWish {
    private static final long TTL_LIMIT_SECONDS = Integer.MAX_VALUE;
    private static final long WEIGHT_LIMIT = 255;
    private final Call call;
    private final Map<RecordField, Object> told;
    private final Function<RecordField, String> place;
    private final String otherwise;

    /**
     * @param place     says of a part where it is told, as in "the header X"
     * @param otherwise is said of a part that is missing, on where else it could have been told
     */
    private RecordWish(Call call, Map<RecordField, Object> told, Function<RecordField, String> place,
                       String otherwise) {
        this.call = call;
        this.told = told;
        this.place = place;
        this.otherwise = otherwise;
    }

    static RecordWish ofHeaders(Call call) {
        Object body = call.message().getBody();
        return of(call, field -> call.message().getHeader(field.header()), field -> "the header " + field.header(),
                body == null || body instanceof ResourceRecordSet ? ""
                        : ", and the body is no ResourceRecordSet, but " + Call.seen(body));
    }

    /** The record as replaceRecord expects it: TTL and values by headers of their own. */
    static RecordWish ofExpectation(Call call, String name, String type) {
        Map<RecordField, String> headers = Map.of(RecordField.TTL, Route53Constants.EXPECTED_TTL,
                RecordField.VALUES, Route53Constants.EXPECTED_VALUES);
        Map<RecordField, String> identity = Map.of(RecordField.NAME, name, RecordField.TYPE, type);
        return of(call, field -> headers.containsKey(field) ? call.message().getHeader(headers.get(field))
                : identity.get(field), field -> "the header " + headers.getOrDefault(field, field.header()), "");
    }

    /** @param where tells the entry, as in "entry 3 of the body" */
    static RecordWish ofEntry(Call call, Map<?, ?> entry, String where) {
        return of(call, field -> entry.get(field.key()), field -> where + ", the key " + field.key(), "");
    }

    private static RecordWish of(Call call, Function<RecordField, Object> source, Function<RecordField, String> place,
                                 String otherwise) {
        Map<RecordField, Object> told = new EnumMap<>(RecordField.class);
        for (RecordField field : RecordField.values()) {
            Object value = source.apply(field);
            if (value != null && !(value instanceof CharSequence text && text.toString().isBlank())) {
                told.put(field, value);
            }
        }
        return new RecordWish(call, told, place, otherwise);
    }

    /** Where the first part is told that says more than which record set it is, if any is. */
    Optional<String> content() {
        return told.keySet().stream().filter(field -> !field.identifies()).findFirst().map(place);
    }

    String name() {
        return required(RecordField.NAME, text(RecordField.NAME));
    }

    String type() {
        return required(RecordField.TYPE, capitals(RecordField.TYPE));
    }

    String setIdentifier() {
        return text(RecordField.SET_IDENTIFIER);
    }

    /** Which record set it is, and nothing about how it is. */
    ResourceRecordSet identity() {
        return ResourceRecordSet.builder().name(name()).type(type()).setIdentifier(setIdentifier()).build();
    }

    ResourceRecordSet recordSet() {
        ResourceRecordSet.Builder set = identity().toBuilder().healthCheckId(text(RecordField.HEALTH_CHECK_ID))
                .weight(number(RecordField.WEIGHT, WEIGHT_LIMIT)).region(text(RecordField.REGION))
                .failover(oneOf(RecordField.FAILOVER, List.of("PRIMARY", "SECONDARY"))).geoLocation(geoLocation())
                .multiValueAnswer(truth(RecordField.MULTI_VALUE_ANSWER) ? true : null);
        judgePolicy(set.build());
        if (told.containsKey(RecordField.ALIAS_DNS_NAME)) {
            return set.aliasTarget(alias()).build();
        }
        refuse("is part of an alias target, which needs " + place.apply(RecordField.ALIAS_DNS_NAME),
                RecordField.ALIAS_HOSTED_ZONE_ID, RecordField.ALIAS_EVALUATE_TARGET_HEALTH);
        return set.ttl(required(RecordField.TTL, number(RecordField.TTL, TTL_LIMIT_SECONDS)))
                .resourceRecords(values(type(), required(RecordField.VALUES, told.get(RecordField.VALUES)))).build();
    }

    private AliasTarget alias() {
        refuse("cannot stand beside " + place.apply(RecordField.ALIAS_DNS_NAME)
                + ", as an alias has the TTL and the values of its target", RecordField.TTL, RecordField.VALUES);
        String zone = text(RecordField.ALIAS_HOSTED_ZONE_ID);
        return AliasTarget.builder().hostedZoneId(zone == null ? call.hostedZoneId() : Call.bareId(zone))
                .dnsName(text(RecordField.ALIAS_DNS_NAME))
                .evaluateTargetHealth(truth(RecordField.ALIAS_EVALUATE_TARGET_HEALTH)).build();
    }

    private GeoLocation geoLocation() {
        String continent = capitals(RecordField.CONTINENT_CODE);
        String country = capitals(RecordField.COUNTRY_CODE);
        String subdivision = capitals(RecordField.SUBDIVISION_CODE);
        return continent == null && country == null && subdivision == null ? null : GeoLocation.builder()
                .continentCode(continent).countryCode(country).subdivisionCode(subdivision).build();
    }

    private void judgePolicy(ResourceRecordSet set) {
        long policies = Stream.of(set.weight(), set.failover(), set.region(), set.multiValueAnswer(),
                set.geoLocation()).filter(policy -> policy != null).count();
        if (policies > 1) {
            throw call.wrong("a record set has one of weight, failover, region, multi-value answer and location, but "
                    + policies + " of them are told for " + set.name());
        }
        if (policies == 1 && set.setIdentifier() == null) {
            throw missing(RecordField.SET_IDENTIFIER, ", and it must tell this record set from the others of "
                    + set.name());
        }
        if (policies == 0 && set.setIdentifier() != null) {
            throw call.wrong(place.apply(RecordField.SET_IDENTIFIER) + " is " + Call.seen(set.setIdentifier())
                    + ", so one of weight, failover, region, multi-value answer and location must be told too: "
                    + place.apply(RecordField.WEIGHT) + " or another");
        }
    }

    private List<ResourceRecord> values(String type, Object values) {
        Collection<String> texts = values instanceof Collection<?> many
                ? many.stream().map(value -> convert(RecordField.VALUES, value, String.class)).toList()
                : split(type, convert(RecordField.VALUES, values, String.class));
        if (texts.isEmpty()) {
            throw missing(RecordField.VALUES, "");
        }
        return texts.stream().map(text -> judged(() -> RecordValues.of(type, text)))
                .map(value -> ResourceRecord.builder().value(value).build()).toList();
    }

    private List<String> split(String type, String text) {
        return judged(() -> RecordValues.split(type, text));
    }

    private <T> T judged(Supplier<T> values) {
        try {
            return values.get();
        } catch (IllegalArgumentException e) {
            throw call.wrong(place.apply(RecordField.VALUES) + ": " + e.getMessage());
        }
    }

    private void refuse(String why, RecordField... fields) {
        for (RecordField field : fields) {
            if (told.containsKey(field)) {
                throw call.wrong(place.apply(field) + " " + why);
            }
        }
    }

    private <T> T required(RecordField field, T value) {
        if (value == null) {
            throw missing(field, "");
        }
        return value;
    }

    private IllegalArgumentException missing(RecordField field, String why) {
        return call.wrong(place.apply(field) + " is missing" + why + otherwise);
    }

    private String text(RecordField field) {
        Object value = told.get(field);
        return value == null ? null : convert(field, value, String.class).strip();
    }

    private String capitals(RecordField field) {
        String text = text(field);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    private String oneOf(RecordField field, List<String> allowed) {
        String text = capitals(field);
        if (text != null && !allowed.contains(text)) {
            throw call.wrong(place.apply(field) + " must be one of " + allowed + ", but is " + Call.seen(text));
        }
        return text;
    }

    private Long number(RecordField field, long limit) {
        Object value = told.get(field);
        Long number = value == null ? null : convert(field, value, Long.class);
        if (number != null && (number < 0 || number > limit)) {
            throw call.wrong(place.apply(field) + " must be 0 to " + limit + ", but is " + number);
        }
        return number;
    }

    private boolean truth(RecordField field) {
        Object value = told.get(field);
        return value != null && convert(field, value, Boolean.class);
    }

    private <T> T convert(RecordField field, Object value, Class<T> type) {
        T converted;
        try {
            converted = call.message().getExchange().getContext().getTypeConverter().convertTo(type, value);
        } catch (RuntimeCamelException e) {
            converted = null;
        }
        if (converted == null) {
            throw call.wrong(place.apply(field) + " must be a " + type.getSimpleName() + ", but is "
                    + Call.seen(value));
        }
        return converted;
    }
}
