package io.lbkeeper.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;

/** Camel's catalogue of components and their options, with this project's own component in it. */
final class Catalogue {
    private static final String OWN = "aws2-route53";

    /** It keeps what it has read. */
    private final DefaultCamelCatalog camel = new DefaultCamelCatalog(true);
    private final Map<String, Optional<ComponentModel>> models = new HashMap<>();

    Catalogue() {
        try (InputStream in = Catalogue.class.getResourceAsStream("/META-INF/io/lbkeeper/route53/" + OWN + ".json")) {
            camel.addComponent(OWN, "io.lbkeeper.route53.Route53Component", new String(in.readAllBytes(),
                    StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue's page of " + OWN + " could not be read", e);
        }
    }

    Set<String> components() {
        return new TreeSet<>(camel.findComponentNames());
    }

    /** Strict also with components that pass what they do not know on to somebody else. */
    EndpointValidationResult judge(String uri) {
        return camel.validateEndpointProperties(uri, true);
    }

    boolean isLenient(String component) {
        return model(component).map(ComponentModel::isLenientProperties).orElse(true);
    }

    Set<String> options(String component) {
        return names(model(component).map(ComponentModel::getEndpointParameterOptions).orElse(List.of()));
    }

    Set<String> componentOptions(String component) {
        return names(model(component).map(ComponentModel::getComponentOptions).orElse(List.of()));
    }

    /** The headers that a component reads or writes, by what they are called in a message. */
    Set<String> headers(String component) {
        return names(model(component).map(ComponentModel::getEndpointHeaders).orElse(List.of()));
    }

    /** What a header may be set to; empty where it may be anything. */
    Set<String> valuesOfHeader(String component, String header) {
        // What an option of the endpoint says for all messages, a header of that name says for one.
        return model(component).stream().filter(one -> headers(component).contains(header))
                .flatMap(one -> Stream.concat(one.getEndpointHeaders().stream(), one.getEndpointOptions().stream()))
                .filter(one -> one.getEnums() != null && (one.getName()
                        .equals(header) || header.toLowerCase(Locale.ROOT)
                        .endsWith(one.getName().toLowerCase(Locale.ROOT))))
                .flatMap(one -> one.getEnums().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The problem of a line {@code camel.….=…} of the settings, if it has one. */
    ConfigurationPropertiesValidationResult judgeSetting(String line) {
        return camel.validateConfigurationProperty(line);
    }

    /** The options of {@code camel.main.} and its like. */
    Set<String> mainOptions(String prefix) {
        return camel.mainModel().getOptions().stream().map(BaseOptionModel::getName)
                .filter(name -> name.startsWith(prefix)).map(name -> name.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<ComponentModel> model(String component) {
        return models.computeIfAbsent(component, name -> Optional.ofNullable(camel.componentModel(name)));
    }

    private static Set<String> names(List<? extends BaseOptionModel> options) {
        Set<String> names = new TreeSet<>();
        options.forEach(option -> names.add(option.getName()));
        return names;
    }
}
