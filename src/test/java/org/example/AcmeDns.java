package org.example;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.RecordSet;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Body;

/** The class of an operator's own that CONTRIBUTING's kamelet calls. */
public final class AcmeDns {
    public Answer<List<RecordSet>> read(@Body List<String> names) throws IOException {
        if (names.isEmpty()) {
            throw new IOException("Acme is not at home");
        }
        return Answer.value(List.of(RecordSet.simple(names.get(0), "A", Duration.ofSeconds(60), "203.0.113.10")));
    }

    public Answer<List<RecordSet>> couldNotRead(Exception failure) {
        return Answer.couldNotAsk(failure.getMessage());
    }
}
