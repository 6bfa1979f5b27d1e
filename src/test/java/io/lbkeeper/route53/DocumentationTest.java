package io.lbkeeper.route53;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeBatch;

import static io.lbkeeper.route53.FakeRoute53.set;
import static org.assertj.core.api.Assertions.assertThat;

/** The component's page tells every option and header, and its samples run. */
class DocumentationTest extends Route53TestBase {
    private static final Path PAGE = Path.of("src/main/docs/aws2-route53-component.adoc");

    /** The bean of the page's sample. */
    public static final class ChangesOfTheDay {
        public ChangeBatch batch() {
            return ChangeBatch.builder().changes(change(ChangeAction.DELETE, "lb.example.com", "192.0.2.1")).build();
        }
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static List<String> samples(String language) throws IOException {
        Matcher blocks = Pattern.compile("\\[source," + language + "]\n----\n(.*?)\n----", Pattern.DOTALL)
                .matcher(page());
        List<String> samples = new ArrayList<>();
        while (blocks.find()) {
            samples.add(blocks.group(1));
        }
        return samples;
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext made = super.createCamelContext();
        made.getRegistry().bind("changesOfTheDay", new ChangesOfTheDay());
        int number = 0;
        for (String sample : samples("yaml")) {
            PluginHelper.getRoutesLoader(made)
                    .loadRoutes(ResourceHelper.fromString("sample-" + number++ + ".yaml", sample));
        }
        return made;
    }

    @Test
    void everyOptionAndHeaderIsOnThePage() throws IOException, DeserializationException {
        JsonObject model;
        try (InputStream json = getClass().getResourceAsStream("/META-INF/io/lbkeeper/route53/aws2-route53.json")) {
            model = (JsonObject) Jsoner.deserialize(new InputStreamReader(json, StandardCharsets.UTF_8));
        }
        String plain = page().replace("\\*", "*").replace("\\|", "|");
        int told = 0;
        for (String kind : List.of("properties", "componentProperties", "headers")) {
            for (Map.Entry<?, ?> each : model.getMap(kind).entrySet()) {
                JsonObject option = (JsonObject) each.getValue();
                assertThat(plain).as("%s of the %s on %s", each.getKey(), kind, PAGE).contains("| `" + each.getKey()
                        + "`\n| " + option.getString("description").replaceAll("\\.$", "") + ".");
                if (option.get("defaultValue") != null) {
                    assertThat(plain).as("the default of %s on %s", each.getKey(), PAGE).containsPattern("\\| `"
                            + each.getKey() + "`\n\\| .*\n\\| " + option.get("defaultValue") + "\n");
                }
                told++;
            }
        }
        assertThat(told).isGreaterThan(60);
    }

    @Test
    void everyOperationHasASampleInYamlAndInJava() throws IOException {
        for (Route53Operations operation : Route53Operations.values()) {
            String section = page().replaceAll("(?s).*\n=== " + operation + "\n", "").replaceAll("(?s)\n=== .*", "");
            assertThat(section).as("the section of %s on %s", operation, PAGE)
                    .contains("constant: " + operation + "\n", "constant(Route53Operations." + operation + ")");
        }
    }

    @Test
    void theSamplesInYamlRun() {
        serverAnswers(Answer.list(set("www.example.com.", "A", 60, "192.0.2.1")));
        assertThat(template.requestBody("direct:get-record", (Object) null))
                .isEqualTo(address("www.example.com.", "192.0.2.1"));
        List<?> found = template.requestBody("direct:get-records", null, List.class);
        assertThat(found).hasSize(1);
        List<?> listed = template.requestBody("direct:list-records", null, List.class);
        assertThat(listed).hasSize(1);
        serverAnswers(Answer.changed());
        Map<String, String> sent = Map.of("direct:upsert-record", "<Name>lb1.example.com</Name>",
                "direct:change-records", "<Comment>moved by hand</Comment>");
        sent.forEach((route, part) -> {
            template.requestBody(route, (Object) null);
            assertThat(server.requests().get(server.requests().size() - 1).body()).as(route).contains(part);
        });
        serverAnswers(Answer.change());
        assertThat(template.request("direct:get-change", exchange -> { }).getMessage().getHeader(
                Route53Constants.CHANGE_STATUS)).isEqualTo("PENDING");
    }

    @Test
    void aRouteInYamlTellsARefusalFromAnUnknownOutcome() {
        ChangeBatch batch = new ChangesOfTheDay().batch();
        serverAnswers(Answer.error(400, "InvalidChangeBatch", "[Tried to delete …]"));
        assertThat(template.requestBody("direct:swap-address", batch)).isEqualTo("refused");
        serverAnswers(Answer.of(500, ""));
        assertThat(template.requestBody("direct:swap-address", batch)).isEqualTo("unknown");
    }

    @Test
    void theSamplesInJavaCompile(@TempDir Path folder) throws IOException {
        StringBuilder source = new StringBuilder("""
                import io.lbkeeper.route53.*;
                import java.util.List;
                import org.apache.camel.builder.RouteBuilder;
                import software.amazon.awssdk.services.route53.model.*;
                public class Samples extends RouteBuilder {
                    public void configure() {
                """);
        samples("java").forEach(sample -> source.append("{\n").append(sample).append("\n}\n"));
        Path file = Files.writeString(folder.resolve("Samples.java"), source.append("}\n}\n"));
        StringWriter said = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        boolean compiled = compiler.getTask(said, null, null, List.of("-proc:none", "-d", folder.toString()), null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file)).call();
        assertThat(compiled).as("compiling the samples of %s: %s", PAGE, said).isTrue();
        assertThat(samples("java")).hasSizeGreaterThan(Route53Operations.values().length);
    }
}
