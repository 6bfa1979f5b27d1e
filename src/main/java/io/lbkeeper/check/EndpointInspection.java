package io.lbkeeper.check;

import io.lbkeeper.settings.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.catalog.EndpointValidationResult;

/** Components and their options, by Camel's catalogue. */
final class EndpointInspection implements Inspection {
    /** These are looked at by {@link KameletInspection} and {@link TargetInspection}. */
    private static final Set<String> LOOKED_AT = Set.of("kamelet");
    private static final Set<String> PASSED_BY = Set.of("toD", "interceptFrom", "interceptSendToEndpoint");

    private final Catalogue catalogue;

    EndpointInspection(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Finding> of(Subject subject) {
        List<Finding> findings = new ArrayList<>();
        for (Endpoint endpoint : subject.endpoints()) {
            if (endpoint.how().equals("to") && endpoint.uri().contains("${")) {
                findings.add(Finding.error(endpoint.place(), "to sends to this very address: what stands in ${…} is "
                        + "only put in by toD", endpoint.uri(), "write toD instead of to"));
                continue;
            }
            if (endpoint.how().equals("toD")) {
                findings.addAll(dynamic(endpoint));
            }
            Optional<String> scheme = endpoint.scheme(subject.names());
            if (scheme.isPresent() && !scheme.get().contains("${") && !LOOKED_AT.contains(scheme.get())) {
                findings.addAll(component(subject, endpoint, scheme.get()));
            } else if (scheme.isEmpty() && endpoint.target(subject.names()).filter(text -> !text.contains("${"))
                    .isPresent()) {
                findings.add(Finding.error(endpoint.place(), "an endpoint begins with the name of a component and a "
                        + "colon", endpoint.uri(), "write direct:" + endpoint.uri() + " to call the route that begins "
                                + "so"));
            }
        }
        return findings;
    }

    /** The time-outs of toD are sent to the other side, and none is kept. */
    private static List<Finding> dynamic(Endpoint endpoint) {
        return endpoint.given().keySet().stream()
                .filter(name -> name.matches("connectTimeout|responseTimeout|soTimeout"))
                .map(name -> Finding.error(endpoint.placeOf(name), "toD does not keep " + name + ": it sends it to the "
                        + "other side", name, "use to with http://name and set the header CamelHttpUri before it"))
                .toList();
    }

    private List<Finding> component(Subject subject, Endpoint endpoint, String scheme) {
        if (subject.bench().component(scheme).isEmpty()) {
            boolean isCamels = catalogue.components().contains(scheme);
            return List.of(Finding.error(endpoint.place(), isCamels ? "the component " + scheme + " is not in lib/"
                    : "there is no component " + scheme, endpoint.uri(), isCamels ? "put Camel's jar of it there, or "
                            + "use another" : Meant.by(scheme, catalogue.components(), "see Camel's list of "
                                    + "components")));
        }
        Optional<String> whole = PASSED_BY.contains(endpoint.how()) ? Optional.empty() : endpoint.whole(
                subject.names());
        return whole.filter(uri -> catalogue.components().contains(scheme))
                .map(uri -> judge(endpoint, scheme, catalogue.judge(uri))).orElse(List.of());
    }

    private List<Finding> judge(Endpoint endpoint, String scheme, EndpointValidationResult result) {
        List<Finding> findings = new ArrayList<>();
        Set<String> options = new TreeSet<>(catalogue.options(scheme));
        if (catalogue.isLenient(scheme)) {
            // The time-outs of http may stand at an endpoint, though the catalogue has them for the component only.
            options.addAll(catalogue.componentOptions(scheme));
        }
        for (String unknown : orNone(result.getUnknown())) {
            // What http does not know may be meant for the other side, unless it is nearly an option.
            boolean meant = !options.contains(unknown) && Nearest.to(unknown, options).isPresent();
            if (!catalogue.isLenient(scheme) || meant) {
                findings.add(Finding.error(endpoint.placeOf(unknown), scheme + " has no option " + unknown, unknown,
                        Meant.by(unknown, options, "take it out")));
            }
        }
        orNone(result.getRequired()).forEach(name -> findings.add(Finding.error(endpoint.place(), scheme + " needs "
                + name,
                endpoint.uri(), "add it")));
        Map<String, String> wrong = wrong(result);
        wrong.replaceAll((name, wanted) -> Milliseconds.of(endpoint.given().getOrDefault(name, "")).map(millis ->
                "write it in milliseconds: " + millis).orElse(wanted));
        // What a caller gives is not known here; the examples are for people.
        wrong.keySet().removeIf(name -> endpoint.isGivenByCaller(name));
        wrong.forEach((name, wanted) -> findings.add(Finding.error(endpoint.placeOf(name), "the option " + name
                + " of " + scheme + " can't have this value", endpoint.given().getOrDefault(name, ""), wanted)));
        if (result.getSyntaxError() != null) {
            findings.add(Finding.error(endpoint.place(), "this is no endpoint of " + scheme + ": "
                    + result.getSyntaxError(), endpoint.uri(), "see Camel's documentation of " + scheme));
        }
        Set<String> elsewhere = endpoint.isConsumed() ? result.getNotConsumerOnly() : result.getNotProducerOnly();
        orNone(elsewhere).forEach(name -> findings.add(Finding.error(endpoint.placeOf(name), "the option " + name
                + " of " + scheme + " is not for " + endpoint.how(), name, "take it out")));
        return findings;
    }

    private static Map<String, String> wrong(EndpointValidationResult result) {
        Map<String, String> wrong = new LinkedHashMap<>();
        put(wrong, result.getInvalidBoolean(), "write true or false");
        put(wrong, result.getInvalidInteger(), "write a whole number");
        put(wrong, result.getInvalidNumber(), "write a number");
        put(wrong, result.getInvalidDuration(), "write a duration such as 5s, or milliseconds");
        put(wrong, result.getInvalidReference(), "write # and the name of a bean");
        if (result.getInvalidEnum() != null) {
            result.getInvalidEnum().forEach((name, seen) -> wrong.put(name, Meant.by(seen, result.getEnumChoices(name),
                    "see Camel's documentation")));
        }
        return wrong;
    }

    /** The catalogue has null for none. */
    private static Set<String> orNone(Set<String> names) {
        return names == null ? Set.of() : names;
    }

    private static void put(Map<String, String> wrong, Map<String, String> names, String wanted) {
        if (names != null) {
            names.keySet().forEach(name -> wrong.put(name, wanted));
        }
    }
}
