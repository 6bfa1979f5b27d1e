package bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import network.Net;

/** The script by which those that know nothing of Route 53 change the record, by one call of its API. */
enum Provider {
    AWS_CLI("aws", """
            export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=thing AWS_DEFAULT_REGION=us-east-1
            /usr/bin/aws --endpoint-url %1$s --cli-connect-timeout 2 --cli-read-timeout 2 route53 \\
              change-resource-record-sets --hosted-zone-id %2$s --change-batch '{"Changes":[{"Action":"UPSERT",
              "ResourceRecordSet":{"Name":"%3$s","Type":"A","TTL":%4$d,"ResourceRecords":[{"Value":"%5$s"}]}}]}'
            """),
    CURL("curl", """
            curl -sf -m 2 --retry 3 --retry-all-errors -o /dev/null --aws-sigv4 aws:amz:us-east-1:route53 \\
              -u any:thing -H 'Content-Type: text/xml' -X POST %1$s/2013-04-01/hostedzone/%2$s/rrset/ -d '
            <ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ChangeBatch>
            <Changes><Change><Action>UPSERT</Action><ResourceRecordSet><Name>%3$s</Name><Type>A</Type><TTL>%4$d</TTL>
            <ResourceRecords><ResourceRecord><Value>%5$s</Value></ResourceRecord></ResourceRecords>
            </ResourceRecordSet></Change></Changes></ChangeBatch></ChangeResourceRecordSetsRequest>'
            """);

    private final String name;
    private final String call;

    Provider(String name, String call) {
        this.name = name;
        this.call = call;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Writes the script that gives the name to a machine. */
    Path script(Site site, String machine) {
        return executable(site, machine + "-take-" + name, "#!/bin/bash\n" + call.formatted(site.api(), Site.ZONE_ID,
                Site.SERVICE, Site.TTL.toSeconds(), Net.address(machine)));
    }

    static Path executable(Site site, String name, String text) {
        Path file = site.write(name, text);
        try {
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException failed) {
            throw new UncheckedIOException("making " + file + " a program", failed);
        }
    }
}
