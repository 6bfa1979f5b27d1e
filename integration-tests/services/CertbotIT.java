package services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Debian's certbot with its plugin dns-route53 gets real certificates: it writes its proof through the API, and the
 * ACME server (pebble) reads it over DNS.
 */
class CertbotIT {
    @TempDir
    private Path folder;
    private LocalRoute53Process local;
    private Pebble pebble;

    @BeforeEach
    void start() throws Exception {
        local = new LocalRoute53Process("example.com=ZEXAMPLE", "sub.example.com=ZSUB", "ample.com=ZAMPLE");
        pebble = new Pebble(folder, local.dnsPort);
        pointBotocoreHere();
    }

    @AfterEach
    void stop() {
        if (pebble != null) {
            pebble.close();
        }
        local.close();
    }

    /**
     * The plugin has no setting for an endpoint, and Debian 12's botocore does not know AWS_ENDPOINT_URL_ROUTE_53.
     * It does look for its data in AWS_DATA_PATH first, and where a service is found is data: this file.
     */
    private void pointBotocoreHere() throws Exception {
        Path rules = folder.resolve("botocore/route53/2013-04-01/endpoint-rule-set-1.json");
        Files.createDirectories(rules.getParent());
        Files.writeString(rules, String.format("""
                {"version": "1.0", "parameters": {}, "rules": [{"type": "endpoint", "conditions": [], "endpoint":
                 {"url": "%s", "headers": {}, "properties": {"authSchemes":
                  [{"name": "sigv4", "signingName": "route53", "signingRegion": "us-east-1"}]}}}]}
                """, local.api()));
    }

    private Program.Outcome certbot(String... words) throws Exception {
        Map<String, String> environment = new HashMap<>(Program.AWS);
        environment.put("AWS_DATA_PATH", folder.resolve("botocore").toString());
        environment.put("REQUESTS_CA_BUNDLE", pebble.certificate.toString());
        Stream<String> folders = Stream.of("config", "work", "logs")
                .flatMap(name -> Stream.of("--" + name + "-dir", folder.resolve(name).toString()));
        Program.Outcome outcome = Program.run(Duration.ofMinutes(3), environment,
                Stream.of(Stream.of("/usr/bin/certbot"), Stream.of(words), folders, Stream.of("--non-interactive"))
                        .flatMap(part -> part).toArray(String[]::new));
        assertThat(outcome.exitCode()).as("certbot's exit code; it printed: %s%nand pebble: %s", outcome.output(),
                pebble.printed()).isZero();
        return outcome;
    }

    private void obtain(String... domains) throws Exception {
        Stream<String> names = Stream.of(domains).flatMap(domain -> Stream.of("-d", domain));
        certbot(Stream.concat(Stream.of("certonly", "--dns-route53", "--server", pebble.directoryUrl(), "--agree-tos",
                "--register-unsafely-without-email", "--cert-name", "issued"), names).toArray(String[]::new));
    }

    private X509Certificate issued() throws Exception {
        try (InputStream in = Files.newInputStream(folder.resolve("config/live/issued/cert.pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static List<String> names(X509Certificate certificate) throws Exception {
        return certificate.getSubjectAlternativeNames().stream().map(name -> name.get(1).toString()).toList();
    }

    /** The wildcard and the name itself are proven at one name, by two values there at once. */
    @Test
    void aCertificateWithItsWildcardIsIssuedAndRenewed() throws Exception {
        obtain("example.com", "*.example.com");
        X509Certificate first = issued();
        assertThat(names(first)).containsExactlyInAnyOrder("example.com", "*.example.com");
        assertThat(first.getIssuerX500Principal().getName()).contains("Pebble Intermediate CA");
        assertThat(records("ZEXAMPLE")).as("record sets that certbot left").isEqualTo("NS\tSOA");
        certbot("renew", "--force-renewal", "--no-random-sleep-on-renew");
        assertThat(issued().getSerialNumber()).as("the renewed certificate's").isNotEqualTo(first.getSerialNumber());
        assertThat(records("ZEXAMPLE")).isEqualTo("NS\tSOA");
        assertThat(changes()).as("changes: two proofs added and two taken away, twice").isEqualTo(8);
    }

    /** Of example.com and sub.example.com the longer one is asked, and ample.com is no parent at all. */
    @Test
    void theProofIsWrittenIntoTheNearestZone() throws Exception {
        obtain("www.sub.example.com");
        assertThat(names(issued())).containsExactly("www.sub.example.com");
        assertThat(Files.readString(folder.resolve("logs/letsencrypt.log")))
                .contains("/hostedzone/ZSUB/rrset").doesNotContain("/hostedzone/ZEXAMPLE/rrset")
                .doesNotContain("/hostedzone/ZAMPLE/rrset");
        assertThat(records("ZSUB")).isEqualTo("NS\tSOA");
    }

    private String records(String zone) throws Exception {
        return local.aws("list-resource-record-sets", "--hosted-zone-id", zone, "--query",
                "ResourceRecordSets[].Type", "--output", "text").well().output();
    }

    /** The next change's id tells how many there were before. */
    private int changes() throws Exception {
        String id = local.aws("change-resource-record-sets", "--hosted-zone-id", "ZAMPLE", "--change-batch",
                "{\"Changes\": [{\"Action\": \"CREATE\", \"ResourceRecordSet\": {\"Name\": \"a.ample.com\", \"Type\":"
                        + " \"A\", \"TTL\": 1, \"ResourceRecords\": [{\"Value\": \"192.0.2.1\"}]}}]}", "--query",
                "ChangeInfo.Id", "--output", "text").well().output();
        return Integer.parseInt(id.replaceAll("\\D+0*", "")) - 1;
    }
}
