package io.lbkeeper.dnsupdate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.RRset;

/** The component's page tells every option, header, operation and failure, and its samples run. */
class ComponentPageTest extends DnsUpdateTestBase {
    private static final Path PAGE = Path.of("src/main/docs/dns-update-component.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static JsonObject catalogue(String part) throws Exception {
        try (InputStream json = ComponentPageTest.class.getResourceAsStream(
                "/META-INF/io/lbkeeper/dnsupdate/dns-update.json")) {
            return ((JsonObject) Jsoner.deserialize(new String(json.readAllBytes(), StandardCharsets.UTF_8)))
                    .getMap(part);
        }
    }

    private static String rows(JsonObject all, boolean isHeader) {
        return all.entrySet().stream().filter(each -> !each.getKey().equals("lazyStartProducer")).map(each -> {
            JsonObject one = (JsonObject) each.getValue();
            String label = one.getStringOrDefault("label", "");
            String second = isHeader ? label.isEmpty() ? "all" : label.replace(" ", ", ")
                    : one.get("defaultValue") == null ? "" : "`" + one.get("defaultValue") + "`";
            return "| `" + each.getKey() + "` | " + second + " | "
                    + one.getString("description").replaceAll("\\.$", "") + " |\n";
        }).collect(Collectors.joining());
    }

    private static String written(String page) throws Exception {
        int options = page.indexOf("| option | default | meaning |\n|---|---|---|\n");
        int headers = page.indexOf("\n## Headers\n");
        String head = page.substring(0, options) + "| option | default | meaning |\n|---|---|---|\n";
        return head + rows(catalogue("properties"), false) + page.substring(headers, page.indexOf("|---|---|---|\n",
                headers)) + "|---|---|---|\n" + rows(catalogue("headers"), true);
    }

    @Test
    void theTablesAreThoseOfTheCatalogue() throws Exception {
        String page = Files.readString(PAGE);
        String written = written(page);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, written);
            page = written;
        }
        assertThat(page).as("the tables on %s; write them anew by mvn -B -q test -Dtest=ComponentPageTest "
                + "-Ddocs.write=true", PAGE).isEqualTo(written);
    }

    @Test
    void everyOperationAndFailureHasItsRow() throws IOException {
        List<String> rows = Files.readString(PAGE).lines().filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`")[1]).toList();
        for (DnsUpdateOperations operation : DnsUpdateOperations.values()) {
            assertThat(rows).contains(operation.name());
        }
        for (DnsFailureKind kind : DnsFailureKind.values()) {
            assertThat(rows).contains(kind.name());
        }
    }

    @Test
    void theSamplesRun() throws Exception {
        try (DnsFront front = new SignedServer().start()) {
            context.getComponent("dns-update", DnsUpdateComponent.class).getConfiguration()
                    .setServers(front.address());
            List<String> samples = new ArrayList<>(YAML.matcher(Files.readString(PAGE)).results()
                    .map(MatchResult::group).map(text -> text.replace("```yaml\n", "").replace("```", "")).toList());
            for (String sample : samples) {
                PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("sample.yaml", sample));
            }
            assertThat(samples).hasSize(2);
            replace("servers=" + front.address(), "www 60 A 192.0.2.1");
            context.createProducerTemplate().requestBody("direct:swap-address", "");
            List<?> sets = context.createProducerTemplate().requestBody("direct:read-records", (Object) "",
                    List.class);
            assertThat(sets).hasSize(3).map(set -> ((RRset) set).first().rdataToString()).contains("192.0.2.2");
        }
    }
}
