package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the shipped routes, to be edited. */
final class RoutesCopy {
    private static final Path SHIPPED = Path.of("routes");

    private RoutesCopy() {
    }

    static Path in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(SHIPPED.relativize(file)));
            }
        }
        return folder;
    }

    static void edit(Path file, String was, String is) throws IOException {
        String text = Files.readString(file);
        assertThat(text).as("%s, which is to be edited", file).contains(was);
        Files.writeString(file, text.replace(was, is));
    }
}
