package io.lbkeeper.localroute53.api;

import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.account.AccountState;
import io.lbkeeper.localroute53.call.ApiAnswer;
import io.lbkeeper.localroute53.call.ApiRequest;
import io.lbkeeper.localroute53.health.HealthCheck;
import io.lbkeeper.localroute53.health.HealthRules;
import io.lbkeeper.localroute53.health.HealthSettings;
import io.lbkeeper.localroute53.health.HealthSettings.Element;
import io.lbkeeper.localroute53.health.HealthStatus;
import io.lbkeeper.localroute53.health.HealthType;
import io.lbkeeper.localroute53.xml.ApiAnswers;
import io.lbkeeper.localroute53.xml.HealthXml;
import io.lbkeeper.localroute53.xml.RequestXml;
import io.lbkeeper.localroute53.xml.ResponseXml;
import io.lbkeeper.localroute53.xml.XmlElement;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.RequestForm;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The calls about health checks. */
final class HealthCalls {
    private static final int CHECKS_PER_PAGE = 100;
    private static final int REFERENCE_LIMIT_CHARACTERS = 64;
    private static final Map<String, Element> RESETTABLE = Map.of("FullyQualifiedDomainName", Element.DOMAIN_NAME,
            "Regions", Element.REGIONS, "ResourcePath", Element.RESOURCE_PATH, "ChildHealthChecks", Element.CHILDREN);
    private final Account account;
    private final Clock clock;

    HealthCalls(Account account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    ApiAnswer create(ApiRequest request) throws Refusal {
        XmlElement body = RequestXml.read(request.body(), "CreateHealthCheckRequest");
        String reference = body.requiredText("CallerReference");
        RequestForm.within(reference, "callerReference", 1, REFERENCE_LIMIT_CHARACTERS);
        HealthSettings settings = HealthRules.completed(HealthXml.read(body.required("HealthCheckConfig")));
        AccountState after = account.change(before -> {
            HealthRules.judge(settings, before.checks());
            if (before.checkReferences().contains(reference)) {
                return retried(before, reference, settings);
            }
            return before.with(HealthCheck.fresh(UUID.randomUUID().toString(), reference, settings));
        });
        HealthCheck check = withReference(after, reference).orElseThrow();
        return ApiAnswer.created("/2013-04-01/healthcheck/" + check.id(),
                HealthXml.check("CreateHealthCheckResponse", check));
    }

    /** The same request again changes nothing and is answered as before. */
    private static AccountState retried(AccountState before, String reference, HealthSettings settings)
            throws Refusal {
        if (withReference(before, reference).filter(check -> check.settings().equals(settings)).isEmpty()) {
            throw new Refusal("HealthCheckAlreadyExists",
                    "A different health check has already been created with the specified caller reference.");
        }
        return before;
    }

    private static Optional<HealthCheck> withReference(AccountState state, String reference) {
        return state.checks().byId().values().stream()
                .filter(check -> check.callerReference().equals(reference)).findFirst();
    }

    ApiAnswer get(String id) throws Refusal {
        return ApiAnswer.ok(HealthXml.check("GetHealthCheckResponse", account.state().checks().check(id)));
    }

    ApiAnswer update(ApiRequest request, String id) throws Refusal {
        account.state().checks().check(id);
        XmlElement body = RequestXml.read(request.body(), "UpdateHealthCheckRequest");
        Optional<Long> version = body.number("HealthCheckVersion");
        AccountState after = account.change(before -> {
            HealthCheck check = before.checks().check(id);
            if (version.isPresent() && version.get() != check.version()) {
                throw new Refusal("HealthCheckVersionMismatch", "The value of HealthCheckVersion in the request, "
                        + version.get() + ", doesn't match the health check's, " + check.version() + ".");
            }
            HealthSettings settings = updated(check.settings(), body);
            HealthRules.judge(settings, before.checks());
            return before.with(check.updated(settings));
        });
        return ApiAnswer.ok(HealthXml.check("UpdateHealthCheckResponse", after.checks().check(id)));
    }

    private static HealthSettings updated(HealthSettings present, XmlElement body) {
        Map<Element, List<String>> texts = new EnumMap<>(present.texts());
        texts.putAll(HealthXml.read(body).texts());
        body.texts("ResetElements").map(RESETTABLE::get).forEach(texts::remove);
        return new HealthSettings(texts);
    }

    ApiAnswer delete(String id) throws Refusal {
        account.change(before -> {
            before.checks().check(id);
            return before.withoutCheck(id);
        });
        return ApiAnswer.ok(ResponseXml.document("DeleteHealthCheckResponse", xml -> { }));
    }

    ApiAnswer list(ApiRequest request) throws Refusal {
        String marker = request.parameter("marker").orElse("");
        List<HealthCheck> from = List.copyOf(account.state().checks().byId().tailMap(marker).values());
        return ApiAnswer.ok(HealthXml.checks(from, marker, request.maxItems(CHECKS_PER_PAGE)));
    }

    ApiAnswer count() {
        return ApiAnswer.ok(ApiAnswers.count("HealthCheckCount", account.state().checks().byId().size()));
    }

    ApiAnswer status(String id) throws Refusal {
        HealthCheck check = observed(id);
        return ApiAnswer.ok(HealthXml.observations("GetHealthCheckStatusResponse", check,
                check.status() != HealthStatus.UNKNOWN, clock.instant()));
    }

    ApiAnswer lastFailure(String id) throws Refusal {
        HealthCheck check = observed(id);
        return ApiAnswer.ok(HealthXml.observations("GetHealthCheckLastFailureReasonResponse", check,
                check.status() == HealthStatus.UNHEALTHY, clock.instant()));
    }

    private HealthCheck observed(String id) throws Refusal {
        HealthCheck check = account.state().checks().check(id);
        if (check.settings().type() == HealthType.CALCULATED) {
            throw Refusal.invalidInput("The status of a calculated health check can't be got by this call: " + id);
        }
        return check;
    }
}
