package io.lbkeeper.localroute53.zone;

import java.util.Objects;

/** One change of a batch. */
public record RecordChange(ChangeAction action, ResourceRecordSet set) {
    public RecordChange {
        Objects.requireNonNull(action);
        Objects.requireNonNull(set);
    }

    public static RecordChange create(ResourceRecordSet set) {
        return new RecordChange(ChangeAction.CREATE, set);
    }

    public static RecordChange delete(ResourceRecordSet set) {
        return new RecordChange(ChangeAction.DELETE, set);
    }

    public static RecordChange upsert(ResourceRecordSet set) {
        return new RecordChange(ChangeAction.UPSERT, set);
    }

    /** The change as Route 53 names it in its refusals. */
    @Override
    public String toString() {
        return "Change with [Action=" + action + ", Name=" + set.name() + ", Type=" + set.type()
                + ", SetIdentifier=" + set.setIdentifier().orElse(null) + "]";
    }
}
