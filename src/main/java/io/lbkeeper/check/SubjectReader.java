package io.lbkeeper.check;

import io.lbkeeper.settings.Problem;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads settings, routes and kamelets, whatever state they are in. */
final class SubjectReader {
    /** Placeholders that only hold where settings are judged; with these, routes can be looked at without. */
    private static final Map<String, String> STAND_IN = Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2",
            "lb.domain", "example.com", "lb.service", "lb.example.com", "lb.route53.zone-id", "Z0123456789ABCDEFGHIJ",
            "lb.address", "203.0.113.10");

    private final Path config;
    private final Path routes;
    private final List<Finding> problems = new ArrayList<>();
    private final List<SourceFile> files = new ArrayList<>();
    private Optional<Throwable> refusal = Optional.empty();

    private SubjectReader(Path config, Path routes) {
        this.config = config;
        this.routes = routes;
    }

    /**
     * @param providers the operator's own pairs of kamelets for a DNS provider
     * @param channels  the channels for notices that have a kamelet
     */
    static Subject read(Path config, Path routes, Set<String> providers, Set<String> channels) {
        return new SubjectReader(config, routes).read(providers, channels);
    }

    private Subject read(Set<String> providers, Set<String> channels) {
        readFiles(routes, SourceFile.ROUTE, SourceFile.KAMELET, "the folder kamelets in it");
        Path kamelets = routes.resolve("kamelets");
        if (Files.isDirectory(kamelets)) {
            readFiles(kamelets, SourceFile.KAMELET, SourceFile.ROUTE, "the folder above it");
        }
        Map<String, String> values = new HashMap<>(SettingsLines.read(config).values());
        Optional<Settings> judged = judged(providers, channels);
        Settings settings = judged.orElseGet(() -> standIn(values));
        settings.placeholders().forEach((key, value) -> values.put((String) key, (String) value));
        Bench bench = bench(settings);
        return new Subject(config, routes, settings, new Names(values), files, problems, bench,
                refusal);
    }

    /** Where Camel does not start with what it is told in the settings, one that is told nothing. */
    private Bench bench(Settings settings) {
        Path folder = routes.toAbsolutePath().normalize();
        Bench bench = Bench.of(settings, folder);
        if (bench.failure().isEmpty()) {
            return bench;
        }
        refusal = bench.failure();
        bench.close();
        return Bench.of(standIn(Map.of()), folder);
    }

    private Optional<Settings> judged(Set<String> providers, Set<String> channels) {
        try {
            return Optional.of(Settings.read(config, config, providers, channels));
        } catch (SettingsException e) {
            e.problems().forEach(problem -> problems.add(finding(problem)));
            return Optional.empty();
        }
    }

    /** The settings' own sentence, without the place that stands before it. */
    private static Finding finding(Problem problem) {
        String place = problem.line() == 0 ? problem.file() : problem.file() + ":" + problem.line();
        return Finding.error(new Place(problem.file(), problem.line()),
                problem.toString().substring(place.length() + ": ".length()), "", "");
    }

    /** As much of the file as can be had: nothing but what Camel itself is told. */
    private static Settings standIn(Map<String, String> values) {
        Map<String, String> usable = new TreeMap<>(STAND_IN);
        values.forEach((key, value) -> {
            if (!key.startsWith("lb.") && !key.startsWith("camel.")) {
                usable.put(key, value);
            }
        });
        try {
            return Settings.of(usable, "a stand-in", Set.of());
        } catch (SettingsException e) {
            throw new IllegalStateException("the stand-in for settings that are no good is none either", e);
        }
    }

    private void readFiles(Path folder, String ending, String other, String otherPlace) {
        List<Path> there;
        try (Stream<Path> all = Files.list(folder)) {
            there = all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            problems.add(Finding.error(new Place(folder.toString(), 0), "the folder can't be read: " + e, "",
                    "give " + System.getProperty("user.name") + " the right to"));
            return;
        }
        for (Path file : there) {
            String name = file.getFileName().toString();
            if (name.endsWith(ending) && name.length() > ending.length()) {
                read(file, ending.equals(SourceFile.KAMELET));
            } else if (name.endsWith(other)) {
                misplaced(file, "a file *" + other + " is not read here", "move it into " + otherPlace);
            } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                misplaced(file, "the file is not read: its name does not end in " + ending,
                        "name it " + name.replaceFirst("(\\.camel|\\.kamelet)?\\.ya?ml$", "") + ending);
            }
        }
    }

    private void misplaced(Path file, String what, String suggestion) {
        problems.add(Finding.error(new Place(file.toString(), 1), what, file.getFileName().toString(), suggestion));
    }

    private void read(Path file, boolean isKamelet) {
        try {
            YamlReader.Outcome outcome = YamlReader.read(file.toString(), Files.readString(file));
            problems.addAll(outcome.problems());
            files.add(new SourceFile(file, file.toString(), isKamelet, outcome.root()));
        } catch (CharacterCodingException e) {
            problems.add(Finding.error(new Place(file.toString(), 1), "the file has a byte that is not UTF-8", "",
                    "save it as UTF-8"));
        } catch (IOException e) {
            problems.add(Finding.error(new Place(file.toString(), 0), "the file can't be read: " + e, "",
                    "give " + System.getProperty("user.name") + " the right to"));
        }
    }
}
