package io.lbkeeper.dyndns2;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.RecordSet;
import java.util.List;

/** Reads the address records of names, and aliases that stand in their place. */
@FunctionalInterface
public interface AddressRecords {
    Answer<List<RecordSet>> read(List<String> names);
}
