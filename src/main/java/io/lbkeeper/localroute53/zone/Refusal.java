package io.lbkeeper.localroute53.zone;

/**
 * A request that is refused, as the API tells it.
 * Codes: https://docs.aws.amazon.com/Route53/latest/APIReference/CommonErrors.html and the Errors section of each call.
 */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    public Refusal(String code, String message) {
        super(message);
        this.code = code;
    }

    public static Refusal invalidInput(String message) {
        return new Refusal("InvalidInput", message);
    }

    /** The error code of the API, such as {@code InvalidChangeBatch}. */
    public String code() {
        return code;
    }
}
