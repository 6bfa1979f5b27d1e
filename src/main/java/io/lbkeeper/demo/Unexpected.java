package io.lbkeeper.demo;

/** The story did not go as told. The message says what was expected and what was seen instead. */
final class Unexpected extends Exception {
    private static final long serialVersionUID = 1L;

    Unexpected(String expected, String seen) {
        super("expected " + expected + "; seen: " + seen);
    }

    /** A program of the cast is gone. */
    Unexpected(String what) {
        super(what);
    }
}
