package io.lbkeeper.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found, by file and line, nothing twice. */
public record Findings(List<Finding> all) {
    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::file)
            .thenComparingInt(Finding::line).thenComparing(Finding::severity).thenComparing(Finding::what);

    public Findings {
        all = all.stream().distinct().sorted(BY_PLACE).toList();
    }

    /** Both together. */
    public Findings with(Collection<Finding> more) {
        return new Findings(Stream.concat(all.stream(), more.stream()).toList());
    }

    public long errors() {
        return all.stream().filter(Finding::isError).count();
    }

    public long warnings() {
        return all.size() - errors();
    }

    /** Whether nothing has to be mended. */
    public boolean isGood() {
        return errors() == 0;
    }

    /** Without warnings where there is something to mend, of which they may be but a consequence. */
    Findings worstFirst() {
        return isGood() ? this : new Findings(all.stream().filter(Finding::isError).toList());
    }

    /** Without what must not be shown: what people wrote, and what Camel says of it, stands in a finding. */
    Findings masked(UnaryOperator<String> mask) {
        return new Findings(all.stream().map(one -> one.masked(mask)).toList());
    }

    /** Whether something in this file has to be mended. */
    boolean hasErrorIn(String file) {
        return all.stream().anyMatch(finding -> finding.isError() && finding.file().equals(file));
    }

    /** One finding a line. */
    @Override
    public String toString() {
        return all.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }
}
