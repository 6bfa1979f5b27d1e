package io.lbkeeper.route53;

/** There is no record set of the name and type, and set identifier, that deleteRecord was told to read and delete. */
public class NoSuchRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchRecordException(String message) {
        super(message);
    }
}
