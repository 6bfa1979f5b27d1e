package io.lbkeeper.dnsupdate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.Message;
import org.xbill.DNS.MessageSizeExceededException;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;

/**
 * Signs messages with a shared key and judges the signatures of answers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8945">RFC 8945: TSIG</a>
 */
final class Signature {
    private static final int LONGEST_MESSAGE_BYTES = 65_535;
    private static final int TIME_BYTES = 6;
    /** Those which mean something only from one who has the key. */
    private static final Set<Integer> NEEDS_SIGNATURE = Set.of(Rcode.NOERROR, Rcode.NXDOMAIN, Rcode.YXDOMAIN,
            Rcode.YXRRSET, Rcode.NXRRSET);

    private final Optional<TSIG> key;

    Signature(Optional<TSIG> key) {
        this.key = key;
    }

    /**
     * A message as it was sent.
     *
     * @param signature where it was signed
     */
    record Sealed(int id, byte[] bytes, Optional<TSIGRecord> signature) {
    }

    /** An answer's worth. */
    sealed interface Worth {
        record Good() implements Worth {
        }

        /** It has not come from one who has the key, or was changed on its way: as good as none. */
        record None(String why) implements Worth {
        }

        /** The server does not accept what was sent, by its signature. */
        record Refusal(DnsFailureKind kind, Optional<Duration> serverAhead) implements Worth {
        }
    }

    /** A message with a number of its own, and the time of now in its signature: nothing is ever sent twice. */
    Sealed seal(Message message) throws IOException {
        Message fresh = message.clone();
        fresh.getHeader().setID(new Message().getHeader().getID());
        key.ifPresent(tsig -> fresh.setTSIG(tsig, Rcode.NOERROR, null));
        byte[] bytes = wire(fresh);
        Optional<TSIGRecord> signature = key.isEmpty() ? Optional.empty()
                : Optional.ofNullable(new Message(bytes).getTSIG());
        return new Sealed(fresh.getHeader().getID(), bytes, signature);
    }

    private static byte[] wire(Message message) throws IOException {
        try {
            return message.toWire(LONGEST_MESSAGE_BYTES, false);
        } catch (MessageSizeExceededException e) {
            throw new IOException("it is longer than a DNS message can be, " + LONGEST_MESSAGE_BYTES + " bytes", e);
        }
    }

    Worth judge(Message answer, byte[] bytes, Sealed request) {
        if (key.isEmpty()) {
            return new Worth.Good();
        }
        TSIGRecord theirs = answer.getTSIG();
        boolean isError = !NEEDS_SIGNATURE.contains(answer.getRcode());
        if (theirs == null) {
            return isError ? new Worth.Good() : new Worth.None("an answer without a signature");
        }
        // Who does not know the key, or found our signature wrong, can't sign: RFC 8945, 5.3.2.
        if (isError && theirs.getError() == Rcode.BADKEY) {
            return new Worth.Refusal(DnsFailureKind.BAD_KEY, Optional.empty());
        }
        if (isError && (theirs.getError() == Rcode.BADSIG || theirs.getError() == Rcode.BADTRUNC)) {
            return new Worth.Refusal(DnsFailureKind.BAD_SIGNATURE, Optional.empty());
        }
        int found = key.get().verify(answer, bytes, request.signature().orElse(null));
        if (isError && theirs.getError() == Rcode.BADTIME || found == Rcode.BADTIME) {
            return new Worth.Refusal(DnsFailureKind.BAD_TIME, Optional.of(Duration.between(Instant.now(),
                    theirTime(theirs))));
        }
        return found == Rcode.NOERROR ? new Worth.Good() : new Worth.None("an answer with a wrong signature");
    }

    /** RFC 8945, 5.2.3: with BADTIME the server tells its own time, in 48 bits of seconds. */
    private static Instant theirTime(TSIGRecord theirs) {
        byte[] other = theirs.getOther();
        if (other == null || other.length != TIME_BYTES) {
            return theirs.getTimeSigned();
        }
        ByteBuffer seconds = ByteBuffer.allocate(Long.BYTES);
        seconds.position(Long.BYTES - TIME_BYTES);
        return Instant.ofEpochSecond(seconds.put(other).getLong(0));
    }
}
