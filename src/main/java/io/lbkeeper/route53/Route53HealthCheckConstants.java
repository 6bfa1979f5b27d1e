package io.lbkeeper.route53;

import org.apache.camel.spi.Metadata;

/**
 * The message headers about health checks.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html">what they mean</a>
 */
public interface Route53HealthCheckConstants {
    @Metadata(label = "createHealthCheck getHealthCheck updateHealthCheck deleteHealthCheck getHealthCheckStatus "
                      + "changeTagsForResource listTagsForResource",
              description = "The health check; out for createHealthCheck", javaType = "String")
    String HEALTH_CHECK_ID = "CamelAwsRoute53HealthCheckId";

    @Metadata(label = "createHealthCheck getHealthCheck updateHealthCheck",
              description = "Out, and in for updateHealthCheck: the version. Where it is set, the update is refused "
                            + "(HealthCheckVersionMismatch) if the check has changed since.",
              javaType = "Long")
    String HEALTH_CHECK_VERSION = "CamelAwsRoute53HealthCheckVersion";

    @Metadata(label = "createHealthCheck",
              enums = "HTTP,HTTPS,HTTP_STR_MATCH,HTTPS_STR_MATCH,TCP,CALCULATED",
              description = "What is checked; others, such as CLOUDWATCH_METRIC, by a HealthCheckConfig as body",
              javaType = "String")
    String HEALTH_CHECK_TYPE = "CamelAwsRoute53HealthCheckType";

    @Metadata(label = "createHealthCheck updateHealthCheck",
              description = "The address to check; without it, what the domain name resolves to", javaType = "String")
    String HEALTH_CHECK_IP_ADDRESS = "CamelAwsRoute53HealthCheckIpAddress";

    @Metadata(label = "createHealthCheck updateHealthCheck", description = "The port to check", javaType = "Integer")
    String HEALTH_CHECK_PORT = "CamelAwsRoute53HealthCheckPort";

    @Metadata(label = "createHealthCheck updateHealthCheck",
              description = "The domain name: the Host header of the request, and the name to resolve where there is "
                            + "no address",
              javaType = "String")
    String HEALTH_CHECK_DOMAIN_NAME = "CamelAwsRoute53HealthCheckDomainName";

    @Metadata(label = "createHealthCheck updateHealthCheck", description = "The path to ask for, such as /health",
              javaType = "String")
    String HEALTH_CHECK_RESOURCE_PATH = "CamelAwsRoute53HealthCheckResourcePath";

    @Metadata(label = "createHealthCheck updateHealthCheck",
              description = "What the first 5,120 bytes of the answer must hold, for the types with STR_MATCH",
              javaType = "String")
    String HEALTH_CHECK_SEARCH_STRING = "CamelAwsRoute53HealthCheckSearchString";

    @Metadata(label = "createHealthCheck",
              description = "The seconds between two checks by one checker, 10 or 30; it cannot be changed later",
              javaType = "Integer")
    String HEALTH_CHECK_REQUEST_INTERVAL = "CamelAwsRoute53HealthCheckRequestInterval";

    @Metadata(label = "createHealthCheck updateHealthCheck",
              description = "How many checks in a row must fail, or succeed, for the status to change, 1 to 10",
              javaType = "Integer")
    String HEALTH_CHECK_FAILURE_THRESHOLD = "CamelAwsRoute53HealthCheckFailureThreshold";

    @Metadata(label = "createHealthCheck",
              description = "Whether to measure the latency; it cannot be changed later", javaType = "Boolean")
    String HEALTH_CHECK_MEASURE_LATENCY = "CamelAwsRoute53HealthCheckMeasureLatency";

    @Metadata(label = "createHealthCheck updateHealthCheck",
              description = "Whether healthy and unhealthy change places",
              javaType = "Boolean")
    String HEALTH_CHECK_INVERTED = "CamelAwsRoute53HealthCheckInverted";

    @Metadata(label = "createHealthCheck updateHealthCheck",
              description = "Whether nothing is checked and the status is healthy", javaType = "Boolean")
    String HEALTH_CHECK_DISABLED = "CamelAwsRoute53HealthCheckDisabled";

    @Metadata(label = "createHealthCheck updateHealthCheck",
              description = "Whether the domain name is sent in the TLS handshake (SNI), for the types with HTTPS",
              javaType = "Boolean")
    String HEALTH_CHECK_ENABLE_SNI = "CamelAwsRoute53HealthCheckEnableSni";

    @Metadata(label = "createHealthCheck updateHealthCheck",
              description = "The regions to check from, at least three; without it, all",
              javaType = "java.util.Collection<String> or a comma-separated String")
    String HEALTH_CHECK_REGIONS = "CamelAwsRoute53HealthCheckRegions";

    @Metadata(label = "createHealthCheck updateHealthCheck",
              description = "The health checks that a CALCULATED one is made of",
              javaType = "java.util.Collection<String> or a comma-separated String")
    String CHILD_HEALTH_CHECKS = "CamelAwsRoute53ChildHealthChecks";

    @Metadata(label = "createHealthCheck updateHealthCheck",
              description = "How many of them must be healthy", javaType = "Integer")
    String HEALTH_THRESHOLD = "CamelAwsRoute53HealthThreshold";

    @Metadata(label = "updateHealthCheck",
              description = "What to reset to its default: ChildHealthChecks, FullyQualifiedDomainName, Regions, "
                            + "ResourcePath",
              javaType = "java.util.Collection<String> or a comma-separated String")
    String RESET_ELEMENTS = "CamelAwsRoute53ResetElements";
}
