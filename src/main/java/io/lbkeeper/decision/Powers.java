package io.lbkeeper.decision;

import java.util.Optional;

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

    /** What that costs, in a sentence without its full stop; empty where it can do all. */
    public Optional<String> shortfall() {
        return comparesAndSwaps ? Optional.empty() : Optional.of("the DNS provider can't compare and swap, so a "
                + "standby that does not reach the owner takes the name from it, be it dead or only cut off, and of "
                + "two nodes that write at once the last one has it" + (keepsOwnerRecord ? "" : "; and it keeps no "
                        + "owner record, so whose address the name holds is taken for the owner"));
    }

    public Powers {
        if (comparesAndSwaps && !keepsOwnerRecord) {
            throw new IllegalArgumentException("without an owner record there is nothing to compare: its nonce tells "
                    + "one state of the service record from a later one that looks the same");
        }
    }
}
