package io.lbkeeper.route53;

import java.util.List;
import java.util.Optional;

import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Refuses answers that say nothing. The SDK makes a response object even from an empty body or a page of HTML with
 * status 200; such an answer ends in an exception here, so that nobody takes it for "there is none" or "done".
 */
final class AnswerTrust {
    private AnswerTrust() {
    }

    /** What the answer must tell; null means that it is none of Route 53's. */
    static <T> T told(Call call, Object response, String what, T part) {
        if (part == null) {
            throw untrusted(call.doing(), "it tells no " + what + ", but is " + response);
        }
        return part;
    }

    /** Refuses a page of a list that has a {@link #fault}. */
    static void page(String doing, Boolean truncated, String next, List<?> items) {
        fault(truncated, next, items).ifPresent(why -> {
            throw untrusted(doing, why);
        });
    }

    /**
     * Why a page of a list cannot be trusted, if so.
     *
     * @param next where it says that it goes on, or null
     */
    static Optional<String> fault(Boolean truncated, String next, List<?> items) {
        boolean continues = next != null && !next.isBlank();
        if (truncated == null) {
            return Optional.of("it does not say whether it is complete (IsTruncated)");
        }
        if (truncated && !continues) {
            return Optional.of("it is cut (IsTruncated) and does not say where it goes on");
        }
        if (truncated && items.isEmpty()) {
            return Optional.of("it is cut (IsTruncated) and holds nothing");
        }
        return truncated || !continues ? Optional.empty()
                : Optional.of("it is complete (IsTruncated is false) and yet goes on at " + next);
    }

    /**
     * An answer without content. Route 53 gives each answer an id in the header x-amzn-RequestId, and whatever else
     * says "200" does not. A client of a test that was never on the wire has no headers at all.
     */
    static void signed(Call call, AwsResponse response) {
        if (response.sdkHttpResponse() != null
                && response.sdkHttpResponse().firstMatchingHeader("x-amzn-RequestId").isEmpty()) {
            throw untrusted(call.doing(), "it has no content, and no header x-amzn-RequestId which shows that it is "
                    + "Route 53's");
        }
    }

    /** Of the SDK's own kind, as for the caller it is an API that did not answer. */
    static SdkClientException untrusted(String doing, String why) {
        return SdkClientException.create(doing + ": the answer cannot be trusted, as " + why + ". If something was to "
                + "be changed, it is unknown whether it was: look before you try again. Check what answers at the "
                + "endpoint, such as a proxy.");
    }
}
