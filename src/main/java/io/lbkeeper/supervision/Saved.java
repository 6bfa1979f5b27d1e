package io.lbkeeper.supervision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of an operator as they were read in one look: what counts is what is in them, and not their times.
 *
 * @param settings the settings file
 * @param routes   the folder of the routes
 * @param texts    what is in each file, byte by byte, by its path
 */
public record Saved(Path settings, Path routes, Map<Path, String> texts) implements Seen {
    private static final int LARGEST_BYTES = 1 << 20;
    private static final int MOST_FILES = 1000;
    /** A reference in a value of the settings. */
    private static final Pattern FILE = Pattern.compile("\\{\\{file:(/[^}\\n]+)}}");
    private static final String KAMELETS = "kamelets";

    public Saved {
        texts = Map.copyOf(texts);
    }

    /**
     * Reads them.
     *
     * @throws IOException if one can't be read, or there are none where some should be; the message is for people
     */
    public static Saved read(Path settings, Path routes) throws IOException {
        Map<Path, String> texts = new TreeMap<>();
        texts.put(settings, text(settings));
        for (Path file : files(routes, ".camel.yaml")) {
            texts.put(file, text(file));
        }
        if (texts.size() == 1) {
            throw new IOException("no routes in " + routes + ": there is no file *.camel.yaml");
        }
        Path kamelets = routes.resolve(KAMELETS);
        for (Path file : Files.isDirectory(kamelets) ? files(kamelets, ".kamelet.yaml") : List.<Path>of()) {
            texts.put(file, text(file));
        }
        referred(texts.get(settings)).forEach(file -> texts.putIfAbsent(file, textIfAny(file)));
        return new Saved(settings, routes, texts);
    }

    /** Those in which a file may come or go. */
    List<Path> folders() {
        return List.of(routes, routes.resolve(KAMELETS));
    }

    /** Writes a copy of the settings and the routes. What the settings refer to stays where it is. */
    void copyTo(Path settingsCopy, Path routesCopy) throws IOException {
        Files.createDirectories(routesCopy.resolve(KAMELETS));
        for (Map.Entry<Path, String> one : texts.entrySet()) {
            Path file = one.getKey();
            if (file.equals(settings)) {
                write(settingsCopy, one.getValue());
            } else if (file.startsWith(routes)) {
                write(routesCopy.resolve(routes.relativize(file)), one.getValue());
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Which files differ, for one line. */
    String differenceFrom(Saved other) {
        List<String> names = Stream.concat(texts.keySet().stream(), other.texts.keySet().stream()).distinct().sorted()
                .filter(file -> !String.valueOf(texts.get(file)).equals(String.valueOf(other.texts.get(file))))
                .map(file -> file.getFileName().toString()).toList();
        return names.isEmpty() ? "the folder " + routes : String.join(", ", names);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("the folder " + folder + " is not there");
        }
        try (Stream<Path> all = Files.list(folder)) {
            // Editors keep their own files, hidden ones, beside what they edit: .#watch.camel.yaml, for one.
            List<Path> found = all.filter(file -> file.getFileName().toString().endsWith(ending)
                    && !file.getFileName().toString().startsWith(".")).limit(MOST_FILES + 1L)
                    .collect(Collectors.toCollection(ArrayList::new));
            if (found.size() > MOST_FILES) {
                throw new IOException("there are more than " + MOST_FILES + " files *" + ending + " in " + folder);
            }
            return found;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** One character for each byte: two texts are equal only if the files are. */
    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is " + (Files.exists(file) ? "no regular file" : "not there"));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                throw new IOException(file + " is larger than 1 MiB");
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (AccessDeniedException e) {
            throw new IOException(file + " can't be read by the user " + System.getProperty("user.name"), e);
        }
    }

    /** The settings are judged with it; here it only counts whether it has changed. */
    private static String textIfAny(Path file) {
        try {
            return text(file);
        } catch (IOException e) {
            return "not to be read: " + e.getMessage();
        }
    }

    private static List<Path> referred(String settings) {
        List<Path> files = new ArrayList<>();
        Matcher reference = FILE.matcher(new String(settings.getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8));
        while (reference.find()) {
            try {
                files.add(Path.of(reference.group(1)));
            } catch (InvalidPathException e) {
                // The settings' own judgement says what is wrong with it.
            }
        }
        return files;
    }
}
