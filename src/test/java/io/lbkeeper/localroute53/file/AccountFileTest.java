package io.lbkeeper.localroute53.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbkeeper.localroute53.LocalEndpoint;
import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.LocalRoute53Options;
import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.account.ZoneStory;
import io.lbkeeper.localroute53.api.ApiStory;
import io.lbkeeper.localroute53.zone.AliasTarget;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file that outlives the process. */
class AccountFileTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final RecordChange CREATE = RecordChange.create(ZoneStory.a("a.example.com", "192.0.2.1"));
    @TempDir
    private Path directory;
    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("zones.xml");
    }

    private LocalRoute53 start(HostedZone... zones) throws IOException {
        return LocalRoute53.start(LocalRoute53Options.on(ANY, ANY).withZones(List.of(zones)).withFile(file));
    }

    private static HostedZone example() {
        return HostedZone.create("ZEXAMPLE", "example.com");
    }

    private void keepOne() throws Exception {
        try (LocalRoute53 local = start(example())) {
            local.zone("ZEXAMPLE").change(List.of(CREATE));
        }
    }

    private List<String> beside() throws IOException {
        try (var all = Files.list(directory)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void recordsOutliveTheProcess() throws Exception {
        keepOne();
        assertThat(beside()).as("no draft is left").containsExactly("zones.xml", "zones.xml.lock");
        try (LocalRoute53 local = start()) {
            assertThat(local.zones()).extracting(HostedZone::name).containsExactly("example.com.");
            assertThat(local.zone("ZEXAMPLE").find("a.example.com", RecordType.A).orElseThrow().values())
                    .containsExactly("192.0.2.1");
        }
    }

    @Test
    void theFileIsForPeopleToo() throws Exception {
        keepOne();
        assertThat(Files.readAllLines(file)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "<LocalRoute53 xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\" version=\"1\">",
                "  <ChangeCount>0</ChangeCount>", "  <HostedZones>", "    <HostedZone>",
                "      <Id>/hostedzone/ZEXAMPLE</Id>", "      <Name>example.com.</Name>")
                .contains("          <Name>a.example.com.</Name>").endsWith("</LocalRoute53>")
                .as("a reference is told once").filteredOn(line -> line.contains("<CallerReference>")).hasSize(1);
    }

    @Test
    void givenZonesJoinThoseOfTheFile() throws Exception {
        keepOne();
        try (LocalRoute53 local = start(example(), HostedZone.create("ZOTHER", "example.net"))) {
            assertThat(local.zones()).extracting(HostedZone::id).containsExactly("ZEXAMPLE", "ZOTHER");
            assertThat(local.zone("ZEXAMPLE").records()).as("the file's zone stays as it is").hasSize(3);
        }
        try (LocalRoute53 local = start()) {
            assertThat(local.zones()).extracting(HostedZone::id).containsExactly("ZEXAMPLE", "ZOTHER");
        }
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> start(HostedZone.create("ZEXAMPLE", "example.org")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("example.org.=ZEXAMPLE");
        assertThatThrownBy(() -> start(HostedZone.create("ZELSE", "example.com")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("example.com.=ZELSE");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void whatCannotBeWrittenIsNotChanged() throws Exception {
        try (LocalRoute53 local = start(example()); var client = LocalEndpoint.client(local.apiPort())) {
            byte[] before = Files.readAllBytes(file);
            Path inTheWay = Files.createDirectories(directory.resolve("zones.xml.new").resolve("full"));
            assertThatThrownBy(() -> local.zone("ZEXAMPLE").change(List.of(CREATE)))
                    .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo("InternalFailure"));
            assertThat(ApiStory.refusal(500, "InternalFailure", () -> client.createHostedZone(r -> r
                    .name("example.org").callerReference("one"))))
                    .startsWith("The change could not be kept and was not made: " + file + " could not be written: ");
            assertThat(local.zone("ZEXAMPLE").records()).hasSize(2);
            assertThat(client.listHostedZones().hostedZones()).hasSize(1);
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            Files.delete(inTheWay);
            Files.delete(inTheWay.getParent());
            assertThat(client.createHostedZone(r -> r.name("example.org").callerReference("one")).hostedZone().id())
                    .as("the refused call took the reference").isNotNull();
        }
    }

    @Test
    void anAliasMayOutliveItsTarget() throws Exception {
        keepOne();
        try (LocalRoute53 local = start()) {
            local.zone("ZEXAMPLE").change(List.of(RecordChange.create(ResourceRecordSet.alias("b.example.com",
                    RecordType.A, new AliasTarget("ZEXAMPLE", "a.example.com", false)))));
            local.zone("ZEXAMPLE").change(List.of(RecordChange.delete(CREATE.set())));
        }
        try (LocalRoute53 local = start()) {
            assertThat(local.zone("ZEXAMPLE").find("b.example.com", RecordType.A).orElseThrow().alias()).isPresent();
        }
    }

    @Test
    void changesAreCountedOn() throws Exception {
        String first;
        try (LocalRoute53 local = start(); var client = LocalEndpoint.client(local.apiPort())) {
            first = client.createHostedZone(r -> r.name("example.org").callerReference("one")).changeInfo().id();
        }
        try (LocalRoute53 local = start(); var client = LocalEndpoint.client(local.apiPort())) {
            assertThat(client.createHostedZone(r -> r.name("example.org").callerReference("two")).changeInfo().id())
                    .as("an id that was given before").isGreaterThan(first);
            ApiStory.refusal(409, "HostedZoneAlreadyExists", () -> client.createHostedZone(r -> r.name("example.org")
                    .callerReference("one")));
        }
    }

    @Test
    void onlyOneProcessHasTheFile() throws Exception {
        try (LocalRoute53 local = start(example())) {
            assertThatThrownBy(this::start).isInstanceOf(IOException.class).hasMessage("cannot keep the zones in "
                    + file + ": another process has it; end that one, or name another file");
            assertThat(local.zones()).hasSize(1);
        }
        start().close();
    }

    /** The system forgets a process's locks of a file as soon as that process closes it, opened however often. */
    @Test
    void aSecondTryInThisProcessOpensNoOthersWay() throws Exception {
        try (LocalRoute53 local = start(example())) {
            assertThatThrownBy(this::start).isInstanceOf(IOException.class);
            Object inode = Files.getAttribute(directory.resolve("zones.xml.lock"), "unix:ino");
            assertThat(Files.readString(Path.of("/proc/locks"))).as("the lock that keeps others from %s", local.zones())
                    .contains(":" + inode + " ");
        }
    }

    @Test
    void whatIsClosedWritesNoMore() throws Exception {
        AccountFile closed = AccountFile.open(file);
        Account account = closed.account(List.of(example()));
        closed.close();
        try (LocalRoute53 next = start()) {
            byte[] before = Files.readAllBytes(file);
            assertThatThrownBy(() -> account.change(state -> state.withoutZone("ZEXAMPLE")))
                    .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo("InternalFailure"));
            assertThat(Files.readAllBytes(file)).as("the file is %s's now", next.zones()).isEqualTo(before);
            assertThat(account.state().zones()).hasSize(1);
        }
    }

    @Test
    void itsPermissionsStay() throws Exception {
        keepOne();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        try (LocalRoute53 local = start()) {
            local.zone("ZEXAMPLE").change(List.of(RecordChange.delete(CREATE.set())));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
    }

    @Test
    void aLinkToWhatIsNotThereYetStaysALinkToo() throws Exception {
        Path real = directory.resolve("real.xml");
        Files.createSymbolicLink(file, real);
        keepOne();
        assertThat(file).isSymbolicLink();
        assertThat(Files.readString(real)).contains("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "</LocalRoute53> | '' | The body is not well-formed XML",
        "version=\"1\" | version=\"2\" | it was written by a newer lbkeeper: its version is 2, and this one reads 1",
        "version=\"1\" | '' | its root element is <LocalRoute53 version=\"\">",
        "<ChangeCount>0</ChangeCount> | '' | Invalid XML ; cvc-complex-type",
        "192.0.2.1 | 192.0.2 | zone ZEXAMPLE, record [name='a.example.com.', type='A']: Invalid Resource Record",
        "<TTL>60< | <TTL>-1< | zone ZEXAMPLE, record [name='a.example.com.', type='A']: 1 validation error",
        "<Name>a.example.com. | <Name>a.example.org. | is not permitted in zone example.com.",
        "<Type>SOA | <Type>PTR | Invalid Resource Record",
        "/hostedzone/ZEXAMPLE | /hostedzone/z-1 | Invalid XML ; cvc-pattern-valid"})
    void aDamagedFileIsToldAndLeftAlone(String part, String instead, String told) throws Exception {
        keepOne();
        String good = Files.readString(file);
        String bad = good.replace(part, instead);
        assertThat(bad).isNotEqualTo(good);
        Files.writeString(file, bad);
        assertThatThrownBy(() -> start(example())).isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot read the zones from " + file + ": ").hasMessageContaining(told)
                .hasMessageEndingWith("; it is left as it is: mend it, or name another file");
        assertThat(Files.readString(file)).isEqualTo(bad);
        Files.writeString(file, good);
        start().close();
    }

    @Test
    void anEmptyFileIsNoFreshOne() throws Exception {
        Files.createFile(file);
        assertThatThrownBy(this::start).isInstanceOf(IOException.class).hasMessageContaining("not well-formed");
        assertThat(file).isEmptyFile();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldAtOnce() {
        Path nowhere = directory.resolve("none/zones.xml");
        assertThatThrownBy(() -> LocalRoute53.start(LocalRoute53Options.on(ANY, ANY).withFile(nowhere)))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot keep the zones in " + nowhere + ": there is no such directory");
        assertThatThrownBy(() -> LocalRoute53.start(LocalRoute53Options.on(ANY, ANY).withFile(directory)))
                .isInstanceOf(IOException.class).hasMessageContaining("it is a directory");
    }

    @Test
    void aDraftThatWasLeftIsNoHindrance() throws Exception {
        keepOne();
        Files.writeString(directory.resolve("zones.xml.new"), "<half");
        try (LocalRoute53 local = start()) {
            assertThat(local.zone("ZEXAMPLE").records()).hasSize(3);
            local.zone("ZEXAMPLE").change(List.of(RecordChange.delete(CREATE.set())));
        }
        assertThat(beside()).containsExactly("zones.xml", "zones.xml.lock");
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path real = directory.resolve("real.xml");
        keepOne();
        Files.move(file, real);
        Files.createSymbolicLink(file, real);
        try (LocalRoute53 local = start()) {
            local.zone("ZEXAMPLE").change(List.of(RecordChange.delete(CREATE.set())));
        }
        assertThat(file).isSymbolicLink();
        assertThat(Files.readString(real)).doesNotContain("192.0.2.1");
    }
}
