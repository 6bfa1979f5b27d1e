package io.lbkeeper.localroute53.api;

import io.lbkeeper.localroute53.call.ApiAnswer;
import io.lbkeeper.localroute53.call.ApiRequest;
import io.lbkeeper.localroute53.faults.Fault;
import io.lbkeeper.localroute53.faults.FaultText;
import io.lbkeeper.localroute53.faults.Faults;
import io.lbkeeper.localroute53.faults.RateLimiter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The faults over HTTP, at {@code /local/faults}: GET tells them and what they did, PUT sets, DELETE ends them. */
public final class FaultControl {
    static final String NAME = "faults";
    private static final String USE = "use GET, DELETE, or PUT with a body of one fault a line, as "
            + FaultText.FORM + "; these take the place of those that stand";
    private static final int BODY_LIMIT_CHARACTERS = 10_000;
    private final Faults faults;
    private final RateLimiter limiter;

    public FaultControl(Faults faults, RateLimiter limiter) {
        this.faults = faults;
        this.limiter = limiter;
    }

    ApiAnswer answer(ApiRequest request) {
        switch (request.method()) {
            case "GET":
                return LocalControl.text(LocalControl.OK, tell());
            case "DELETE":
                faults.clear();
                return LocalControl.text(LocalControl.OK, tell());
            case "PUT":
                return set(new String(request.body(), StandardCharsets.UTF_8));
            default:
                return LocalControl.text(LocalControl.WRONG_METHOD, USE);
        }
    }

    private ApiAnswer set(String body) {
        if (body.length() > BODY_LIMIT_CHARACTERS) {
            return LocalControl.text(LocalControl.BAD_REQUEST, "the body is longer than " + BODY_LIMIT_CHARACTERS
                    + " characters");
        }
        try {
            faults.replace(Fault.parseAll(body.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()));
            return LocalControl.text(LocalControl.OK, tell());
        } catch (IllegalArgumentException e) {
            return LocalControl.text(LocalControl.BAD_REQUEST, e.getMessage().replace("; fault ", "\nfault "));
        }
    }

    private String tell() {
        Stream<String> standing = faults.standing().stream().map(each -> each.fault() + " struck " + each.struck()
                + " of " + each.calls() + " calls");
        return Stream.of(standing, limiter.tell().stream(), Stream.of("seed " + faults.seed()))
                .flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }
}
