package io.lbkeeper.rehearsal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the shipped routes, to be edited as an operator might. */
record EditedCopy(Path folder) {
    private static final Path SHIPPED = Path.of("routes");

    static EditedCopy in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return new EditedCopy(folder);
    }

    void edit(String file, String was, String is) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).as("%s, which is to be edited", file).contains(was);
        Files.writeString(folder.resolve(file), text.replace(was, is));
    }

    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
