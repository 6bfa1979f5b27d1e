package io.lbkeeper.localroute53.zone;

/** A name or value that Route 53 does not take, in the words in which it says so. */
public final class UnacceptableText extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param problem the problem's code and its explanation in brackets */
    UnacceptableText(String problem, String text) {
        super("FATAL problem: " + problem + " encountered with '" + text + "'");
    }
}
