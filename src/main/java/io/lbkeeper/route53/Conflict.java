package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * What AWS says of one change that did not find its record set as the change takes it to be. The same error code comes
 * for batches that could never succeed (a bad value, the wrong zone, a CNAME in the way), so the messages tell.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html">
 *      InvalidChangeBatch: a list of messages, one for each change that is refused</a>
 */
record Conflict(RecordKey key, Kind kind) {
    private static final Pattern MESSAGE = Pattern.compile("Tried to (?:create|delete) resource record set "
            + "\\[name='([^']+)', type='(\\w+)'(?:, set-identifier='(.*?)')?] but (it already exists|it was not found"
            + "|the values provided do not match the current values)\\.?(?:, |$)");

    enum Kind { EXISTS, NOT_FOUND, DIFFERS }

    /** What the refusal says, or nothing where it says anything else besides. */
    static List<Conflict> in(Throwable refusal) {
        if (!(refusal instanceof InvalidChangeBatchException invalid)) {
            return List.of();
        }
        String text = message(invalid).strip();
        Matcher message = MESSAGE.matcher(text.startsWith("[") && text.endsWith("]")
                ? text.substring(1, text.length() - 1) : text);
        List<Conflict> conflicts = new ArrayList<>();
        while (message.lookingAt()) {
            String identifier = message.group(3) == null ? "" : message.group(3);
            conflicts.add(new Conflict(new RecordKey(RecordName.of(message.group(1)), message.group(2), identifier),
                    kind(message.group(4))));
            message.region(message.end(), message.regionEnd());
        }
        return message.regionStart() == message.regionEnd() ? conflicts : List.of();
    }

    private static String message(InvalidChangeBatchException refusal) {
        return refusal.hasMessages() ? String.join(", ", refusal.messages()) : Failure.message(refusal);
    }

    private static Kind kind(String words) {
        return words.endsWith("exists") ? Kind.EXISTS : words.endsWith("found") ? Kind.NOT_FOUND : Kind.DIFFERS;
    }

    /** Whether the refusal says that this record set, and no other, is not as it was taken to be, and nothing else. */
    static boolean isOnlyAbout(ResourceRecordSet set, Throwable refusal) {
        List<Conflict> conflicts = in(refusal);
        RecordKey key = RecordKey.of(set);
        return !conflicts.isEmpty() && conflicts.stream().allMatch(conflict -> conflict.key().equals(key));
    }

    /** Whether the refusal of a DELETE says that there is nothing to delete. */
    static boolean isAbsence(Throwable refusal) {
        return in(refusal).stream().anyMatch(conflict -> conflict.kind() == Kind.NOT_FOUND);
    }
}
