package io.lbkeeper.localroute53.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.HealthCheckType;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** Clients that all ask for what only one can have. */
class CreationRaceTest extends ApiStory {
    private static final int CLIENTS = 12;
    private static final int ROUNDS = 15;

    /** What each client got: a value, or an error's code. */
    private static List<String> race(IntFunction<String> call) throws Exception {
        CountDownLatch begin = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                answers.add(threads.submit(() -> {
                    begin.await();
                    try {
                        return call.apply(number);
                    } catch (Route53Exception e) {
                        return e.awsErrorDetails().errorCode();
                    }
                }));
            }
            begin.countDown();
            List<String> got = new ArrayList<>();
            for (Future<String> answer : answers) {
                got.add(answer.get(60, TimeUnit.SECONDS));
            }
            return got;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void oneReferenceMakesOneZone() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String reference = "race " + round;
            List<String> got = race(i -> client.createHostedZone(r -> r.name("example.org")
                    .callerReference(reference)).hostedZone().id());
            assertThat(got).as(reference).filteredOn("HostedZoneAlreadyExists"::equals).hasSize(CLIENTS - 1);
            assertThat(client.getHostedZoneCount().hostedZoneCount()).isEqualTo(round + 2);
        }
    }

    @Test
    void oneReferenceMakesOneHealthCheck() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String reference = "race " + round;
            List<String> got = race(i -> client.createHealthCheck(r -> r.callerReference(reference)
                    .healthCheckConfig(c -> c.type(HealthCheckType.TCP).ipAddress("1.2.3.4").port(25)))
                    .healthCheck().id());
            assertThat(got.stream().distinct()).as("%s: all get the same one", reference).hasSize(1);
            assertThat(client.getHealthCheckCount().healthCheckCount()).isEqualTo(round + 1);
        }
    }

    @Test
    void aVersionOfAHealthCheckIsUpdatedOnce() throws Exception {
        String id = client.createHealthCheck(r -> r.callerReference("one").healthCheckConfig(c -> c
                .type(HealthCheckType.TCP).ipAddress("1.2.3.4").port(25))).healthCheck().id();
        for (int round = 1; round <= ROUNDS; round++) {
            long version = round;
            List<String> got = race(i -> client.updateHealthCheck(r -> r.healthCheckId(id)
                    .healthCheckVersion(version).port(1000 + i)).healthCheck().healthCheckVersion().toString());
            assertThat(got).filteredOn("HealthCheckVersionMismatch"::equals).hasSize(CLIENTS - 1);
            assertThat(got).contains(Long.toString(version + 1));
        }
    }
}
