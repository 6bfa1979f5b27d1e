package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code lbkeeper policy} takes into account; what it allows is tested on its own. */
class PolicyCommandTest {
    @TempDir
    private Path folder;

    @Test
    void itIsForTheNamesAndTheZoneOfTheSettings() throws IOException {
        CommandLineRun run = run(List.of("lb.node=b", "lb.dns=route53", "lb.route53.zone-id=ZMINE"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("[\"www.example.org\", \"_owner.www.example.org\"]", "[\"b.nodes.example.org\"]",
                "\"arn:aws:route53:::hostedzone/ZMINE\"").doesNotContain("a.nodes.example.org");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void eachOfSeveralServiceNamesIsInIt() throws IOException {
        CommandLineRun run = run(List.of("lb.node=b", "lb.dns=route53", "lb.route53.zone-id=ZMINE",
                "lb.service=www.example.org,api.example.org,m.example.org"));
        assertThat(run.out()).contains("[\"www.example.org\", \"_owner.www.example.org\", \"api.example.org\", "
                + "\"m.example.org\"]").doesNotContain("_owner.api");
    }

    @ParameterizedTest
    @CsvSource({"cn-north-1, aws-cn", "us-gov-west-1, aws-us-gov", "eu-central-1, aws", "aws-global, aws"})
    void thePartitionIsThatOfTheRegion(String region, String partition) throws IOException {
        CommandLineRun run = run(List.of("lb.node=a", "lb.dns=route53", "lb.route53.zone-id=ZMINE",
                "camel.component.aws2-route53.region=" + region));
        assertThat(run.out()).contains("\"arn:" + partition + ":route53:::hostedzone/ZMINE\"",
                "\"arn:" + partition + ":route53:::change/*\"");
    }

    @Test
    void thePartitionCanBeNamed() throws IOException {
        CommandLineRun run = run(List.of("lb.node=a", "lb.route53.zone-id=ZMINE",
                "camel.component.aws2-route53.region=eu-central-1"), "--partition", "aws-us-gov");
        assertThat(run.out()).contains("arn:aws-us-gov:route53").doesNotContain("arn:aws:");
        CommandLineRun wrong = run(List.of("lb.node=a", "lb.route53.zone-id=ZMINE"), "--partition", "mars");
        assertThat(wrong.err()).contains("--partition mars is none of aws, aws-cn, aws-us-gov");
        assertThat(wrong.exitCode()).isEqualTo(2);
    }

    @Test
    void withoutAHostedZoneThereIsNone() throws IOException {
        Path routes = RoutesCopy.in(folder.resolve("routes"));
        for (String kamelet : List.of("read", "change")) {
            Files.copy(routes.resolve("kamelets/dns-route53-" + kamelet + "-action.kamelet.yaml"),
                    routes.resolve("kamelets/dns-acme-" + kamelet + "-action.kamelet.yaml"));
        }
        CommandLineRun run = run(List.of("lb.node=a", "lb.dns=acme"));
        assertThat(run.err()).contains("lb.dns=acme").contains("hosted zone of Route 53");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void forUpdatesItGrantsTheNodesKeyItsNamesOnly() throws IOException {
        List<String> dns = List.of("lb.node=b", "lb.dns=rfc2136", "lb.rfc2136.zone=example.org",
                "lb.service=www.example.org,api.example.org");
        List<String> signed = new ArrayList<>(dns);
        signed.addAll(List.of("lb.rfc2136.key-name=b-key", "lb.rfc2136.key=Q0FOQVJZ"));
        CommandLineRun run = run(signed);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("grant b-key name www.example.org. A AAAA;\n",
                "grant b-key name api.example.org. A AAAA;\n", "grant b-key name _owner.www.example.org. TXT;\n",
                "grant b-key name b.nodes.example.org. A AAAA;\n", "[www.example.org., api.example.org., "
                        + "_owner.www.example.org., b.nodes.example.org.]",
                "set-meta example.org TSIG-ALLOW-DNSUPDATE b-key", "['b-key.'] = {",
                "['_owner.www.example.org.'] = { [pdns.TXT] = true },")
                .doesNotContain("a.nodes.example.org").doesNotContain("_owner.api").doesNotContain("Q0FOQVJZ");
        assertThat(run.exitCode()).isZero();
        CommandLineRun unsigned = run(dns);
        assertThat(unsigned.err()).contains("lb.rfc2136.key-name is not set");
        assertThat(unsigned.exitCode()).isEqualTo(2);
    }

    private CommandLineRun run(List<String> more, String... options) throws IOException {
        List<String> lines = new ArrayList<>(List.of("lb.nodes=a,b", "lb.domain=nodes.example.org",
                "lb.address=203.0.113.10"));
        if (more.stream().noneMatch(line -> line.startsWith("lb.service="))) {
            lines.add("lb.service=www.example.org");
        }
        lines.addAll(more);
        List<String> words = new ArrayList<>(List.of("policy", "--config", Files.write(folder.resolve(
                "lbkeeper.properties"), lines).toString()));
        if (!Files.exists(folder.resolve("routes"))) {
            words.addAll(List.of("--routes", "routes"));
        }
        words.addAll(List.of(options));
        return CommandLineRun.of(words.toArray(String[]::new));
    }
}
