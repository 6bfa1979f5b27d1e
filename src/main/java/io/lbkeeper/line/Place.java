package io.lbkeeper.line;

import io.lbkeeper.cycle.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Optional;

/** One HAProxy to which a line is wanted: the line that is held, and the one that is being opened. */
final class Place {
    private final URI page;
    private Optional<Line> held = Optional.empty();
    private Optional<Line> next = Optional.empty();
    private Duration heldSince = Duration.ZERO;
    private Duration nextSince = Duration.ZERO;
    private Pauses pauses = Pauses.none();
    private Duration notBefore = Duration.ZERO;

    Place(Target target) {
        page = URI.create(target.url());
    }

    /** Over TLS a line would be a handshake and a session of its own; there is none. */
    static boolean isPossible(Target target) {
        return target.url().startsWith("http://");
    }

    boolean isHeld() {
        return held.isPresent();
    }

    /** A good check has come in: opens a line, if there is none and no pause. */
    void open(Selector selector, Duration now) {
        if (held.isEmpty() && next.isEmpty() && now.compareTo(notBefore) >= 0) {
            begin(selector, now);
        }
    }

    /** One that has been held for long is replaced: after a reload it would be the old process that has it. */
    void renew(Selector selector, Duration now, Duration age) {
        if (held.isPresent() && next.isEmpty() && now.minus(heldSince).compareTo(age) >= 0
                && now.compareTo(notBefore) >= 0) {
            begin(selector, now);
        }
    }

    /** Gives up what takes too long to open. */
    void expire(Duration now, Duration deadline) {
        if (next.isPresent() && now.minus(nextSince).compareTo(deadline) >= 0) {
            fail(now);
        }
    }

    /** Something has come in for one of the lines. Says whether the one that was held has ended. */
    boolean goOn(SelectionKey key, ByteBuffer room, Duration now) {
        if (next.filter(line -> line.owns(key)).isPresent()) {
            Line.State state = next.get().goOn(room);
            if (state == Line.State.HELD) {
                if (held.isPresent()) {
                    held.get().close();
                    pauses = Pauses.none();
                }
                held = next;
                next = Optional.empty();
                heldSince = now;
            } else if (state == Line.State.ENDED) {
                fail(now);
            }
            return false;
        }
        if (held.filter(line -> line.owns(key) && line.goOn(room) == Line.State.ENDED).isEmpty()) {
            return false;
        }
        held.get().close();
        held = Optional.empty();
        pause(now, now.minus(heldSince));
        return true;
    }

    /** When there is something to do though nothing comes in; empty for never. */
    Optional<Duration> due(Duration age, Duration deadline) {
        Duration renewal = heldSince.plus(age).compareTo(notBefore) > 0 ? heldSince.plus(age) : notBefore;
        return next.map(line -> nextSince.plus(deadline)).or(() -> held.map(line -> renewal));
    }

    void close() {
        held.ifPresent(Line::close);
        next.ifPresent(Line::close);
    }

    private void begin(Selector selector, Duration now) {
        nextSince = now;
        try {
            next = Optional.of(Line.open(page, selector, this));
        } catch (IOException | RuntimeException e) {
            fail(now);
        }
    }

    private void fail(Duration now) {
        next.ifPresent(Line::close);
        next = Optional.empty();
        pause(now, Duration.ZERO);
    }

    private void pause(Duration now, Duration lived) {
        pauses = pauses.after(lived);
        notBefore = now.plus(pauses.next());
    }
}
