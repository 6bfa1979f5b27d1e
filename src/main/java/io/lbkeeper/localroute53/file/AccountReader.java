package io.lbkeeper.localroute53.file;

import io.lbkeeper.localroute53.account.AccountState;
import io.lbkeeper.localroute53.health.HealthCheck;
import io.lbkeeper.localroute53.health.HealthRules;
import io.lbkeeper.localroute53.health.HealthStatus;
import io.lbkeeper.localroute53.xml.HealthXml;
import io.lbkeeper.localroute53.xml.RecordSetXml;
import io.lbkeeper.localroute53.xml.RequestXml;
import io.lbkeeper.localroute53.xml.XmlCursor;
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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads back what {@link AccountXml} wrote. Nothing is repaired: what could not have come about is refused. */
final class AccountReader {
    private AccountState state = AccountState.EMPTY;
    private final Set<String> deletedZones = new LinkedHashSet<>();
    private final Set<String> deletedChecks = new LinkedHashSet<>();
    private long changeCount;

    private AccountReader() {
    }

    /** @throws Refusal in which the message says where the fault is */
    static AccountState read(byte[] document) throws Refusal {
        judgeRoot(new XmlCursor(document));
        RequestXml.judge(document, "account.xsd");
        return new AccountReader().readAll(new XmlCursor(document));
    }

    /** A newer version may look quite different, so its number is looked at first. */
    private static void judgeRoot(XmlCursor root) throws Refusal {
        String version = root.attribute("version");
        if (!root.name().equals(AccountXml.ROOT) || !version.matches("\\d{1,9}")) {
            throw damaged("its root element is <" + root.name() + " version=\"" + version + "\">, not <"
                    + AccountXml.ROOT + " version=\"" + AccountXml.VERSION + "\">");
        }
        if (Integer.parseInt(version) > AccountXml.VERSION) {
            throw damaged("it was written by a newer lbkeeper: its version is " + version + ", and this one reads "
                    + AccountXml.VERSION);
        }
    }

    private AccountState readAll(XmlCursor file) throws Refusal {
        while (file.nextChild()) {
            if (file.name().equals("ChangeCount")) {
                changeCount = Long.parseLong(file.element().text().strip());
            } else {
                readList(file.name(), file);
            }
        }
        for (HealthCheck check : state.checks().byId().values()) {
            within("health check " + check.id(), () -> HealthRules.judgeKept(check.settings(), state.checks()));
        }
        return new AccountState(state.zones(), state.checks(), with(state.zoneReferences(), deletedZones),
                with(state.checkReferences(), deletedChecks), changeCount);
    }

    private void readList(String list, XmlCursor file) throws Refusal {
        while (file.nextChild()) {
            switch (list) {
                case "HostedZones" -> readZone(file);
                case "HealthChecks" -> readCheck(file.element());
                case AccountXml.ZONE_REFERENCES -> deletedZones.add(file.element().text());
                default -> deletedChecks.add(file.element().text());
            }
        }
    }

    private static Set<String> with(Set<String> present, Set<String> deleted) {
        Set<String> all = new LinkedHashSet<>(present);
        all.addAll(deleted);
        return Collections.unmodifiableSet(all);
    }

    private void readCheck(XmlElement check) throws Refusal {
        String id = check.requiredText("Id");
        if (state.checks().byId().containsKey(id)) {
            throw damaged("health check " + id + " is there twice");
        }
        state = state.with(new HealthCheck(id, check.requiredText("CallerReference"),
                HealthXml.read(check.required("HealthCheckConfig")), check.number("HealthCheckVersion").orElseThrow(),
                tags(check.required("Tags")), HealthStatus.valueOf(check.requiredText("Status"))));
    }

    /** The record sets are the last of a zone's elements. */
    private void readZone(XmlCursor file) throws Refusal {
        Map<String, XmlElement> head = new HashMap<>();
        while (file.nextChild() && !file.name().equals("ResourceRecordSets")) {
            head.put(file.name(), file.element());
        }
        String id = head.get("Id").text().replace("/hostedzone/", "");
        String given = head.get("Name").text();
        if (state.zones().containsKey(id)) {
            throw damaged("zone " + id + " is there twice");
        }
        DomainName apex = DomainName.find(given).orElseThrow(() -> damaged("zone " + id + " has the name " + given));
        List<Vpc> vpcs = Stream.ofNullable(head.get("VPCs")).flatMap(XmlElement::children)
                .map(vpc -> new Vpc(vpc.requiredText("VPCRegion"), vpc.requiredText("VPCId"))).toList();
        ZoneState empty = new ZoneState(id, apex, head.get("CallerReference").text(),
                head.get("Config").text("Comment"), vpcs, tags(head.get("Tags")), new ZoneContents(Map.of()));
        state = state.with(empty.with(contents(empty, file)));
        file.nextChild();
    }

    private static Tags tags(XmlElement list) {
        return new Tags(list.children().collect(Collectors.toMap(tag -> tag.requiredText("Key"),
                tag -> tag.text("Value").orElse(""), (first, second) -> second, TreeMap::new)));
    }

    private static ZoneContents contents(ZoneState zone, XmlCursor list) throws Refusal {
        TreeMap<RecordKey, ResourceRecordSet> sets = new TreeMap<>();
        while (list.nextChild()) {
            ResourceRecordSet set = RecordSetXml.read(list.element());
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
