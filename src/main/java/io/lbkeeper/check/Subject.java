package io.lbkeeper.check;

import io.lbkeeper.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is looked at: the settings and all files of the routes' folder, read once.
 *
 * @param config   the settings' file
 * @param routes   the routes' folder
 * @param settings as judged, and where they are no good, some that are, so that the routes can be looked at all the
 *                 same
 * @param isJudged whether they are the file's own
 * @param names    what routes may name in double braces
 * @param files    the routes' and kamelets' files, by name
 * @param problems what was found while reading
 * @param bench    a Camel in which nothing runs
 */
record Subject(Path config, Path routes, Settings settings, boolean isJudged, Names names, List<SourceFile> files,
        List<Finding> problems, Bench bench) {

    Stream<SourceFile> kamelets() {
        return files.stream().filter(SourceFile::isKamelet);
    }

    Optional<SourceFile> kamelet(String name) {
        return kamelets().filter(file -> file.stem().equals(name)).findFirst();
    }

    List<Endpoint> endpoints() {
        return files.stream().flatMap(file -> Endpoint.all(file).stream()).toList();
    }

    /** All keys of all files. */
    Stream<Sight> sights() {
        return files.stream().flatMap(file -> Sight.all(file).stream());
    }

    List<Route> all() {
        return files.stream().flatMap(file -> Route.all(file).stream()).toList();
    }

    Optional<Route> route(String id) {
        return all().stream().filter(route -> route.id().equals(id)).findFirst();
    }
}
