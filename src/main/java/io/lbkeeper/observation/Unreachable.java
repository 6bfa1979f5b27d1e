package io.lbkeeper.observation;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Why there was no answer, in a few words. Only what the other side, or the way to it, did is DEAD. A fault on
 * this side (no such host name, no file descriptor left, a certificate that is not accepted) says nothing of the
 * other one, so that is UNKNOWN.
 */
public final class Unreachable {
    private static final int LIMIT_CAUSES = 12;

    private Unreachable() {
    }

    /** Judges what a request ended with; the first cause that is recognised counts. */
    public static Check judge(Throwable thrown) {
        List<Throwable> causes = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(LIMIT_CAUSES).toList();
        return cutOff(causes).or(() -> localFault(causes))
                .or(() -> causes.stream().flatMap(cause -> dead(cause).stream()).findFirst())
                .or(() -> untrusted(causes))
                .orElseGet(() -> new Check(Health.UNKNOWN, "could not ask: " + describe(thrown)));
    }

    /** It answered, but not to the end: the words of the JDK's, and the Apache client's, exceptions. */
    private static Optional<Check> cutOff(List<Throwable> causes) {
        return causes.stream().filter(cause -> says(cause, "premature e") || says(cause, "truncated chunk")
                        || says(cause, "chunked transfer encoding")).findFirst()
                .map(cause -> StatsJudge.unreadable("cut off, " + describe(cause)));
    }

    private static Optional<Check> localFault(List<Throwable> causes) {
        for (Throwable cause : causes) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return Optional.of(new Check(Health.UNKNOWN, "could not ask: unknown host, " + describe(cause)));
            }
            if (says(cause, "too many open files") || says(cause, "cannot assign requested address")
                    || says(cause, "network is unreachable") || says(cause, "no buffer space")
                    || says(cause, "operation not permitted")) {
                return Optional.of(new Check(Health.UNKNOWN, "could not ask, this node's fault: " + describe(cause)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Check> dead(Throwable cause) {
        // This side closes a socket in use only when a check's deadline has passed.
        if (cause instanceof InterruptedIOException || cause instanceof HttpTimeoutException
                || cause instanceof TimeoutException || says(cause, "timed out") || says(cause, "socket closed")) {
            return Optional.of(Check.TIMED_OUT);
        }
        if (cause instanceof NoRouteToHostException || says(cause, "unreachable")) {
            return Optional.of(Check.UNREACHABLE);
        }
        if (says(cause, "refused")) {
            return Optional.of(new Check(Health.DEAD, "connection refused"));
        }
        if (cause instanceof ConnectException) {
            return Optional.of(new Check(Health.DEAD, "could not connect"));
        }
        return isReset(cause) ? Optional.of(new Check(Health.DEAD, "connection reset")) : Optional.empty();
    }

    /** Closed without a word of an answer, in the words of the JDK's, and the Apache client's, exceptions. */
    private static boolean isReset(Throwable cause) {
        return cause instanceof SocketException || cause instanceof EOFException
                || cause.getClass().getSimpleName().equals("NoHttpResponseException")
                || says(cause, "connection reset") || says(cause, "broken pipe") || says(cause, "received no bytes");
    }

    private static Optional<Check> untrusted(List<Throwable> causes) {
        return causes.stream().filter(SSLException.class::isInstance).findFirst()
                .map(cause -> new Check(Health.UNKNOWN, "no TLS connection: " + describe(cause)));
    }

    private static boolean says(Throwable cause, String words) {
        // A wrapper of any other kind repeats the words of what it wraps.
        return cause instanceof IOException && cause.getMessage() != null
                && cause.getMessage().toLowerCase(Locale.ROOT).contains(words);
    }

    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : " " + SeenText.quote(message));
    }
}
