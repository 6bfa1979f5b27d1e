package io.lbkeeper.command;

import io.lbkeeper.audit.Audit;
import io.lbkeeper.audit.AuditLine;
import io.lbkeeper.requests.Kind;
import io.lbkeeper.requests.Request;
import io.lbkeeper.requests.RequestFiles;
import io.lbkeeper.status.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Where a command leaves a request, and what it then tells of it. */
record Desk(RunningService service, PrintWriter out) {
    /** A cycle that has just begun has read its requests: the next one has this. */
    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(3);

    /** @param until after so long it ends by itself */
    static Request request(Kind kind, Optional<Duration> until, Optional<String> reason, Optional<String> to) {
        Instant now = Instant.now();
        return new Request(kind, now, user(),
                until.map(now::plus), reason, to, kind == Kind.LEAVE ? Optional.of(RequestFiles.currentBoot())
                        : Optional.empty());
    }

    /** Who is at the keyboard, also where they act as root. */
    private static String user() {
        String sudo = System.getenv("SUDO_USER");
        return sudo == null || sudo.isBlank() ? System.getProperty("user.name") : sudo;
    }

    void leave(Request request) throws UsageException {
        try {
            files().write(request);
            audit(request.at(), request.by(), request.kind(), request.words());
        } catch (IOException e) {
            throw new UsageException("the request could not be left in " + files().file(request.kind()) + ": " + e
                    + "; only who may write there, such as root, may ask something of the service");
        }
    }

    /** @return whether there was one */
    boolean takeBack(Kind kind) throws UsageException {
        try {
            boolean there = files().remove(kind);
            if (there) {
                audit(Instant.now(), user(), kind, "taken back");
            }
            return there;
        } catch (IOException e) {
            throw new UsageException("the request could not be taken back from " + files().file(kind) + ": " + e
                    + "; only who may write there, such as root, may do that");
        }
    }

    /**
     * The first status in which the service has taken it in, by records that were read since; empty where none runs.
     *
     * @throws RunningService.NotTold if one runs and has not taken it in in time
     */
    Optional<Status> heard(Instant since, Predicate<Status> taken) throws RunningService.NotTold {
        Optional<Status> live = service.live();
        if (live.isEmpty()) {
            tell("no lbkeeper runs with " + service.stateDir() + " now: it holds from the next start on");
            return Optional.empty();
        }
        Predicate<Status> fresh = status -> status.name().readAt().filter(at -> at.isAfter(since)).isPresent();
        Optional<Status> heard = service.await(taken.and(fresh), patience(live.get()));
        if (heard.isEmpty()) {
            boolean known = service.status().filter(taken).isPresent();
            throw new RunningService.NotTold(known ? "the service has taken it in, but could not read the records "
                    + "since; see lbkeeper status" : "the service has not taken it in yet; see lbkeeper status");
        }
        return heard;
    }

    static Duration patience(Status status) {
        Duration stale = status.process().stale();
        return stale.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : stale;
    }

    /** A request stands whether or not the audit can be written; but then that is said. */
    private void audit(Instant at, String by, Kind kind, String words) {
        try {
            Optional<Status> told = service.status();
            new Audit(service.stateDir()).append(AuditLine.request(at, told.map(status -> status.process().node())
                    .orElse(""), by, kind.name().toLowerCase(Locale.ROOT), words));
        } catch (IOException | RunningService.NotTold e) {
            tell("not in the audit: " + Causes.of(e));
        }
    }

    void tell(String line) {
        out.println(line);
        out.flush();
    }

    private RequestFiles files() {
        return new RequestFiles(service.stateDir());
    }
}
