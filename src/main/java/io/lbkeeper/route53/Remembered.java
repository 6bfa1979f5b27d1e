package io.lbkeeper.route53;

import java.util.Map;

import org.apache.camel.util.json.JsonObject;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * What is known of a record set. Whoever handles an event may have done its work, or part of it, although the exchange
 * failed or the process ended; so from before it is emitted until it has completed, nothing of it is certain.
 *
 * @param set the record set as it was handled last; where it never was, as it was emitted last
 */
record Remembered(ResourceRecordSet set, Certainty certainty) {
    enum Certainty {
        /** Its last event has completed. */
        HANDLED,
        /** An event for a change of it, or for its end, has not. */
        DOUBTED,
        /** None ever has. */
        EMITTED
    }

    static Remembered handled(ResourceRecordSet set) {
        return new Remembered(set, Certainty.HANDLED);
    }

    /** After this event was emitted. */
    static Remembered emitted(Remembered before, RecordEvent event) {
        if (before == null || before.certainty() == Certainty.EMITTED) {
            return new Remembered(event.latest(), Certainty.EMITTED);
        }
        return new Remembered(before.set(), Certainty.DOUBTED);
    }

    /** The event that is due, now that the record set is there like this; null where none is. */
    RecordEvent due(RecordKey key, ResourceRecordSet current) {
        return switch (certainty) {
            case HANDLED -> RecordSetJson.isSame(set, current) ? null : RecordEvent.changed(key, current, set);
            case DOUBTED -> RecordEvent.changed(key, current, set);
            case EMITTED -> RecordEvent.created(key, current);
        };
    }

    /** The record set itself, or, where it is not certain, an object that says so. */
    JsonObject write() {
        JsonObject json = RecordSetJson.write(set);
        return certainty == Certainty.HANDLED ? json : new JsonObject(Map.of(certainty.name(), json));
    }

    /** @throws RuntimeException where it is none */
    static Remembered read(JsonObject json) {
        for (Certainty certainty : Certainty.values()) {
            if (json.get(certainty.name()) instanceof JsonObject uncertain) {
                return new Remembered(RecordSetJson.read(uncertain), certainty);
            }
        }
        return handled(RecordSetJson.read(json));
    }
}
