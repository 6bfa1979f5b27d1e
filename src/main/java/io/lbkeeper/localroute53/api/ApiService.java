package io.lbkeeper.localroute53.api;

import io.lbkeeper.localroute53.call.ApiAnswer;
import io.lbkeeper.localroute53.call.ApiOperation;
import io.lbkeeper.localroute53.call.ApiRequest;
import io.lbkeeper.localroute53.faults.RateLimiter;
import io.lbkeeper.localroute53.signing.SignatureCheck;
import io.lbkeeper.localroute53.xml.ApiAnswers;
import io.lbkeeper.localroute53.zone.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a request to its answer: a refusal is one, and so is a failure of this program. */
public final class ApiService {
    private static final Logger LOG = LoggerFactory.getLogger(ApiService.class);
    private static final int BAD_REQUEST = 400;
    private static final int FAILURE = 500;
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("MissingAuthenticationToken", 403), Map.entry("IncompleteSignature", 403),
            Map.entry("InvalidClientTokenId", 403), Map.entry("SignatureDoesNotMatch", 403),
            Map.entry("NoSuchHostedZone", 404),
            Map.entry("NoSuchChange", 404), Map.entry("NoSuchHealthCheck", 404), Map.entry("UnknownOperation", 404),
            Map.entry("VPCAssociationNotFound", 404), Map.entry("HostedZoneAlreadyExists", 409),
            Map.entry("HealthCheckAlreadyExists", 409), Map.entry("HealthCheckVersionMismatch", 409),
            Map.entry("RequestEntityTooLarge", 413), Map.entry("InternalFailure", FAILURE),
            Map.entry("ServiceUnavailable", 503));
    private static final int BODIES_AT_ONCE = 8;
    /** A body is many times its size while it is judged, so it is judged with few others. */
    private final Semaphore bodies = new Semaphore(BODIES_AT_ONCE, true);
    private final SignatureCheck signatures;
    private final RateLimiter limiter;
    private final ApiCalls calls;

    /** What may be refused. */
    @FunctionalInterface
    interface Work {
        ApiAnswer answer() throws Refusal;
    }

    public ApiService(SignatureCheck signatures, RateLimiter limiter, ApiCalls calls) {
        this.signatures = signatures;
        this.limiter = limiter;
        this.calls = calls;
    }

    ApiAnswer answer(ApiRequest request, Optional<ApiOperation> operation, String requestId) {
        return answer(requestId, () -> {
            signatures.judge(request);
            limiter.admit(operation);
            return request.body().length == 0 ? calls.answer(request, operation) : oneOfFew(request, operation);
        });
    }

    private ApiAnswer oneOfFew(ApiRequest request, Optional<ApiOperation> operation) throws Refusal {
        bodies.acquireUninterruptibly();
        try {
            return calls.answer(request, operation);
        } finally {
            bodies.release();
        }
    }

    static ApiAnswer answer(String requestId, Work work) {
        try {
            return work.answer();
        } catch (Refusal e) {
            return refusal(e, requestId);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("Answering request {} failed inside the local Route 53", requestId, e);
            return refusal(new Refusal("InternalFailure", e.toString()), requestId);
        }
    }

    static ApiAnswer refusal(Refusal refusal, String requestId) {
        int status = STATUS.getOrDefault(refusal.code(), BAD_REQUEST);
        return new ApiAnswer(status, Optional.empty(), ApiAnswers.refusal(refusal, status < FAILURE, requestId));
    }
}
