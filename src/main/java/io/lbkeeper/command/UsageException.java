package io.lbkeeper.command;

/** What the operator has said can't be done; the message says what was seen and what to do. Ends in exit code 2. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
