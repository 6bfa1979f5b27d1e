package io.lbkeeper.dyndns2;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a provider answers.
 *
 * @see <a href="https://help.dyn.com/return-codes/">Dyn: return codes</a>
 */
enum ReturnCode {
    GOOD("good", Reach.NAME, ""),
    NOCHG("nochg", Reach.NAME, "the provider has this address already, and its name servers do not show it: look at "
            + "lb.dyndns2.name-servers. A repetition would be abuse"),
    BADAUTH("badauth", Reach.ACCOUNT, "the provider does not know this user and password: look at lb.dyndns2.user and "
            + "lb.dyndns2.password"),
    NOT_DONATOR("!donator", Reach.ACCOUNT, "the account does not include this: look at it at the provider's"),
    BADAGENT("badagent", Reach.ACCOUNT, "the provider does not let lbkeeper in: ask it why"),
    NOTFQDN("notfqdn", Reach.NAME, "the provider takes this for no full name: look at lb.service and lb.domain"),
    NOHOST("nohost", Reach.NAME, "the account has no such name: make it at the provider's, by hand"),
    NUMHOST("numhost", Reach.NAME, "these are too many names at once, or names with several addresses: look at them "
            + "at the provider's"),
    ABUSE("abuse", Reach.NAME, "the provider has blocked this name: have it unblocked there"),
    DNSERR("dnserr", Reach.NAME, "the provider's own DNS has failed: ask it, with this answer"),
    PROVIDER_DOWN("911", Reach.ACCOUNT, "the provider is out of order, or in maintenance"),
    BADSYS("badsys", Reach.ACCOUNT, "the provider does not know this system: look at lb.dyndns2.url"),
    BADPARAM("badparam", Reach.ACCOUNT, "the provider does not understand the request: look at lb.dyndns2.url");

    /** Whom an answer is about. */
    enum Reach { NAME, ACCOUNT }

    private final String word;
    private final Reach reach;
    private final String advice;

    ReturnCode(String word, Reach reach, String advice) {
        this.word = word;
        this.reach = reach;
        this.advice = advice;
    }

    static Optional<ReturnCode> of(String word) {
        return Arrays.stream(values()).filter(code -> code.word.equalsIgnoreCase(word)).findFirst();
    }

    boolean isOfAccount() {
        return reach == Reach.ACCOUNT;
    }

    /** Whether the address is set now. */
    boolean isDone() {
        return this == GOOD || this == NOCHG;
    }

    String advice() {
        return advice;
    }

    @Override
    public String toString() {
        return word;
    }
}
