package io.lbkeeper.command;

import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder with the routes.
 *
 * @param folder    absolute
 * @param providers the DNS providers that its kamelets know: the {@code x} of each pair
 *                  {@code dns-x-read-action}, {@code dns-x-change-action}
 * @param channels  the channels for notices that have a kamelet: the {@code x} of each {@code notify-x-action}
 */
public record RoutesFolder(Path folder, Set<String> providers, Set<String> channels) {
    private static final Pattern UNUSABLE = Pattern.compile("[+%,?#{}]");
    private static final String ROUTE = ".camel.yaml";
    private static final String READ = "-read-action.kamelet.yaml";
    private static final String NOTIFY = "notify-";
    private static final String ACTION = "-action.kamelet.yaml";
    private static final String CHANGE = "-change-action.kamelet.yaml";

    /**
     * Opens the folder an operator named; else the one beside the settings; else the distribution's.
     *
     * @throws UsageException if it has no routes
     */
    static RoutesFolder open(Path named, Path settings, Path distribution) throws UsageException {
        return open(now(named, settings, distribution.resolve("routes")));
    }

    /** The folder that counts where {@code otherwise} does if no other is named or has come to be. */
    static Path now(Path named, Path settings, Path otherwise) {
        Path beside = settings.toAbsolutePath().resolveSibling("routes");
        return named != null ? named.toAbsolutePath().normalize() : Files.isDirectory(beside) ? beside : otherwise;
    }

    /** Opens this folder. */
    public static RoutesFolder open(Path folder) throws UsageException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (UNUSABLE.matcher(absolute.toString()).find()) {
            throw new UsageException("the routes can't be in " + absolute + ": Camel does not find files whose path "
                    + "has one of + % , ? # { } in it; move them, or name another folder with --routes");
        }
        try {
            if (names(absolute).stream().noneMatch(name -> name.endsWith(ROUTE))) {
                throw new UsageException("no routes in " + absolute + ": there is no file *" + ROUTE
                        + "; name the folder with --routes");
            }
            List<String> kamelets = names(absolute.resolve("kamelets"));
            return new RoutesFolder(absolute, providers(kamelets), channels(kamelets));
        } catch (IOException e) {
            throw new UsageException("the routes could not be read: " + e + "; name their folder with --routes");
        }
    }

    /** Reads settings for these routes: with the DNS providers and the channels that there are, and what they can. */
    public Settings read(Path settings) throws SettingsException {
        return read(settings, settings);
    }

    /** The same for a copy of the settings; messages name the original. */
    Settings read(Path copy, Path original) throws SettingsException {
        Settings settings = Settings.read(copy, original, providers, channels);
        return settings.with(PowersText.of(folder.resolve("kamelets"), settings.provider()));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static Set<String> channels(List<String> kamelets) {
        return kamelets.stream().filter(name -> name.startsWith(NOTIFY) && name.endsWith(ACTION)
                && name.length() > NOTIFY.length() + ACTION.length())
                .map(name -> name.substring(NOTIFY.length(), name.length() - ACTION.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> providers(List<String> kamelets) {
        Set<String> providers = new TreeSet<>();
        for (String name : kamelets) {
            if (name.startsWith("dns-") && name.endsWith(READ)) {
                String provider = name.substring("dns-".length(), name.length() - READ.length());
                if (kamelets.contains("dns-" + provider + CHANGE)) {
                    providers.add(provider);
                }
            }
        }
        return providers;
    }
}
