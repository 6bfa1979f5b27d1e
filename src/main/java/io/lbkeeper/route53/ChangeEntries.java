package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.Jsoner;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeBatch;

/** The body as a batch: the SDK's own objects, or entries with keys, as maps or in JSON, which need no Java. */
final class ChangeEntries {
    private static final String ACTION = "action";
    private static final List<String> ACTIONS = List.of("CREATE", "DELETE", "UPSERT");
    private static final List<String> KEYS = Stream.concat(Stream.of(ACTION),
            Arrays.stream(RecordField.values()).map(RecordField::key)).toList();

    private ChangeEntries() {
    }

    static ChangeBatch batch(Call call) {
        Object body = call.message().getBody();
        if (body instanceof ChangeBatch batch) {
            return batch;
        }
        Object entries = body instanceof String text && text.strip().startsWith("[") ? json(call, text) : body;
        if (!(entries instanceof Collection<?> many) || many.isEmpty()) {
            throw call.wrong("the body must be a " + ChangeBatch.class.getName() + ", or a Collection or JSON array of "
                    + "at least one entry, each a " + Change.class.getName() + " or a map, but is " + Call.seen(body));
        }
        List<Change> changes = new ArrayList<>();
        for (Object entry : many) {
            changes.add(change(call, entry, "entry " + changes.size() + " of the body"));
        }
        return ChangeBatch.builder().changes(changes).build();
    }

    private static Object json(Call call, String text) {
        try {
            return Jsoner.deserialize(text);
        } catch (DeserializationException e) {
            throw call.wrong("the body begins like a JSON array, but is none: " + e.getMessage() + "; it is "
                    + Call.seen(text));
        }
    }

    /** @param where counts from 0, as the keys of a list do everywhere in Camel */
    private static Change change(Call call, Object entry, String where) {
        if (entry instanceof Change change) {
            return change;
        }
        if (!(entry instanceof Map<?, ?> map)) {
            throw call.wrong(where + " must be a " + Change.class.getName() + " or a map, but is " + Call.seen(entry));
        }
        for (Object key : map.keySet()) {
            if (!KEYS.contains(key)) {
                throw call.wrong(where + ": the key " + Call.seen(key) + " is not known; there are "
                        + KEYS.stream().collect(Collectors.joining(", ")));
            }
        }
        Object told = map.get(ACTION);
        String action = told == null ? "" : told.toString().strip().toUpperCase(Locale.ROOT);
        if (!ACTIONS.contains(action)) {
            throw call.wrong(where + ", the key " + ACTION + (told == null ? " is missing; it is one of "
                    : " is " + Call.seen(told) + ", but must be one of ") + ACTIONS);
        }
        return Change.builder().action(ChangeAction.fromValue(action))
                .resourceRecordSet(RecordWish.ofEntry(call, map, where).recordSet()).build();
    }
}
