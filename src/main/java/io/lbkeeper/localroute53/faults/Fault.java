package io.lbkeeper.localroute53.faults;

import io.lbkeeper.localroute53.call.ApiOperation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that goes wrong on demand. Its text is {@code KIND[=TIME][:CALL[:TIMES]]}, such as {@code throttle},
 * {@code delay-after=2s:GetChange} or {@code drop-after:ChangeResourceRecordSets:3}.
 *
 * @param time of the kinds that take one, else zero
 * @param call the API's name of the calls it strikes, or {@code *} for all
 */
public record Fault(FaultKind kind, Duration time, String call, Times times) {
    public static final String EVERY_CALL = "*";

    /** How often a fault strikes the calls that it is for. */
    public sealed interface Times {

        /** Each of them. */
        record Always() implements Times {
            @Override
            public String toString() {
                return "";
            }
        }

        /** The next so many of them, from when the fault was set. */
        record First(int calls) implements Times {
            @Override
            public String toString() {
                return ":" + calls;
            }
        }

        /** Each with this chance, of 100. */
        record Chance(double percent) implements Times {
            @Override
            public String toString() {
                return ":" + (percent == (long) percent ? String.valueOf((long) percent) : percent) + "%";
            }
        }
    }

    public Fault {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(time);
        Objects.requireNonNull(call);
        Objects.requireNonNull(times);
    }

    /** @throws IllegalArgumentException where the text is no fault; tells all that is wrong and what is allowed */
    public static Fault parse(String text) {
        return parseAll(List.of(text)).get(0);
    }

    /** @throws IllegalArgumentException where a text is no fault; tells all that is wrong with all of them */
    public static List<Fault> parseAll(List<String> texts) {
        return FaultText.read(texts);
    }

    boolean isFor(Optional<ApiOperation> operation) {
        if (kind == FaultKind.PENDING) {
            return operation.filter(asked -> asked == ApiOperation.GET_CHANGE).isPresent();
        }
        return call.equals(EVERY_CALL) || operation.map(ApiOperation::apiName).filter(call::equals).isPresent();
    }

    /** The text from which it can be read again. */
    @Override
    public String toString() {
        String head = kind.word() + (kind.takesTime() ? "=" + DurationText.write(time) : "");
        return kind == FaultKind.PENDING ? head : head + ":" + call + times;
    }
}
