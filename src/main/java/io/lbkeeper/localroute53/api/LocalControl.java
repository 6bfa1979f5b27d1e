package io.lbkeeper.localroute53.api;

import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.call.ApiAnswer;
import io.lbkeeper.localroute53.call.ApiRequest;
import io.lbkeeper.localroute53.health.HealthCheck;
import io.lbkeeper.localroute53.health.HealthChecks;
import io.lbkeeper.localroute53.health.HealthStatus;
import io.lbkeeper.localroute53.health.HealthType;
import io.lbkeeper.localroute53.zone.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the local operator says over HTTP, below {@code /local/}, where no call of AWS's is. No signature is asked
 * for, and the bodies are plain text.
 */
public final class LocalControl {
    static final String NAMESPACE = "local";
    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    static final int WRONG_METHOD = 405;
    private static final int CONFLICT = 409;
    private static final String WORDS = Arrays.stream(HealthStatus.values()).map(LocalControl::word)
            .collect(Collectors.joining(", "));
    private final Account account;
    private final FaultControl faults;

    public LocalControl(Account account, FaultControl faults) {
        this.account = account;
        this.faults = faults;
    }

    ApiAnswer answer(ApiRequest request) {
        List<String> path = request.path();
        if (path.size() == 2 && path.get(1).equals(FaultControl.NAME)) {
            return faults.answer(request);
        }
        if (path.size() == 4 && path.get(1).equals("healthcheck") && path.get(3).equals("status")) {
            return switch (request.method()) {
                case "GET" -> health(path.get(2));
                case "PUT" -> setHealth(path.get(2), new String(request.body(), StandardCharsets.UTF_8).strip());
                default -> text(WRONG_METHOD, "use GET, or PUT with a body that is one of " + WORDS);
            };
        }
        return text(NOT_FOUND, "nothing is at /" + String.join("/", path)
                + "; there is /local/healthcheck/{id}/status and /local/faults");
    }

    private ApiAnswer health(String id) {
        HealthChecks checks = account.state().checks();
        return checks.byId().containsKey(id) ? text(OK, checks.isHealthy(id) ? "healthy" : "unhealthy") : missing(id);
    }

    private ApiAnswer setHealth(String id, String body) {
        Optional<HealthStatus> status = Arrays.stream(HealthStatus.values()).filter(s -> word(s).equals(body))
                .findFirst();
        if (status.isEmpty()) {
            return text(BAD_REQUEST, "the body is not one of " + WORDS + ": send one of these words");
        }
        try {
            setHealth(account, id, status.get());
            return text(OK, body);
        } catch (Refusal e) {
            return e.code().equals("NoSuchHealthCheck") ? missing(id) : text(CONFLICT, e.getMessage());
        }
    }

    public static void setHealth(Account account, String id, HealthStatus status) throws Refusal {
        account.change(before -> {
            HealthCheck check = before.checks().check(id);
            if (check.settings().type() == HealthType.CALCULATED) {
                throw Refusal.invalidInput("the status of health check " + id
                        + " is calculated from its children: set theirs");
            }
            return before.with(check.with(status));
        });
    }

    private static ApiAnswer missing(String id) {
        return text(NOT_FOUND, "there is no health check " + id);
    }

    private static String word(HealthStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static ApiAnswer text(int status, String line) {
        return new ApiAnswer(status, Optional.empty(), (line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
