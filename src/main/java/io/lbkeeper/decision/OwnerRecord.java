package io.lbkeeper.decision;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who owns the service record, as its owner wrote it in the same batch.
 *
 * @param owner      the owning node's name
 * @param address    what the service record was set to
 * @param epoch      grows by one with every change, so that a late request never applies to a newer state
 * @param nonce      fresh with every change, by which a writer knows its own after a time-out
 * @param inter      the owner's check interval, more than zero: others reckon their window with it
 * @param fast       its interval where it has to look again soon, no longer than {@code inter}: so is this one
 * @param challenger the standby that has announced its claim
 */
public record OwnerRecord(String owner, String address, long epoch, String nonce, Duration inter, Duration fast,
                          Optional<String> challenger) {
    private static final Pattern NODE = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Duration LONGEST_INTER = Duration.ofDays(1);

    public OwnerRecord {
        Objects.requireNonNull(inter);
        Objects.requireNonNull(fast);
        require("owner", owner, NODE);
        require("address", address, ADDRESS);
        require("nonce", nonce, NONCE);
        challenger.ifPresent(name -> require("challenger", name, NODE));
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch=" + epoch + " is less than zero");
        }
        if (inter.isNegative() || inter.isZero() || inter.compareTo(LONGEST_INTER) > 0) {
            throw new IllegalArgumentException("inter=" + inter + " is not between zero and a day");
        }
        if (fast.isNegative() || fast.isZero()) {
            throw new IllegalArgumentException("fast=" + fast + " is not more than zero");
        }
        fast = Times.shorter(fast, inter);
    }

    /** One whose owner tells of no faster pace. */
    public OwnerRecord(String owner, String address, long epoch, String nonce, Duration inter,
            Optional<String> challenger) {
        this(owner, address, epoch, nonce, inter, inter, challenger);
    }

    OwnerRecord unchallenged() {
        return new OwnerRecord(owner, address, epoch, nonce, inter, fast, Optional.empty());
    }

    /** Whether its owner tells of a faster pace than its interval. */
    boolean isFast() {
        return fast.compareTo(inter) < 0;
    }

    private static void require(String key, String value, Pattern allowed) {
        if (!allowed.matcher(value).matches()) {
            throw new IllegalArgumentException(key + "=" + value + " is not of the form " + allowed.pattern());
        }
    }
}
