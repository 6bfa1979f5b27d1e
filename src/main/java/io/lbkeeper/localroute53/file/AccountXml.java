package io.lbkeeper.localroute53.file;

import io.lbkeeper.localroute53.account.AccountState;
import io.lbkeeper.localroute53.health.HealthCheck;
import io.lbkeeper.localroute53.xml.HealthXml;
import io.lbkeeper.localroute53.xml.RecordSetXml;
import io.lbkeeper.localroute53.xml.ResponseXml;
import io.lbkeeper.localroute53.xml.TagsXml;
import io.lbkeeper.localroute53.xml.ZoneAnswers;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Writes all that the endpoint knows as a document that people can read; {@link AccountReader} reads it back. */
final class AccountXml {
    static final String ROOT = "LocalRoute53";
    static final int VERSION = 1;
    static final String ZONE_REFERENCES = "CallerReferencesOfDeletedHostedZones";
    static final String CHECK_REFERENCES = "CallerReferencesOfDeletedHealthChecks";

    private AccountXml() {
    }

    /** Nothing of it is held: the whole is as large as the account. */
    static void write(AccountState state, OutputStream out) throws IOException {
        try {
            ResponseXml.file(out, ROOT, VERSION, xml -> write(state, xml));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(AccountState state, ResponseXml xml) {
        xml.element("ChangeCount", state.changeCount());
        xml.element("HostedZones", list -> state.zones().values().forEach(zone -> zone(list, zone)));
        xml.element("HealthChecks", list -> state.checks().byId().values().forEach(check -> check(list, check)));
        references(xml, ZONE_REFERENCES, state.zoneReferences(),
                state.zones().values().stream().map(ZoneState::callerReference));
        references(xml, CHECK_REFERENCES, state.checkReferences(),
                state.checks().byId().values().stream().map(HealthCheck::callerReference));
    }

    private static void zone(ResponseXml xml, ZoneState zone) {
        xml.element("HostedZone", element -> {
            ZoneAnswers.identity(element, zone);
            ZoneAnswers.vpcs(element, zone);
            TagsXml.write(element, zone.tags());
            element.element("ResourceRecordSets", list ->
                    zone.contents().sets().values().forEach(set -> RecordSetXml.write(list, set)));
        });
    }

    private static void check(ResponseXml xml, HealthCheck check) {
        xml.element("HealthCheck", element -> {
            HealthXml.identity(element, check);
            TagsXml.write(element, check.tags());
            element.element("Status", check.status());
        });
    }

    /** What is there tells its own reference. */
    private static void references(ResponseXml xml, String name, Set<String> all, Stream<String> present) {
        Set<String> deleted = new LinkedHashSet<>(all);
        present.forEach(deleted::remove);
        xml.element(name, list -> deleted.forEach(reference -> list.element("CallerReference", reference)));
    }
}
