package io.lbkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.IamPolicy.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's policy for lb1 allows what lbkeeper does on lb1, and nothing that it must not. */
class IamPolicyTest {
    private static final String ZONE_ID = "Z0123456789ABCDEFGHIJ";
    private static final Path STORIES = Path.of("src/test/resources/transcripts");
    private static final Pattern CHANGED = Pattern.compile("  ([-+=]) (\\S+) (\\S+) .*");
    private static final Map<String, String> ACTIONS = Map.of("-", "DELETE", "+", "CREATE", "=", "UPSERT");

    private IamPolicy policy;

    @BeforeEach
    void readPolicy() throws Exception {
        List<Page.Sample> samples = Page.allSamples("json").stream()
                .filter(sample -> sample.text().contains("\"Statement\"")).toList();
        assertThat(samples).as("samples in JSON: the policy").hasSize(1);
        policy = IamPolicy.parse(samples.get(0).text());
    }

    @Test
    void everyChangeInTheStoriesOfTheDecisionIsAllowed() throws IOException {
        List<List<Change>> batches = new ArrayList<>();
        try (Stream<Path> stories = Files.list(STORIES)) {
            for (Path story : stories.sorted().toList()) {
                String text = Files.readString(story);
                assertThat(text).as("%s is of lb1, whose policy this is", story).doesNotContain(" node=lb2");
                batches.addAll(batches(text));
            }
        }
        assertThat(batches).hasSizeGreaterThan(20);
        assertThat(batches).as("batches in %s", STORIES).allMatch(batch -> policy.allowsBatch(ZONE_ID, batch));
        assertThat(batches).as("a take-over").contains(List.of(change("DELETE lb.example.com A"),
                change("DELETE _owner.lb.example.com TXT"), change("CREATE lb.example.com A"),
                change("CREATE _owner.lb.example.com TXT")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE lb.example.com. A; CREATE lb.example.com. AAAA", "UPSERT lb1.example.com. AAAA",
        "CREATE _OWNER.LB.example.com. TXT"})
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
        "DELETE lb.example.com A; CREATE lb.example.com A; UPSERT lb1.example.com A"})
    void thisIsForbidden(String batch) {
        assertThat(policy.allowsBatch(ZONE_ID, parse(batch))).isFalse();
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
