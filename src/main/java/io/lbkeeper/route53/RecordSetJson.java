package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.List;

import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * A record set as JSON, with the names of AWS's API and command line:
 * {@code {"Name":"www.example.com.","Type":"A","TTL":60,"ResourceRecords":[{"Value":"192.0.2.1"}]}}. It goes over the
 * SDK's own list of fields, so that one which AWS adds is not lost.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html">the fields</a>
 */
final class RecordSetJson {
    private RecordSetJson() {
    }

    static JsonObject write(SdkPojo object) {
        JsonObject json = new JsonObject();
        for (SdkField<?> field : object.sdkFields()) {
            Object value = value(field.getValueOrDefault(object));
            if (value != null && !(value instanceof JsonArray list && list.isEmpty())) {
                json.put(field.memberName(), value);
            }
        }
        return json;
    }

    private static Object value(Object value) {
        if (value instanceof SdkPojo object) {
            return write(object);
        }
        if (value instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(each -> array.add(value(each)));
            return array;
        }
        return value;
    }

    /** @throws IllegalArgumentException where it is none; says what was seen */
    static ResourceRecordSet read(JsonObject json) {
        ResourceRecordSet.Builder builder = ResourceRecordSet.builder();
        fill((SdkPojo) builder, json);
        ResourceRecordSet set = builder.build();
        if (set.name() == null || set.name().isBlank() || set.typeAsString() == null) {
            throw new IllegalArgumentException("a record set must have Name and Type, but is " + json.toJson());
        }
        return set;
    }

    private static void fill(SdkPojo builder, JsonObject json) {
        List<String> unknown = new ArrayList<>(json.keySet());
        for (SdkField<?> field : builder.sdkFields()) {
            if (unknown.remove(field.memberName())) {
                field.set(builder, field(field, json.get(field.memberName())));
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("a record set has no " + unknown + ", but there is " + json.toJson());
        }
    }

    private static Object field(SdkField<?> field, Object json) {
        Class<?> type = field.marshallingType().getTargetClass();
        if (json instanceof JsonObject object && type == SdkPojo.class) {
            SdkPojo builder = field.constructor().get();
            fill(builder, object);
            return ((software.amazon.awssdk.utils.builder.Buildable) builder).build();
        }
        if (json instanceof JsonArray array && type == List.class) {
            SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
            return array.stream().map(each -> field(member, each)).toList();
        }
        if (json instanceof Number number && type == Long.class) {
            return number.longValue();
        }
        if (json instanceof Number number && type == Integer.class) {
            return number.intValue();
        }
        if (type.isInstance(json)) {
            return json;
        }
        throw new IllegalArgumentException(field.memberName() + " of a record set must be a " + type.getSimpleName()
                + ", but is " + Call.seen(json));
    }

    /** Whether two record sets say the same. Route 53 keeps values as a set, so their order says nothing. */
    static boolean isSame(ResourceRecordSet one, ResourceRecordSet other) {
        return write(sorted(one)).equals(write(sorted(other)));
    }

    private static ResourceRecordSet sorted(ResourceRecordSet set) {
        return set.toBuilder().resourceRecords(set.resourceRecords().stream()
                .map(ResourceRecord::value).sorted()
                .map(value -> ResourceRecord.builder().value(value).build()).toList()).build();
    }
}
