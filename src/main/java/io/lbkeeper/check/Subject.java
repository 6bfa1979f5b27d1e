package io.lbkeeper.check;

import io.lbkeeper.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is looked at: the settings and all files of the routes' folder, read once. */
final class Subject {
    private final Path config;
    private final Path routes;
    private final Settings settings;
    private final Names names;
    private final List<SourceFile> files;
    private final List<Finding> problems;
    private final Bench bench;
    private final Optional<Throwable> refusal;
    private final List<Sight> sights;
    private final List<Endpoint> endpoints;
    private final List<Route> all;

    /**
     * @param config   the settings' file
     * @param routes   the routes' folder
     * @param settings as judged, and where they are no good, some that are, so that the routes can be looked at
     * @param names    what routes may name in double braces
     * @param files    the routes' and kamelets' files, by name
     * @param problems what was found while reading
     * @param bench    a Camel in which nothing runs
     * @param refusal  why one with all keys of the settings does not start, if it does not
     */
    Subject(Path config, Path routes, Settings settings, Names names, List<SourceFile> files, List<Finding> problems,
            Bench bench, Optional<Throwable> refusal) {
        this.config = config;
        this.routes = routes;
        this.settings = settings;
        this.names = names;
        this.files = List.copyOf(files);
        this.problems = List.copyOf(problems);
        this.bench = bench;
        this.refusal = refusal;
        sights = files.stream().flatMap(file -> Sight.all(file).stream()).toList();
        endpoints = files.stream().flatMap(file -> Endpoint.all(file).stream()).toList();
        all = files.stream().flatMap(file -> Route.all(file).stream()).toList();
    }

    Path config() {
        return config;
    }

    Path routes() {
        return routes;
    }

    Settings settings() {
        return settings;
    }

    Names names() {
        return names;
    }

    List<SourceFile> files() {
        return files;
    }

    List<Finding> problems() {
        return problems;
    }

    Bench bench() {
        return bench;
    }

    Optional<Throwable> refusal() {
        return refusal;
    }

    Stream<SourceFile> kamelets() {
        return files.stream().filter(SourceFile::isKamelet);
    }

    Optional<SourceFile> kamelet(String name) {
        return kamelets().filter(file -> file.stem().equals(name)).findFirst();
    }

    /** All that the files name. */
    List<Endpoint> endpoints() {
        return endpoints;
    }

    /** All keys of all files. */
    Stream<Sight> sights() {
        return sights.stream();
    }

    /** All routes, and what the kamelets do. */
    List<Route> all() {
        return all;
    }

    Optional<Route> route(String id) {
        return all.stream().filter(route -> route.id().equals(id)).findFirst();
    }
}
