package io.lbkeeper.route53;

/**
 * A record set was not as replaceRecord was told to expect it, so nothing was changed. It is thrown with
 * {@code failOnLostRace} only; the cause is the refusal by AWS, or none where the record was read and compared.
 */
public class LostRaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LostRaceException(String message, Throwable cause) {
        super(message, cause);
    }
}
