package io.lbkeeper.plain;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import java.util.Map;
import org.apache.camel.Converter;
import org.apache.camel.TypeConverters;

/**
 * Where a step wants a value and a kamelet has answered with plain data, or the other way round. They take any object,
 * so that what is none of the allowed forms becomes "could not ask" too, and no cycle ends in an exception.
 */
public final class PlainConverters implements TypeConverters {

    @Converter
    public Answer<?> answer(Object plain) {
        return PlainRecords.answer(plain);
    }

    @Converter
    public Outcome outcome(Object plain) {
        return PlainOutcome.outcome(plain);
    }

    @Converter
    public Map<?, ?> map(Change change) {
        return PlainChange.of(change);
    }
}
