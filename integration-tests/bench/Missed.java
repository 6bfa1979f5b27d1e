package bench;

/** Something did not come by its deadline; the message says what, and stands in the table. */
final class Missed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Missed(String what) {
        super(what);
    }
}
