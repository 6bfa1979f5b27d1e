package io.lbkeeper.route53;

import java.time.Duration;
import java.util.Set;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** Retries for requests that must not be sent again while it is unknown whether they were applied. */
final class RefusalRetries {
    /** AWS's codes for "not now": too many calls of the account, or a change of the zone is still being worked on. */
    private static final Set<String> NOT_NOW = Set.of("Throttling", "ThrottlingException", "PriorRequestNotComplete");
    private static final Duration FIRST_PAUSE_AT_MOST = Duration.ofMillis(500);
    private static final Duration PAUSE_AT_MOST = Duration.ofSeconds(4);

    private RefusalRetries() {
    }

    /** For one request, sent from now on. */
    static SdkPlugin plugin(Route53Configuration configuration) {
        RetryStrategy strategy = strategy(configuration.getMaxChangeRetries(), configuration.getApiCallTimeout());
        return client -> client.overrideConfiguration(override -> override.retryStrategy(strategy));
    }

    /**
     * Stops in time: no repetition is begun after half the limit, and a pause takes a quarter of it at most. Else the
     * limit would end a pause, and a plain refusal would read as a time-out, whose outcome is unknown.
     */
    private static RetryStrategy strategy(int retries, Duration limit) {
        long start = System.nanoTime();
        Duration pause = ChangeWait.shorter(PAUSE_AT_MOST, limit.dividedBy(4));
        Duration first = ChangeWait.shorter(FIRST_PAUSE_AT_MOST, pause);
        return DefaultRetryStrategy.standardStrategyBuilder().useClientDefaults(false).circuitBreakerEnabled(false)
                .maxAttempts(retries + 1)
                .retryOnException(failure -> isNotNow(failure)
                        && System.nanoTime() - start < limit.dividedBy(2).toNanos())
                .backoffStrategy(BackoffStrategy.exponentialDelay(first, pause)).build();
    }

    /** Whether AWS refused the request for now and applied nothing of it. */
    static boolean isNotNow(Throwable failure) {
        return failure instanceof AwsServiceException aws && Failure.code(aws) != null
                && NOT_NOW.contains(Failure.code(aws));
    }
}
