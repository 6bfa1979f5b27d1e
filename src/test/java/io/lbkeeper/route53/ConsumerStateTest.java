package io.lbkeeper.route53;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

import static io.lbkeeper.route53.WatchedZone.set;
import static io.lbkeeper.route53.WatchedZone.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a repository keeps over restarts and crashes. */
@Timeout(60)
class ConsumerStateTest {
    private static final ResourceRecordSet WWW = set("www.example.com.", "A", "192.0.2.1");
    private static final ResourceRecordSet MAIL = set("mail.example.com.", "A", "192.0.2.5");
    private static final ResourceRecordSet NEW = set("new.example.com.", "A", "192.0.2.9");

    @TempDir
    Path folder;
    private final WatchedZone zone = new WatchedZone();

    @AfterEach
    void stop() {
        zone.close();
    }

    private Path file() {
        return folder.resolve("state");
    }

    private Watch watch(String options) {
        return new Watch(zone.component(), options, FileStateRepository.fileStateRepository(file().toFile()));
    }

    @Test
    void afterARestartOnlyWhatChangedMeanwhileIsEmitted() {
        zone.upsert(WWW, MAIL);
        try (Watch watch = watch("")) {
            watch.poll();
            zone.upsert(weighted("w.example.com.", "=\u00e9\u20ac \"a\" \\ b", 1, "192.0.2.1"));
            assertThat(watch.poll()).hasSize(1);
        }
        zone.upsert(NEW, set("www.example.com.", "A", "192.0.2.2"));
        zone.delete(MAIL);
        try (Watch watch = watch("")) {
            assertThat(watch.events()).containsExactly("deleted mail.example.com. A 192.0.2.5",
                    "created new.example.com. A 192.0.2.9", "changed www.example.com. A 192.0.2.2");
            assertThat(watch.events()).isEmpty();
        }
        try (Watch watch = watch("&emitExisting=true")) {
            assertThat(watch.events()).as("events, as this is no first poll").isEmpty();
        }
    }

    @Test
    void theFileIsOfLinesInAscii() throws IOException {
        zone.upsert(weighted("w.example.com.", "\u00e9\u20ac", 1, "192.0.2.1"));
        try (Watch watch = watch("")) {
            watch.poll();
        }
        assertThat(Files.readAllLines(file(), StandardCharsets.US_ASCII)).isNotEmpty()
                .allMatch(line -> line.matches("aws2-route53/zone/ZWATCHED/(begun=1|\\d+=\\[\\{.*}])"));
    }

    @Test
    void whatFailedBeforeTheRestartComesAgain() {
        try (Watch watch = watch("")) {
            watch.poll();
            zone.upsert(WWW, MAIL);
            watch.failOn(exchange -> Watch.text(exchange).contains("www"));
            assertThat(watch.poll()).hasSize(2);
        }
        try (Watch watch = watch("")) {
            assertThat(watch.events()).containsExactly("created www.example.com. A 192.0.2.1");
        }
    }

    @Test
    void aProcessThatIsKilledAtAnyWriteLosesNothing() throws IOException {
        for (int writes = 0; writes < 8; writes++) {
            Files.deleteIfExists(file());
            BrittleRepository repository = new BrittleRepository(file());
            zone.upsert(MAIL, WWW);
            try (Watch watch = new Watch(zone.component(), "", repository)) {
                watch.poll();
                zone.upsert(NEW, set("www.example.com.", "A", "192.0.2.2"));
                zone.delete(MAIL);
                repository.dieAfter(writes);
                assertThat(watch.poll()).as("emitted until write %s", writes).hasSize(Math.min(3, (writes + 1) / 2));
            }
            repository.restart();
            try (Watch watch = new Watch(zone.component(), "", repository)) {
                assertThat(watch.events()).as("after %s writes", writes).isEqualTo(List.of(
                        "deleted mail.example.com. A 192.0.2.5", "created new.example.com. A 192.0.2.9",
                        "changed www.example.com. A 192.0.2.2").subList(Math.min(3, writes / 2), 3));
            }
            zone.delete(NEW);
        }
    }

    @Test
    void whatWasEmittedBeforeACrashComesAgainAlsoWhereItWasUndone() {
        BrittleRepository repository = new BrittleRepository(file());
        zone.upsert(WWW);
        try (Watch watch = new Watch(zone.component(), "", repository)) {
            watch.poll();
            zone.upsert(NEW);
            repository.dieAfter(1);
            assertThat(watch.events()).containsExactly("created new.example.com. A 192.0.2.9");
        }
        zone.delete(NEW);
        repository.restart();
        try (Watch watch = new Watch(zone.component(), "", repository)) {
            assertThat(watch.events()).containsExactly("deleted new.example.com. A 192.0.2.9");
            zone.delete(WWW);
            repository.dieAfter(1);
            assertThat(watch.events()).containsExactly("deleted www.example.com. A 192.0.2.1");
        }
        zone.upsert(WWW);
        repository.restart();
        try (Watch watch = new Watch(zone.component(), "", repository)) {
            assertThat(watch.events()).containsExactly("changed www.example.com. A 192.0.2.1");
            assertThat(watch.events()).isEmpty();
        }
    }

    @Test
    void whatCannotBeKeptComesAgain() {
        BrittleRepository repository = new BrittleRepository(file());
        try (Watch watch = new Watch(zone.component(), "", repository)) {
            watch.poll();
            zone.upsert(NEW);
            repository.dieAfter(1);
            assertThat(watch.events()).hasSize(1);
            repository.dieAfter(9);
            assertThat(watch.events()).containsExactly("created new.example.com. A 192.0.2.9");
        }
    }

    @Test
    void aFirstPollThatIsKilledBeginsAnew() {
        zone.upsert(MAIL, WWW);
        for (int writes = 0; writes < 4; writes++) {
            BrittleRepository repository = new BrittleRepository(folder.resolve("begin-" + writes));
            repository.dieAfter(writes);
            try (Watch watch = new Watch(zone.component(), "&emitExisting=" + (writes == 0), repository)) {
                assertThat(watch.poll()).as("events after %s writes", writes).isEmpty();
            }
            zone.delete(MAIL);
            for (int start = 0; start < 2; start++) {
                repository.restart();
                try (Watch watch = new Watch(zone.component(), "", repository)) {
                    assertThat(watch.events()).as("events after %s writes, at start %s", writes, start).isEmpty();
                }
            }
            zone.upsert(MAIL);
        }
    }

    @Test
    void anExistingOneThatWasNotYetEmittedIsAfterARestart() {
        zone.upsert(MAIL, WWW);
        try (Watch watch = watch("&emitExisting=true&maxMessagesPerPoll=1&recordTypes=A")) {
            assertThat(watch.events()).containsExactly("created mail.example.com. A 192.0.2.5");
        }
        try (Watch watch = watch("&emitExisting=true&recordTypes=A")) {
            assertThat(watch.events()).containsExactly("created www.example.com. A 192.0.2.1");
        }
    }

    @Test
    void aNarrowerFilterDeletesNothing() {
        zone.upsert(WWW, MAIL);
        try (Watch watch = watch("")) {
            watch.poll();
        }
        for (String filter : List.of("&recordNames=www.example.com", "&recordTypes=TXT", "")) {
            try (Watch watch = watch(filter)) {
                assertThat(watch.events()).as("events after a restart with '%s'", filter).isEmpty();
            }
        }
    }

    @Test
    void consumersShareARepository() throws Exception {
        FileStateRepository state = FileStateRepository.fileStateRepository(file().toFile());
        try (Watch watch = new Watch(zone.component(), "", state)) {
            watch.poll();
            add(watch, "other", "aws2-route53:zone?hostedZoneId=ZOTHER&startScheduler=false&stateRepository=#state");
            add(watch, "again", "aws2-route53:again?startScheduler=false&stateRepository=#state");
            ((Route53Consumer) watch.context().getRoute("other").getConsumer()).run();
            zone.upsert(WWW);
            assertThat(watch.events()).containsExactly("created www.example.com. A 192.0.2.1");
            assertThatThrownBy(() -> add(watch, "same", "aws2-route53:zone?startScheduler=false&maxMessagesPerPoll=3"
                    + "&stateRepository=#state")).hasStackTraceContaining("another label");
            watch.context().getRouteController().stopRoute("again");
            assertThat(ServiceHelper.isStarted(state)).as("the repository while others use it").isTrue();
            watch.context().getRouteController().startRoute("again");
        }
        assertThat(ServiceHelper.isStarted(state)).as("the repository after the context").isFalse();
    }

    private static void add(Watch watch, String id, String uri) throws Exception {
        watch.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId(id).log("came");
            }
        });
    }

    @Test
    void aRepositoryThatSomebodyElseStartedIsNotStopped() {
        MemoryStateRepository state = new MemoryStateRepository();
        state.start();
        new Watch(zone.component(), "", state).close();
        assertThat(ServiceHelper.isStarted(state)).isTrue();
    }

    @Test
    void whatIsUnreadableStopsTheWatchAndIsTold() throws IOException {
        zone.upsert(WWW);
        try (Watch watch = watch("")) {
            watch.poll();
        }
        String kept = Files.readString(file());
        for (String broken : List.of(kept.replace("]\n", "\n"), kept.replace("\"Name\"", "\"name\""),
                kept.replace("\"TTL\":60", "\"TTL\":\"60\""), kept.replace("[{", "{"),
                kept.replace("begun=1", "begun=2"))) {
            assertThat(broken).isNotEqualTo(kept);
            Files.writeString(file(), broken);
            zone.upsert(NEW);
            try (Watch watch = watch("")) {
                assertThat(watch.events()).as("events after%n%s", broken).isEmpty();
                assertThat(watch.lastError()).hasMessageContaining("under the key aws2-route53/zone/ZW");
            }
        }
    }

    @Test
    void withoutARepositoryASuspendedRouteStillKnowsAndAStoppedOneLearnsAnew() throws Exception {
        try (Watch watch = new Watch(zone, "")) {
            watch.poll();
            watch.context().getRouteController().suspendRoute(Watch.ROUTE);
            zone.upsert(WWW);
            assertThat(watch.events()).as("events while suspended").isEmpty();
            watch.context().getRouteController().resumeRoute(Watch.ROUTE);
            assertThat(watch.events()).containsExactly("created www.example.com. A 192.0.2.1");
            watch.context().getRouteController().stopRoute(Watch.ROUTE);
            zone.upsert(MAIL);
            watch.context().getRouteController().startRoute(Watch.ROUTE);
            assertThat(watch.events()).as("events of the first poll after a stop").isEmpty();
        }
    }

    @Test
    void anExchangeThatEndsAfterItsConsumerWritesNothing() throws Exception {
        BrittleRepository repository = new BrittleRepository(file());
        try (Watch watch = new Watch(zone.component(), "", repository)) {
            watch.poll();
            zone.upsert(WWW);
            Route53Consumer old = watch.consumer();
            List<Synchronization> held = new ArrayList<>();
            watch.failOn(exchange -> {
                Exchange later = exchange.getContext().getEndpoint("mock:later").createExchange();
                exchange.getUnitOfWork().handoverSynchronization(later);
                held.addAll(later.getExchangeExtension().handoverCompletions());
                return false;
            });
            assertThat(watch.poll()).hasSize(1);
            watch.context().getRouteController().stopRoute(Watch.ROUTE);
            assertThat(old.isStopped()).isTrue();
            assertThat(held).hasSize(1);
            held.get(0).onComplete(new DefaultExchange(watch.context()));
            watch.context().getRouteController().startRoute(Watch.ROUTE);
            assertThat(watch.events()).containsExactly("created www.example.com. A 192.0.2.1");
        }
    }
}
