package io.lbkeeper.localroute53.file;

import io.lbkeeper.localroute53.account.AccountState;
import io.lbkeeper.localroute53.health.HealthCheck;
import io.lbkeeper.localroute53.health.HealthRules;
import io.lbkeeper.localroute53.health.HealthStatus;
import io.lbkeeper.localroute53.xml.HealthXml;
import io.lbkeeper.localroute53.xml.RecordSetXml;
import io.lbkeeper.localroute53.xml.RequestXml;
import io.lbkeeper.localroute53.xml.XmlElement;
import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordKey;
import io.lbkeeper.localroute53.zone.RecordRules;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.RequestForm;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.Tags;
import io.lbkeeper.localroute53.zone.Vpc;
import io.lbkeeper.localroute53.zone.ZoneContents;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.w3c.dom.Document;

/** Reads back what {@link AccountXml} wrote. Nothing is repaired: what could not have come about is refused. */
final class AccountReader {
    private AccountState state = AccountState.EMPTY;

    private AccountReader() {
    }

    /** @throws Refusal in which the message says where the fault is */
    static AccountState read(byte[] document) throws Refusal {
        return new AccountReader().readAll(root(document));
    }

    /** A newer version may look quite different, so its number is looked at first. */
    private static XmlElement root(byte[] document) throws Refusal {
        Document parsed = RequestXml.parse(document);
        String name = parsed.getDocumentElement().getLocalName();
        String version = parsed.getDocumentElement().getAttribute("version");
        if (!name.equals(AccountXml.ROOT) || !version.matches("\\d{1,9}")) {
            throw damaged("its root element is <" + name + " version=\"" + version + "\">, not <" + AccountXml.ROOT
                    + " version=\"" + AccountXml.VERSION + "\">");
        }
        if (Integer.parseInt(version) > AccountXml.VERSION) {
            throw damaged("it was written by a newer lbkeeper: its version is " + version + ", and this one reads "
                    + AccountXml.VERSION);
        }
        return RequestXml.validated(parsed, "account.xsd");
    }

    private AccountState readAll(XmlElement root) throws Refusal {
        for (XmlElement check : root.required("HealthChecks").children().toList()) {
            readCheck(check);
        }
        for (HealthCheck check : state.checks().byId().values()) {
            within("health check " + check.id(), () -> HealthRules.judgeKept(check.settings(), state.checks()));
        }
        for (XmlElement zone : root.required("HostedZones").children().toList()) {
            readZone(zone);
        }
        return new AccountState(state.zones(), state.checks(),
                with(state.zoneReferences(), root, AccountXml.ZONE_REFERENCES),
                with(state.checkReferences(), root, AccountXml.CHECK_REFERENCES),
                root.number("ChangeCount").orElseThrow());
    }

    private static Set<String> with(Set<String> present, XmlElement root, String deleted) {
        Set<String> all = new LinkedHashSet<>(present);
        root.texts(deleted).forEach(all::add);
        return Collections.unmodifiableSet(all);
    }

    private void readCheck(XmlElement check) throws Refusal {
        String id = check.requiredText("Id");
        if (state.checks().byId().containsKey(id)) {
            throw damaged("health check " + id + " is there twice");
        }
        state = state.with(new HealthCheck(id, check.requiredText("CallerReference"),
                HealthXml.read(check.required("HealthCheckConfig")), check.number("HealthCheckVersion").orElseThrow(),
                tags(check), HealthStatus.valueOf(check.requiredText("Status"))));
    }

    private void readZone(XmlElement zone) throws Refusal {
        String id = zone.requiredText("Id").replace("/hostedzone/", "");
        String given = zone.requiredText("Name");
        if (state.zones().containsKey(id)) {
            throw damaged("zone " + id + " is there twice");
        }
        DomainName apex = DomainName.find(given).orElseThrow(() -> damaged("zone " + id + " has the name " + given));
        List<Vpc> vpcs = zone.child("VPCs").stream().flatMap(XmlElement::children)
                .map(vpc -> new Vpc(vpc.requiredText("VPCRegion"), vpc.requiredText("VPCId"))).toList();
        ZoneState empty = new ZoneState(id, apex, zone.requiredText("CallerReference"),
                zone.required("Config").text("Comment"), vpcs, tags(zone), new ZoneContents(Map.of()));
        state = state.with(empty.with(contents(empty, zone.required("ResourceRecordSets"))));
    }

    private static Tags tags(XmlElement parent) {
        return new Tags(parent.required("Tags").children().collect(Collectors.toMap(tag -> tag.requiredText("Key"),
                tag -> tag.text("Value").orElse(""), (first, second) -> second, TreeMap::new)));
    }

    private static ZoneContents contents(ZoneState zone, XmlElement list) throws Refusal {
        TreeMap<RecordKey, ResourceRecordSet> sets = new TreeMap<>();
        for (XmlElement element : list.children().toList()) {
            ResourceRecordSet set = RecordSetXml.read(element);
            DomainName name = DomainName.find(set.name())
                    .orElseThrow(() -> damaged("zone " + zone.id() + " has a record with the name " + set.name()));
            RecordKey key = RecordKey.of(name, set);
            if (sets.put(key, set.named(name)) != null) {
                throw damaged("zone " + zone.id() + " has record " + key + " twice");
            }
        }
        RecordRules rules = new RecordRules(zone, sets);
        for (Map.Entry<RecordKey, ResourceRecordSet> entry : sets.entrySet()) {
            String record = "zone " + zone.id() + ", record " + entry.getKey();
            within(record, () -> RequestForm.judge(List.of(RecordChange.create(entry.getValue()))));
            if (rules.ownFault(entry.getKey(), entry.getValue()).isPresent()) {
                throw damaged(record + ": " + rules.ownFault(entry.getKey(), entry.getValue()).get());
            }
        }
        for (RecordType type : List.of(RecordType.NS, RecordType.SOA)) {
            if (!sets.containsKey(new RecordKey(zone.apex(), type.name(), ""))) {
                throw damaged("zone " + zone.id() + " has no " + type + " record at its apex");
            }
        }
        return new ZoneContents(sets);
    }

    @FunctionalInterface
    private interface Judgement {
        void pass() throws Refusal;
    }

    private static void within(String place, Judgement judgement) throws Refusal {
        try {
            judgement.pass();
        } catch (Refusal e) {
            throw damaged(place + ": " + e.getMessage());
        }
    }

    private static Refusal damaged(String fault) {
        return Refusal.invalidInput(fault);
    }
}
