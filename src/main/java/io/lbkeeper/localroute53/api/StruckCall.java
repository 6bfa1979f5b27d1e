package io.lbkeeper.localroute53.api;

import io.lbkeeper.localroute53.call.ApiAnswer;
import io.lbkeeper.localroute53.faults.Fault;
import io.lbkeeper.localroute53.faults.FaultKind;
import io.lbkeeper.localroute53.zone.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One call on its way through the faults that strike it: they decide when it is applied, whether it is at all, and
 * what of the answer the caller gets. No thread waits meanwhile.
 */
final class StruckCall {
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private final ApiExchange exchange;
    private final List<Fault> faults;
    private final Optional<FaultKind> end;
    private final Clockwork clockwork;

    StruckCall(ApiExchange exchange, List<Fault> faults, Clockwork clockwork) {
        this.exchange = exchange;
        this.faults = faults;
        this.end = faults.stream().map(Fault::kind).filter(FaultKind::ends).findFirst();
        this.clockwork = clockwork;
    }

    /** @param service applies the call and makes its answer */
    void run(Supplier<ApiAnswer> service) {
        if (end.filter(kind -> kind == FaultKind.LOST_API).isPresent()) {
            after(SILENCE, exchange::drop);
        } else {
            after(waiting(FaultKind.DELAY_BEFORE), () -> apply(service));
        }
    }

    private void apply(Supplier<ApiAnswer> service) {
        if (end.filter(kind -> kind == FaultKind.DROP_BEFORE).isPresent()) {
            exchange.drop();
            return;
        }
        Optional<ApiAnswer> instead = end.flatMap(this::instead);
        ApiAnswer answer = instead.orElseGet(service);
        after(waiting(FaultKind.DELAY_AFTER), () -> finish(answer));
    }

    private void finish(ApiAnswer answer) {
        switch (end.orElse(FaultKind.PENDING)) {
            case DROP_AFTER -> exchange.drop();
            case CUT_BODY -> exchange.cut(answer);
            case ERROR_AFTER -> exchange.send(failure());
            default -> exchange.send(answer);
        }
    }

    /** The answer of a fault by which nothing is applied. */
    private Optional<ApiAnswer> instead(FaultKind kind) {
        return switch (kind) {
            case THROTTLE -> Optional.of(refusal("Throttling", "Rate exceeded"));
            case PRIOR_REQUEST -> Optional.of(refusal("PriorRequestNotComplete",
                    "The request was rejected because Route 53 was still processing a prior request."));
            case ERROR_500 -> Optional.of(failure());
            case ERROR_503 -> Optional.of(refusal("ServiceUnavailable",
                    "The request has failed due to a temporary failure of the server."));
            case BARE_500 -> Optional.of(new ApiAnswer(500, Optional.empty(), new byte[0]));
            case BARE_503 -> Optional.of(new ApiAnswer(503, Optional.empty(), new byte[0]));
            default -> Optional.empty();
        };
    }

    private ApiAnswer failure() {
        return refusal("InternalFailure",
                "The request processing has failed because of an unknown error, exception or failure.");
    }

    private ApiAnswer refusal(String code, String message) {
        return ApiService.refusal(new Refusal(code, message), exchange.requestId());
    }

    private Duration waiting(FaultKind kind) {
        return faults.stream().filter(fault -> fault.kind() == kind).map(Fault::time).reduce(Duration.ZERO,
                Duration::plus);
    }

    private void after(Duration delay, Runnable step) {
        if (delay.isZero()) {
            step.run();
        } else if (!clockwork.after(delay, step)) {
            exchange.drop();
        }
    }
}
