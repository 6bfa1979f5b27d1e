package io.lbkeeper.route53;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.GetChangeRequest;
import software.amazon.awssdk.services.route53.model.GetChangeResponse;

/**
 * One wait for a change to be on all name servers. It ends once, by Route 53's answer, by the deadline or as it is
 * stopped; whoever ends it alone touches the exchange. Not being able to ask does not end it.
 */
final class ChangeWait {
    /** The wait itself is the repetition, at its own pace. */
    private static final SdkPlugin ONCE = client -> client.overrideConfiguration(
            override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
    private static final int LONGEST_PAUSE_INTERVALS = 8;

    private final Call call;
    private final GetChangeRequest request;
    private final Consumer<ChangeWait> whenEnded;
    private final Duration timeout;
    private final Duration interval;
    private final long startNanos = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile GetChangeResponse seen;
    private volatile SdkException failure;
    private volatile Duration pause;

    ChangeWait(Call call, Consumer<ChangeWait> whenEnded) {
        this.call = call;
        this.request = ChangeReads.request(call);
        this.whenEnded = whenEnded;
        this.timeout = call.duration(Route53Constants.WAIT_TIMEOUT, call.configuration().getWaitTimeout());
        this.interval = call.duration(Route53Constants.WAIT_INTERVAL, call.configuration().getWaitInterval());
        this.pause = interval;
    }

    boolean isEnded() {
        return ended.get();
    }

    Duration remaining() {
        Duration remaining = timeout.minusNanos(System.nanoTime() - startNanos);
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }

    /** How long to wait before the next look. */
    Duration pause() {
        return shorter(pause, remaining());
    }

    /** Looks once, and ends the wait where the answer settles it. */
    void ask() {
        if (ended.get()) {
            return;
        }
        try {
            GetChangeResponse response = call.client().getChange(limited());
            ChangeReads.trusted(call, response, response.changeInfo());
            seen = response;
            failure = null;
            pause = interval;
            if (response.changeInfo().status() == ChangeStatus.INSYNC) {
                end(() -> ChangeReads.answer(call, response, response.changeInfo()));
            }
        } catch (SdkException e) {
            // What AWS refuses it would refuse again, such as a change that there is not.
            if (Failure.kind(e) == Route53FailureKind.REFUSED) {
                end(() -> {
                    throw e;
                });
            }
            // The last look may have been cut short by the deadline, which says nothing about Route 53.
            failure = seen != null && remaining().isZero() ? failure : e;
            pause = shorter(pause.multipliedBy(2), interval.multipliedBy(LONGEST_PAUSE_INTERVALS));
        } catch (RuntimeException | Error e) {
            end(() -> {
                throw e;
            });
        }
    }

    /** A look that hangs must not outlast the wait. */
    private GetChangeRequest limited() {
        Duration limit = shorter(call.configuration().getApiCallAttemptTimeout(), remaining().plusMillis(1));
        return request.toBuilder().overrideConfiguration(request.overrideConfiguration()
                .map(AwsRequestOverrideConfiguration::toBuilder).orElseGet(AwsRequestOverrideConfiguration::builder)
                .apiCallTimeout(limit).addPlugin(ONCE).build()).build();
    }

    /** To be called at the deadline. */
    void timeOut() {
        end(() -> {
            GetChangeResponse last = seen;
            if (last == null || call.configuration().isFailOnWaitTimeout()) {
                throw new ChangeNotInSyncException(request.id(),
                        last == null ? null : last.changeInfo().statusAsString(), timeout, failure);
            }
            ChangeReads.answer(call, last, last.changeInfo());
        });
    }

    void stop(String why) {
        end(() -> {
            throw new RejectedExecutionException(call.doing() + ": the wait for the change " + request.id()
                    + " was ended, as " + why + ". The change itself goes on.");
        });
    }

    private void end(Runnable outcome) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try {
            outcome.run();
        } catch (RuntimeException | Error e) {
            Failure.tell(call.message(), e);
            call.message().getExchange().setException(e);
        }
        whenEnded.accept(this);
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
