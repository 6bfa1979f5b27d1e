package io.lbkeeper.route53;

import java.util.Comparator;

import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * A difference between what was handled and what is there.
 *
 * @param current  null where deleted
 * @param previous null where created
 */
record RecordEvent(Route53RecordEvent kind, RecordKey key, ResourceRecordSet current, ResourceRecordSet previous) {
    /**
     * As Route 53 lists them, but of one name the deleted ones first: so whoever applies the events elsewhere, one by
     * one, never puts a CNAME beside another record, or a weighted record set beside a simple one.
     */
    static final Comparator<RecordEvent> ORDER = Comparator.comparing((RecordEvent event) -> event.key().name())
            .thenComparing(event -> event.kind() != Route53RecordEvent.deleted)
            .thenComparing(RecordEvent::key);

    static RecordEvent created(RecordKey key, ResourceRecordSet current) {
        return new RecordEvent(Route53RecordEvent.created, key, current, null);
    }

    static RecordEvent changed(RecordKey key, ResourceRecordSet current, ResourceRecordSet previous) {
        return new RecordEvent(Route53RecordEvent.changed, key, current, previous);
    }

    static RecordEvent deleted(RecordKey key, ResourceRecordSet previous) {
        return new RecordEvent(Route53RecordEvent.deleted, key, null, previous);
    }

    /** The record set as it is, or, where it is deleted, as it was. */
    ResourceRecordSet latest() {
        return current == null ? previous : current;
    }
}
