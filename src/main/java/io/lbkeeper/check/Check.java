package io.lbkeeper.check;

import io.lbkeeper.settings.Secrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** All looks that need nothing but the files. */
public final class Check {
    private final List<Inspection> inspections;

    public Check() {
        Catalogue catalogue = new Catalogue();
        inspections = List.of(subject -> subject.problems(), new SettingsLint(catalogue), new SchemaInspection(),
                new KameletInspection(), new PowersInspection(), new TargetInspection(),
                new EndpointInspection(catalogue), new ExpressionInspection(), new BeanInspection(),
                new HeaderInspection(catalogue), new WatchLint(), new ActionLint(), new CheckLint(),
                new KindInspection(), new WaitLint());
    }

    /**
     * Everything that is wrong with the settings in this file and with the routes in this folder.
     *
     * @param providers the operator's own pairs of kamelets for a DNS provider
     * @param channels  the channels for notices that have a kamelet
     */
    public Findings of(Path config, Path routes, Set<String> providers, Set<String> channels) {
        return of(SubjectReader.read(config, routes, providers, channels));
    }

    Findings of(Subject subject) {
        try {
            Findings found = new Findings(List.of());
            for (Inspection inspection : inspections) {
                found = found.with(inspection.of(subject));
            }
            return found.with(ScratchStart.of(subject, found)).worstFirst()
                    .masked(Secrets.of(subject.settings())::masked);
        } finally {
            subject.bench().close();
        }
    }
}
