package io.lbkeeper.cycle;

import io.lbkeeper.decision.Times;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpMessage;

/**
 * The deadline of several requests together: a header that no server sees carries what is left of it, in milliseconds,
 * from a request to its answer, and so to the next request. The route sets it before the first.
 */
public final class TimeLeft {
    static final String HEADER = "X-Lbkeeper-Time-Left";

    private final Supplier<Duration> clock;
    private final boolean carried;
    private final Duration whole;
    private final Duration end;

    /** Takes the header out of the request. */
    public TimeLeft(HttpMessage request, Duration limit, Supplier<Duration> clock) throws SocketTimeoutException {
        this.clock = clock;
        Header header = request.getFirstHeader(HEADER);
        request.removeHeaders(HEADER);
        carried = header != null && header.getValue().matches("[0-9]{1,9}");
        Duration left = carried ? Duration.ofMillis(Long.parseLong(header.getValue())) : limit;
        whole = Times.shorter(left, limit);
        if (whole.isZero()) {
            throw new SocketTimeoutException("the time for all requests together was over before this one");
        }
        end = clock.get().plus(whole);
    }

    /** How long this request may take. */
    public Duration whole() {
        return whole;
    }

    /** Whether this request has taken all of it. */
    boolean isOver() {
        return clock.get().compareTo(end) >= 0;
    }

    public void passOn(HttpMessage answer) {
        answer.removeHeaders(HEADER);
        if (carried) {
            answer.setHeader(HEADER, Math.max(0, end.minus(clock.get()).toMillis()));
        }
    }
}
