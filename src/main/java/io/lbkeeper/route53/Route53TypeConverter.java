package io.lbkeeper.route53;

import org.apache.camel.Converter;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Converts a record set to and from JSON with the names of AWS's API, so that a route needs no library for it. */
@Converter(generateLoader = true)
public final class Route53TypeConverter {
    private Route53TypeConverter() {
    }

    @Converter
    public static String toText(ResourceRecordSet set) {
        return RecordSetJson.write(set).toJson();
    }

    @Converter
    public static JsonObject toJson(ResourceRecordSet set) {
        return RecordSetJson.write(set);
    }

    /** @throws IllegalArgumentException where the text is no JSON of a record set; says what was seen */
    @Converter
    public static ResourceRecordSet toRecordSet(String text) {
        try {
            if (Jsoner.deserialize(text) instanceof JsonObject json) {
                return RecordSetJson.read(json);
            }
        } catch (DeserializationException e) {
            throw new IllegalArgumentException("no JSON of a record set: " + Call.seen(text), e);
        }
        throw new IllegalArgumentException("no JSON object of a record set: " + Call.seen(text));
    }
}
