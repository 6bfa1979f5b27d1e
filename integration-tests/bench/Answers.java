package bench;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** What a prober has printed: each answer that differs from the one before. */
record Answers(List<Answer> all) {
    /** @param nanos the monotonic time at which it came */
    record Answer(long nanos, String text) {
        static Answer of(String line) {
            String[] words = line.split(" ", 2);
            return new Answer(Long.parseLong(words[0]), words[1]);
        }
    }

    static Answers of(List<String> lines) {
        return new Answers(lines.stream().filter(line -> line.matches("\\d+ \\S+")).map(Answer::of).toList());
    }

    /** The newest one; empty before the first. */
    String now() {
        return all.isEmpty() ? "" : all.get(all.size() - 1).text();
    }

    /** When this address was first answered after a moment. */
    OptionalLong firstAfter(long nanos, String address) {
        return all.stream().filter(answer -> answer.nanos() > nanos && answer.text().equals(address))
                .mapToLong(Answer::nanos).findFirst();
    }

    /** All changes between two moments. */
    List<String> between(long fromNanos, long toNanos) {
        return IntStream.range(1, all.size()).mapToObj(all::get).filter(answer -> answer.nanos() > fromNanos
                && answer.nanos() <= toNanos).map(Answer::text).toList();
    }
}
