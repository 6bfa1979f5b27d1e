package io.lbkeeper.decision;

/**
 * What a DNS provider can do, as far as a decision needs it.
 *
 * @param comparesAndSwaps whether a guarded change applies only if every expected record set still is exactly so
 * @param keepsOwnerRecord whether it holds the TXT record that says who owns the service record
 */
public record Powers(boolean comparesAndSwaps, boolean keepsOwnerRecord) {
    /** Of a provider that can do all that is asked of it. */
    public static final Powers FULL = new Powers(true, true);
    /** Of one that does not say what it can do: who does not say that it compares and swaps is taken not to. */
    public static final Powers UNTOLD = new Powers(false, true);

    public Powers {
        if (comparesAndSwaps && !keepsOwnerRecord) {
            throw new IllegalArgumentException("without an owner record there is nothing to compare: its nonce tells "
                    + "one state of the service record from a later one that looks the same");
        }
    }
}
