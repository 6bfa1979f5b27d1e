package io.lbkeeper.route53;

import java.util.List;

import software.amazon.awssdk.services.route53.model.CreateHealthCheckRequest;
import software.amazon.awssdk.services.route53.model.CreateHealthCheckResponse;
import software.amazon.awssdk.services.route53.model.DeleteHealthCheckRequest;
import software.amazon.awssdk.services.route53.model.DeleteHealthCheckResponse;
import software.amazon.awssdk.services.route53.model.HealthCheckConfig;
import software.amazon.awssdk.services.route53.model.UpdateHealthCheckRequest;
import software.amazon.awssdk.services.route53.model.UpdateHealthCheckResponse;

/** The operations that create, update and delete health checks. */
final class HealthCheckChanges {
    private HealthCheckChanges() {
    }

    /** Route 53 answers a repetition with the check that the first one created, as the caller reference is the same. */
    static void createHealthCheck(Call call) {
        CreateHealthCheckRequest request = call.request(CreateHealthCheckRequest.class, () -> {
            HealthCheckConfig config = config(call);
            if (config.typeAsString() == null) {
                throw call.wrong("the header " + Route53Constants.HEALTH_CHECK_TYPE
                        + " is missing; or give a HealthCheckConfig with a type as body");
            }
            return CreateHealthCheckRequest.builder().healthCheckConfig(config)
                    .callerReference(call.callerReference(config)).build();
        });
        CreateHealthCheckResponse response = call.client().createHealthCheck(call.limited(request));
        HealthCheckReads.answer(call, response, response.healthCheck());
        call.forgetCallerReference();
    }

    static void updateHealthCheck(Call call) {
        UpdateHealthCheckRequest request = call.request(UpdateHealthCheckRequest.class, () -> update(call));
        UpdateHealthCheckResponse response = call.client().updateHealthCheck(call.limited(request));
        HealthCheckReads.answer(call, response, response.healthCheck());
    }

    /** Type, request interval and latency are not in it: Route 53 cannot change them. */
    private static UpdateHealthCheckRequest update(Call call) {
        HealthCheckConfig config = config(call);
        List<String> reset = call.texts(Route53Constants.RESET_ELEMENTS);
        return UpdateHealthCheckRequest.builder().healthCheckId(HealthCheckReads.id(call))
                .healthCheckVersion(call.header(Route53Constants.HEALTH_CHECK_VERSION, Long.class))
                .ipAddress(config.ipAddress()).port(config.port()).resourcePath(config.resourcePath())
                .fullyQualifiedDomainName(config.fullyQualifiedDomainName()).searchString(config.searchString())
                .failureThreshold(config.failureThreshold()).inverted(config.inverted()).disabled(config.disabled())
                .healthThreshold(config.healthThreshold()).enableSNI(config.enableSNI())
                .childHealthChecks(config.childHealthChecks())
                .regionsWithStrings(config.regionsAsStrings())
                .alarmIdentifier(config.alarmIdentifier())
                .insufficientDataHealthStatus(config.insufficientDataHealthStatusAsString())
                .resetElementsWithStrings(reset).build();
    }

    static void deleteHealthCheck(Call call) {
        DeleteHealthCheckRequest request = call.request(DeleteHealthCheckRequest.class,
                () -> DeleteHealthCheckRequest.builder().healthCheckId(HealthCheckReads.id(call)).build());
        DeleteHealthCheckResponse response = call.client().deleteHealthCheck(call.limited(request));
        AnswerTrust.signed(call, response);
        call.answer(response);
    }

    private static HealthCheckConfig config(Call call) {
        if (call.message().getBody() instanceof HealthCheckConfig config) {
            return config;
        }
        String type = call.recordType(Route53Constants.HEALTH_CHECK_TYPE);
        return HealthCheckConfig.builder().type(type)
                .ipAddress(call.text(Route53Constants.HEALTH_CHECK_IP_ADDRESS))
                .port(number(call, Route53Constants.HEALTH_CHECK_PORT))
                .fullyQualifiedDomainName(call.text(Route53Constants.HEALTH_CHECK_DOMAIN_NAME))
                .resourcePath(call.text(Route53Constants.HEALTH_CHECK_RESOURCE_PATH))
                .searchString(call.text(Route53Constants.HEALTH_CHECK_SEARCH_STRING))
                .requestInterval(number(call, Route53Constants.HEALTH_CHECK_REQUEST_INTERVAL))
                .failureThreshold(number(call, Route53Constants.HEALTH_CHECK_FAILURE_THRESHOLD))
                .measureLatency(flag(call, Route53Constants.HEALTH_CHECK_MEASURE_LATENCY))
                .inverted(flag(call, Route53Constants.HEALTH_CHECK_INVERTED))
                .disabled(flag(call, Route53Constants.HEALTH_CHECK_DISABLED))
                .enableSNI(flag(call, Route53Constants.HEALTH_CHECK_ENABLE_SNI))
                .regionsWithStrings(call.texts(Route53Constants.HEALTH_CHECK_REGIONS))
                .childHealthChecks(call.texts(Route53Constants.CHILD_HEALTH_CHECKS))
                .healthThreshold(number(call, Route53Constants.HEALTH_THRESHOLD)).build();
    }

    private static Integer number(Call call, String header) {
        return call.header(header, Integer.class);
    }

    private static Boolean flag(Call call, String header) {
        return call.message().getHeader(header) == null ? null : call.truth(header);
    }
}
