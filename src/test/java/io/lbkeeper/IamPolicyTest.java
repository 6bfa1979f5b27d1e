package io.lbkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.IamPolicy.Change;
import io.lbkeeper.policy.NodePolicy;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy that is printed for lb1 allows what lbkeeper does on lb1, and nothing that it must not. */
class IamPolicyTest {
    private static final String ZONE_ID = "Z0123456789ABCDEFGHIJ";
    private static final Path STORIES = Path.of("src/test/resources/transcripts");
    private static final Pattern CHANGED = Pattern.compile("  ([-+=]) (\\S+) (\\S+) .*");
    private static final Map<String, String> ACTIONS = Map.of("-", "DELETE", "+", "CREATE", "=", "UPSERT");

    private static final String ZONE = "arn:aws:route53:::hostedzone/" + ZONE_ID;
    private static final String CHANGE = "route53:ChangeResourceRecordSets";

    private static final Pattern SERVICES = Pattern.compile("(?m)^rules services=(\\S+)");

    @TempDir
    private Path folder;
    private String printed;
    private IamPolicy policy;

    /** For the settings that the README shows. */
    @BeforeEach
    void printPolicy() throws Exception {
        Page.Sample lb1 = Page.of("README.md").samples().stream().filter(sample -> sample.language().equals(
                "properties") && sample.info().isEmpty()).findFirst().orElseThrow();
        Files.writeString(folder.resolve("lb1.properties"), lb1.text());
        printed = NodePolicy.of(settings(), "aws");
        policy = IamPolicy.parse(printed);
    }

    @Test
    void theReadmeShowsItAsItIsPrinted() throws IOException {
        assertThat(Page.of("README.md").samples()).filteredOn(sample -> sample.language().equals("json"))
                .singleElement().satisfies(sample -> assertThat(sample.text()).isEqualTo(printed));
    }

    @Test
    void everyChangeInTheStoriesOfTheDecisionIsAllowed() throws IOException {
        List<List<Change>> batches = new ArrayList<>();
        try (Stream<Path> stories = Files.list(STORIES)) {
            for (Path story : stories.sorted().toList()) {
                String text = Files.readString(story);
                if (text.contains(" swaps=no")) {
                    // With another provider than Route 53.
                    continue;
                }
                String node = text.contains(" node=lb2") ? "lb2" : "lb1";
                List<IamPolicy> nodes = policies(node, text);
                assertThat(batches(text)).as("batches of %s in %s", node, story).allMatch(batch ->
                        nodes.stream().anyMatch(allowing -> allowing.allowsBatch(ZONE_ID, batch)));
                batches.addAll(batches(text));
            }
        }
        assertThat(batches).hasSizeGreaterThan(20);
        assertThat(batches).as("a take-over").contains(List.of(change("DELETE lb.example.com A"),
                change("DELETE _owner.lb.example.com TXT"), change("CREATE lb.example.com A"),
                change("CREATE _owner.lb.example.com TXT")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE lb.example.com. A; CREATE lb.example.com. AAAA", "UPSERT lb1.example.com. AAAA",
        "CREATE _OWNER.LB.example.com. TXT", "CREATE lb.example.com A; CREATE _owner.lb.example.com TXT",
        "DELETE _owner.lb.example.com TXT; CREATE _owner.lb.example.com TXT", "UPSERT LB1.Example.COM. A"})
    void thisIsAllowedToo(String batch) {
        assertThat(policy.allowsBatch(ZONE_ID, parse(batch))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPSERT lb.example.com A", "UPSERT _owner.lb.example.com TXT", "UPSERT lb2.example.com A",
        "DELETE lb1.example.com A", "CREATE lb1.example.com A", "UPSERT lb1.example.com TXT",
        "DELETE www.example.com A", "CREATE www.lb.example.com A", "CREATE *.example.com A", "UPSERT example.com A",
        "CREATE _owner.lb.example.com MX", "CREATE lb.example.com CNAME", "DELETE lb.example.com NS",
        "DELETE lb.example.com A; UPSERT lb.example.com A", "DELETE lb.example.com A; CREATE www.example.com A",
        "DELETE lb.example.com A; CREATE lb.example.com A; UPSERT lb1.example.com A",
        "UPSERT lb1.example.com A; CREATE lb1.example.com AAAA", "UPSERT lb1.example.com A; UPSERT lb2.example.com A",
        "DELETE lb2.example.com A", "CREATE *.lb.example.com A", "UPSERT * A", "CREATE \\052.example.com A",
        "UPSERT lb1.example.com CNAME", "UPSERT lb1.example.com MX", "CREATE lb.example.com HTTPS",
        "DELETE example.com NS", "DELETE example.com SOA", "UPSERT _owner.lb1.example.com TXT",
        "CREATE lb.example.com.evil.org A", "CREATE xlb.example.com A", "UPSERT lb1.example.com. TXT",
        "DELETE lb.example.com a"})
    void thisIsForbidden(String batch) {
        assertThat(policy.allowsBatch(ZONE_ID, parse(batch))).isFalse();
    }

    /** A key that a request does not have would hold for ForAllValues, whatever the policy names. */
    @ParameterizedTest
    @ValueSource(strings = {"NormalizedRecordNames", "RecordTypes", "Actions"})
    void aRequestWithoutOneOfTheKeysIsForbidden(String missing) {
        Map<String, Set<String>> keys = new HashMap<>(Map.of(CHANGE + "NormalizedRecordNames",
                Set.of("lb.example.com"), CHANGE + "RecordTypes", Set.of("A"), CHANGE + "Actions", Set.of("CREATE")));
        assertThat(policy.allows(CHANGE, ZONE, keys)).isTrue();
        keys.put(CHANGE + missing, Set.of());
        assertThat(policy.allows(CHANGE, ZONE, keys)).isFalse();
        keys.remove(CHANGE + missing);
        assertThat(policy.allows(CHANGE, ZONE, keys)).isFalse();
        assertThat(policy.allows(CHANGE, ZONE)).isFalse();
    }

    @Test
    void inAnotherPartitionAllResourcesAreOfIt() {
        String china = NodePolicy.of(settings(), "aws-cn");
        assertThat(china).isEqualTo(printed.replace("arn:aws:", "arn:aws-cn:"));
        assertThat(IamPolicy.parse(china).allowsBatch(ZONE_ID, parse("UPSERT lb1.example.com A"))).isFalse();
    }

    @Test
    void nothingIsAllowedInAnotherZone() {
        assertThat(policy.allowsBatch("ZANOTHER", parse("UPSERT lb1.example.com A"))).isFalse();
        assertThat(policy.allows("route53:ListResourceRecordSets", "arn:aws:route53:::hostedzone/ZANOTHER")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"route53:ListResourceRecordSets, hostedzone/" + ZONE_ID + ", true",
        "route53:GetHostedZone, hostedzone/" + ZONE_ID + ", true", "route53:GetChange, change/C123, true",
        "route53:DeleteHostedZone, hostedzone/" + ZONE_ID + ", false", "route53:ListHostedZones, *, false",
        "route53:ChangeTagsForResource, hostedzone/" + ZONE_ID + ", false"})
    void otherCalls(String action, String resource, boolean allowed) {
        assertThat(policy.allows(action, "arn:aws:route53:::" + resource)).isEqualTo(allowed);
    }

    /** One for each list of service names that the story goes by. */
    private List<IamPolicy> policies(String node, String story) throws IOException {
        Path file = folder.resolve("lb1.properties");
        String shown = Files.readString(file);
        List<IamPolicy> policies = new ArrayList<>();
        List<String> lists = SERVICES.matcher(story).results().map(found -> found.group(1)).toList();
        for (String names : lists.isEmpty() ? List.of("lb.example.com") : lists) {
            Files.writeString(file, shown.replace("lb.service=lb.example.com", "lb.service=" + names));
            policies.add(IamPolicy.parse(NodePolicy.of(settings().forNode(node), "aws")));
        }
        Files.writeString(file, shown);
        return policies;
    }

    private Settings settings() {
        try {
            return Settings.read(folder.resolve("lb1.properties"), Set.of());
        } catch (SettingsException e) {
            throw new AssertionError(e);
        }
    }

    private static List<List<Change>> batches(String story) {
        List<List<Change>> batches = new ArrayList<>();
        List<Change> batch = new ArrayList<>();
        for (String line : story.concat("\nend").lines().toList()) {
            Matcher changed = CHANGED.matcher(line);
            if (changed.matches()) {
                batch.add(new Change(ACTIONS.get(changed.group(1)), changed.group(2), changed.group(3)));
            } else if (!batch.isEmpty()) {
                batches.add(List.copyOf(batch));
                batch.clear();
            }
        }
        return batches;
    }

    private static List<Change> parse(String batch) {
        return Stream.of(batch.split("; ")).map(IamPolicyTest::change).toList();
    }

    private static Change change(String text) {
        String[] words = text.split(" ");
        return new Change(words[0], words[1], words[2]);
    }
}
