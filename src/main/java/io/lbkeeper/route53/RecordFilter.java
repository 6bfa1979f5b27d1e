package io.lbkeeper.route53;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which record sets are watched.
 *
 * @param names    whole names; with {@code suffixes}, empty where every name is
 * @param suffixes names whose children are
 * @param types    in capitals; empty where every type is
 */
record RecordFilter(Set<RecordName> names, Set<RecordName> suffixes, Set<String> types) {

    /** From the options: names with commas, where a leading dot stands for every name below, and types. */
    static RecordFilter of(String recordNames, String recordTypes) {
        Set<RecordName> names = new HashSet<>();
        Set<RecordName> suffixes = new HashSet<>();
        for (String name : Commas.split(recordNames)) {
            if (name.startsWith(".") && name.length() > 1) {
                suffixes.add(RecordName.of(name.substring(1)));
            } else if (name.startsWith(".")) {
                throw new IllegalArgumentException("aws2-route53: recordNames holds a dot alone; leave the option out "
                        + "to watch every name");
            } else {
                names.add(RecordName.of(name));
            }
        }
        return new RecordFilter(Set.copyOf(names), Set.copyOf(suffixes), Commas.split(recordTypes).stream()
                .map(type -> type.toUpperCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet()));
    }

    boolean matches(RecordKey key) {
        boolean named = names.isEmpty() && suffixes.isEmpty() || names.contains(key.name())
                || suffixes.stream().anyMatch(suffix -> key.name().text().endsWith("." + suffix.text()));
        return named && (types.isEmpty() || types.contains(key.type()));
    }

    /** The names to ask for, where these are all that matter; else empty. */
    List<RecordName> onlyNames() {
        return suffixes.isEmpty() ? List.copyOf(names) : List.of();
    }
}
