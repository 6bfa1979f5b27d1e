package io.lbkeeper.check.online;

import io.lbkeeper.check.online.OnlineFinding.Grade;
import java.util.Comparator;
import java.util.List;

/** All that the looks at the world came to, the worst first. */
public record OnlineFindings(List<OnlineFinding> all) {
    public OnlineFindings {
        all = all.stream().sorted(Comparator.comparing(OnlineFinding::grade)).toList();
    }

    public long count(Grade grade) {
        return all.stream().filter(one -> one.grade() == grade).count();
    }

    /** Whether the answer is no, whatever else could not be asked. */
    public boolean isWrong() {
        return count(Grade.WRONG) > 0;
    }

    public boolean isComplete() {
        return count(Grade.COULD_NOT_ASK) == 0;
    }
}
