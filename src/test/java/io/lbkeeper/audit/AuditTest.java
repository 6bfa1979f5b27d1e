package io.lbkeeper.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final int PROCESSES = 3;
    private static final int LINES = 300;

    @TempDir
    private Path folder;

    @Test
    void aRequestIsOneLineOfJsonThatNobodyElseMayRead() throws IOException {
        Audit audit = new Audit(folder);
        audit.append(request("a\n\"b\""));
        audit.append(request("c"));
        assertThat(Files.readAllLines(audit.file())).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(Files.readAllLines(audit.file()).get(0));
        assertThat(first.get("at").textValue()).isEqualTo("2026-11-23T03:00:00Z");
        assertThat(first.get("kind").textValue()).isEqualTo("request");
        assertThat(first.get("node").textValue()).isEqualTo("lb1");
        assertThat(first.get("user").textValue()).isEqualTo("alice");
        assertThat(first.get("request").textValue()).isEqualTo("drain");
        assertThat(first.get("detail").textValue()).isEqualTo("a\n\"b\"");
        assertThat(first.get("pid").longValue()).isEqualTo(ProcessHandle.current().pid());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(audit.file())))
                .startsWith("rw-").endsWith("---");
    }

    @Test
    void aFileThatIsRenamedIsBegunAnew() throws IOException {
        Audit audit = new Audit(folder);
        audit.append(request("a"));
        Files.move(audit.file(), folder.resolve("audit.log.1"));
        audit.append(request("b"));
        assertThat(audit.file()).content().contains("\"b\"").doesNotContain("\"a\"");
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> new Audit(folder.resolve("none")).append(request("a")))
                .isInstanceOf(IOException.class);
    }

    /** /dev/full takes no byte at all. */
    @Test
    void aFullDiskIsAnError() throws IOException {
        Files.createSymbolicLink(folder.resolve(Audit.NAME), Path.of("/dev/full"));
        assertThatThrownBy(() -> new Audit(folder).append(request("a"))).isInstanceOf(IOException.class);
    }

    @Test
    void severalProcessesMayWriteAtOnce() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            writers.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
                    System.getProperty("java.class.path"), Writer.class.getName(), folder.toString(), "writer" + i)
                    .inheritIO().start());
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }
        Map<String, Integer> next = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve(Audit.NAME))) {
            JsonNode read = new ObjectMapper().readTree(line);
            String by = read.get("user").textValue();
            String number = read.get("detail").textValue().split(" ")[0];
            assertThat(number).as("lines of %s in order", by)
                    .isEqualTo(String.valueOf(next.merge(by, 1, Integer::sum)));
        }
        assertThat(next.values()).hasSize(PROCESSES).containsOnly(LINES);
    }

    private static AuditLine request(String words) {
        return AuditLine.request(Instant.parse("2026-11-23T03:00:00Z"), "lb1", "alice", "drain", words);
    }

    /** A command in a process of its own. */
    public static final class Writer {
        private Writer() {
        }

        public static void main(String[] args) throws IOException {
            Audit audit = new Audit(Path.of(args[0]));
            for (int i = 1; i <= LINES; i++) {
                audit.append(AuditLine.request(Instant.EPOCH, "lb1", args[1], "drain", i + " " + "x".repeat(2000)));
            }
        }
    }
}
