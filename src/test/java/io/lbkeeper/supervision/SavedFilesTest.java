package io.lbkeeper.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** Mischief with files, and what is made of it. */
class SavedFilesTest extends SupervisorTestBase {

    @Test
    void whatIsSeenOnceMayBeHalfWritten() throws Exception {
        save("tw");
        looks(1);
        save("two");
        looks(1);
        assertThat(assembled).isEmpty();
        looks(1);
        assertThat(supervisor.running().name).isEqualTo("two");
    }

    @Test
    void aThousandSavesInARowAreOneEdit() throws Exception {
        for (int i = 0; i < 1000; i++) {
            save("save " + i);
            looks(1);
        }
        assertThat(assembled).isEmpty();
        looks(1);
        assertThat(supervisor.running().name).isEqualTo("save 999");
        assertThat(assembled).hasSize(1);
    }

    @Test
    void aFolderThatIsGoneIsToldAndNothingChanges() throws Exception {
        Path elsewhere = Files.move(routes, folder.resolve("elsewhere"));
        looks(20);
        assertThat(told).singleElement().asString().contains(routes.toString(), "is not there");
        Files.move(elsewhere, routes);
        looks(2);
        assertThat(told).endsWith("as before");
        assertThat(story.told).isEmpty();
    }

    @Test
    void filesThatAreGoneOrNoFilesOrTooLargeAreTold() throws Exception {
        Files.delete(watch);
        looks(2);
        Files.createDirectory(watch);
        looks(2);
        Files.delete(watch);
        Files.createSymbolicLink(watch, folder.resolve("nowhere"));
        looks(2);
        Files.delete(watch);
        Files.writeString(watch, "x".repeat((1 << 20) + 1));
        looks(2);
        Files.writeString(watch, "one");
        Files.delete(settings);
        looks(2);
        assertThat(told).hasSize(5);
        assertThat(told.get(0)).contains("no routes in " + routes);
        assertThat(told.get(1)).contains(watch + " is no regular file");
        assertThat(told.get(2)).contains(watch + " is not there");
        assertThat(told.get(3)).contains(watch + " is larger than 1 MiB");
        assertThat(told.get(4)).contains(settings + " is not there");
        assertThat(story.told).isEmpty();
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsTakenWhenItHasGrown() throws Exception {
        for (int i = 0; i < 10; i++) {
            Files.writeString(watch, "more", StandardOpenOption.APPEND);
            looks(1);
        }
        assertThat(assembled).isEmpty();
        looks(1);
        assertThat(Files.readString(assembled.get(0).routes().resolve("watch.camel.yaml")))
                .isEqualTo("one" + "more".repeat(10));
    }

    @Test
    void savedByRenameOrBehindASymbolicLinkItIsTheSame() throws Exception {
        Path temporary = Files.writeString(folder.resolve("4913"), "two");
        Files.move(temporary, watch, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        looks(2);
        assertThat(supervisor.running().name).isEqualTo("two");

        Path released = Files.createDirectories(folder.resolve("release-3/kamelets")).getParent();
        Files.writeString(released.resolve("watch.camel.yaml"), "three");
        Files.move(routes, folder.resolve("release-2"));
        Files.createSymbolicLink(routes, released);
        looks(2);
        assertThat(supervisor.running().name).isEqualTo("three");

        Path next = Files.createSymbolicLink(folder.resolve("next"), folder.resolve("release-2"));
        Files.move(next, routes, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        looks(2);
        assertThat(supervisor.running().name).isEqualTo("two");
    }

    @Test
    void whatEditorsLeaveBesideTheFilesIsNoEdit() throws Exception {
        Files.writeString(routes.resolve("watch.camel.yaml~"), "old");
        Files.writeString(routes.resolve(".watch.camel.yaml.swp"), "editing");
        Files.createSymbolicLink(routes.resolve(".#watch.camel.yaml"), Path.of("somebody@here.1"));
        Files.writeString(watch, "one");
        looks(3);
        assertThat(told).isEmpty();
        assertThat(assembled).isEmpty();
    }

    @Test
    void kameletsAndFilesThatTheSettingsNameCountToo() throws Exception {
        Files.writeString(routes.resolve("kamelets/ask.kamelet.yaml"), "step");
        looks(2);
        assertThat(told).endsWith("taken ask.kamelet.yaml");
        Path password = folder.resolve("password");
        Files.writeString(settings, "lb.check.password={{file:" + password + "}}\n");
        looks(2);
        assertThat(told).endsWith("taken lbkeeper.properties, password");
        Files.writeString(password, "secret");
        looks(2);
        assertThat(told).endsWith("taken password");
        assertThat(assembled.get(2).copy().orElseThrow().resolve("password")).doesNotExist();
    }

    @Test
    void aCopyIsForNobodyElseToRead() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(edition.copy().orElseThrow())))
                .isEqualTo("rwx------");
    }

    @Test
    void whatMessagesSayOfTheCopyTheySayOfTheOperatorsFiles() throws Exception {
        made = generation -> {
            throw new IllegalStateException("failed in " + assembled.get(0).routes() + "/watch.camel.yaml");
        };
        save("two");
        looks(2);
        assertThat(told).singleElement().asString().contains("failed in " + watch);
        looks(5);
        assertThat(told).hasSize(1);
    }
}
