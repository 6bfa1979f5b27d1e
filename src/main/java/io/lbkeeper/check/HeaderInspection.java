package io.lbkeeper.check;

import io.lbkeeper.settings.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Headers that mean something to a component: a misspelt one means nothing to it. */
final class HeaderInspection implements Inspection {
    private static final String CAMELS = "Camel";

    private final Catalogue catalogue;

    HeaderInspection(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Finding> of(Subject subject) {
        Set<String> components = subject.endpoints().stream().map(endpoint -> endpoint.scheme(subject.names()))
                .flatMap(Optional::stream).collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>();
        components.forEach(component -> known.addAll(catalogue.headers(component)));
        List<Finding> findings = new ArrayList<>();
        subject.sights().filter(sight -> sight.key().equals("name") && sight.parent().equals("setHeader")
                && sight.text().startsWith(CAMELS)).forEach(sight -> {
                    Optional<String> meant = Nearest.to(sight.text(), known);
                    if (!known.contains(sight.text()) && meant.isPresent()) {
                        findings.add(Finding.error(sight.place(), "no component knows the header " + sight.text(),
                                sight.text(), "did you mean " + meant.get() + "?"));
                    }
                    findings.addAll(value(sight, components));
                });
        return findings;
    }

    private List<Finding> value(Sight header, Set<String> components) {
        Optional<String> constant = header.within().text("constant");
        Set<String> allowed = new TreeSet<>();
        components.forEach(component -> allowed.addAll(catalogue.valuesOfHeader(component, header.text())));
        return constant.isEmpty() || allowed.isEmpty() || constant.get().contains("{{") || allowed.contains(
                constant.get()) ? List.of() : List.of(Finding.error(header.file().at(header.within()
                        .lineAt("constant")),
                        header.text() + " can't have this value", constant.get(), Meant.by(constant.get(), allowed,
                                "see the page of the component")));
    }
}
