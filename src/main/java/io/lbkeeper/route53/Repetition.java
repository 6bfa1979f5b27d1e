package io.lbkeeper.route53;

import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** After which failures the SDK may send the request of an operation again. */
enum Repetition {
    /**
     * After every failure that may pass, up to {@code maxRetries} times: reads, and writes that say what shall be
     * whatever is there. Doing them twice is doing them once.
     */
    FREE,

    /**
     * Only after a refusal that applied nothing, up to {@code maxChangeRetries} times. A lost answer leaves it open
     * whether the change was made; a second request would then be refused for what the first one did, and the refusal
     * would tell the caller the opposite of what is so.
     */
    AFTER_REFUSAL;

    /** The request, made such that the SDK keeps to this, whatever client it goes through. */
    @SuppressWarnings("unchecked") // The builder of a request builds its own kind.
    <Q extends AwsRequest> Q limit(Q request, Route53Configuration configuration) {
        if (this == FREE) {
            return request;
        }
        AwsRequestOverrideConfiguration limited = request.overrideConfiguration()
                .map(AwsRequestOverrideConfiguration::toBuilder).orElseGet(AwsRequestOverrideConfiguration::builder)
                .addPlugin(RefusalRetries.plugin(configuration)).build();
        return (Q) request.toBuilder().overrideConfiguration(limited).build();
    }
}
