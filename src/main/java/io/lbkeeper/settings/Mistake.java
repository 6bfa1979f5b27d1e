package io.lbkeeper.settings;

/**
 * What is wrong with a value, as the end of a sentence about its key. It never quotes the value: that may come
 * from a file with a secret in it.
 */
final class Mistake extends Exception {
    private static final long serialVersionUID = 1L;

    Mistake(String wrong) {
        super(wrong, null, false, false);
    }
}
