package io.lbkeeper.supervision;

import java.util.List;

/**
 * Keeps what becomes of edits, in words.
 *
 * @param told where it is kept
 */
public record Heard(List<String> told) implements EditListener {
    @Override
    public void taking(String files) {
        told.add("taking " + files);
    }

    @Override
    public void taken(String files) {
        told.add("taken " + files);
    }

    @Override
    public void refused(String why) {
        told.add("refused " + why);
    }

    @Override
    public void asBefore() {
        told.add("as before");
    }
}
