package io.lbkeeper.check;

import io.lbkeeper.decision.Powers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the DNS provider's kamelets say what it can do: two annotations in the one that changes records. */
public final class PowersInspection implements Inspection {
    public static final String COMPARE_AND_SWAP = "lbkeeper.io/compare-and-swap";
    public static final String OWNER_RECORD = "lbkeeper.io/owner-record";

    /** What these texts say; without an owner record there is nothing to compare. */
    public static Powers powers(Optional<String> comparesAndSwaps, Optional<String> keepsOwnerRecord) {
        boolean keeps = !keepsOwnerRecord.equals(Optional.of("false"));
        return new Powers(comparesAndSwaps.equals(Optional.of("true")) && keeps, keeps);
    }

    @Override
    public List<Finding> of(Subject subject) {
        return subject.kamelet("dns-" + subject.settings().provider() + "-change-action")
                .filter(kamelet -> kamelet.root().isPresent()).map(kamelet -> judge(kamelet, subject))
                .orElse(List.of());
    }

    private static List<Finding> judge(SourceFile kamelet, Subject subject) {
        List<Finding> findings = new ArrayList<>(judge(kamelet));
        Optional<Yaml> annotations = kamelet.root().flatMap(root -> root.get("metadata", "annotations"));
        Optional<String> lacks = powers(annotations.flatMap(all -> all.text(COMPARE_AND_SWAP)),
                annotations.flatMap(all -> all.text(OWNER_RECORD))).shortfall();
        if (findings.isEmpty() && lacks.isPresent()) {
            findings.add(Finding.warning(SettingsLines.read(subject.config()).placeOf("lb.dns", subject.config()),
                    lacks.get(), "lb.dns=" + subject.settings().dns(), "keep more than one path between the nodes, or "
                            + "use a provider that can compare and swap"));
        }
        return findings;
    }

    private static List<Finding> judge(SourceFile kamelet) {
        Yaml root = kamelet.root().orElseThrow();
        Optional<Yaml> annotations = root.get("metadata", "annotations");
        Place place = kamelet.at(annotations.map(Yaml::line).orElseGet(() -> root.lineAt("metadata")));
        Optional<String> swaps = annotations.flatMap(all -> all.text(COMPARE_AND_SWAP));
        Optional<String> keeps = annotations.flatMap(all -> all.text(OWNER_RECORD));
        List<Finding> findings = new ArrayList<>();
        malformed(place, COMPARE_AND_SWAP, swaps).ifPresent(findings::add);
        malformed(place, OWNER_RECORD, keeps).ifPresent(findings::add);
        if (swaps.isEmpty() && keeps.isEmpty()) {
            findings.add(Finding.warning(place, "the kamelet does not say whether its provider can compare and swap, "
                    + "so it is taken not to", "no " + COMPARE_AND_SWAP, "add metadata.annotations with "
                            + COMPARE_AND_SWAP + ": \"true\" or \"false\", and " + OWNER_RECORD));
        }
        if (swaps.equals(Optional.of("true")) && keeps.equals(Optional.of("false"))) {
            findings.add(Finding.error(place, "who keeps no owner record has nothing to compare",
                    COMPARE_AND_SWAP + ": \"true\" and " + OWNER_RECORD + ": \"false\"", "say \"false\" to both"));
        }
        return findings;
    }

    private static Optional<Finding> malformed(Place place, String key, Optional<String> text) {
        return text.filter(told -> !told.matches("true|false")).map(told -> Finding.error(place,
                "the annotation " + key + " is neither true nor false", told, "write \"true\" or \"false\""));
    }
}
