package io.lbkeeper.service;

import io.lbkeeper.cycle.Cycle;
import io.lbkeeper.log.Summary;
import io.lbkeeper.notice.CommandChannel;
import io.lbkeeper.notice.Courier;
import io.lbkeeper.notice.Deliveries;
import io.lbkeeper.notice.DeliveryRecord;
import io.lbkeeper.notice.Lanes;
import io.lbkeeper.notice.Least;
import io.lbkeeper.notice.NoticeCounts;
import io.lbkeeper.notice.Notices;
import io.lbkeeper.propagation.Follower;
import io.lbkeeper.propagation.Propagation;
import io.lbkeeper.settings.Reporting;
import io.lbkeeper.settings.Secrets;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.status.Alarms;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.component.mail.DefaultAuthenticator;
import org.apache.camel.main.Main;

/** Puts together what sends notices. */
final class Notifying {
    static final String DELIVERIES = "noticeDeliveries";
    static final String COUNTS = "noticeCounts";
    private static final String NOTICES = "notices";

    private Notifying() {
    }

    /** Those that remember something, by their names. */
    static Map<String, Object> beans(Settings settings, Surroundings surroundings, Cycle cycle, Follower follower,
            Alarms alarms) {
        NoticeCounts counts = new NoticeCounts();
        Notices notices = new Notices(settings.node(), settings.service(), counts, surroundings.clock(),
                surroundings.wall(), () -> standing(alarms, follower));
        Summary summary = new Summary(settings.service(), surroundings.clock(), alarms::standing);
        cycle.add(notices);
        cycle.add(summary);
        Map<String, Object> beans = new LinkedHashMap<>();
        beans.put("summary", summary);
        beans.put(NOTICES, notices);
        beans.put(COUNTS, counts);
        beans.put(DELIVERIES, new DeliveryRecord(counts, alarms));
        goBy(settings, beans);
        return beans;
    }

    /** Brings other settings to them. */
    static void goBy(Settings settings, Map<String, Object> lasting) {
        Reporting reporting = settings.reporting();
        ((Notices) lasting.get(NOTICES)).goBy(Least.valueOf(reporting.least().toUpperCase(Locale.ROOT)),
                !reporting.channels().isEmpty());
        ((DeliveryRecord) lasting.get(DELIVERIES)).goBy(reporting.channels());
    }

    /** Those that know nothing but the settings. */
    static Map<String, Object> renewed(Settings settings, Map<String, Object> lasting) {
        Reporting reporting = settings.reporting();
        return Map.of("courier", new Courier(reporting.channels(), (Deliveries) lasting.get(DELIVERIES),
                (NoticeCounts) lasting.get(COUNTS)),
                "noticeCommand", new CommandChannel(reporting.command(), reporting.timeout()),
                "mailLogin", mailLogin(settings.placeholders()));
    }

    /** In the URI of an endpoint a password would be cut at some characters, and the rest be told. */
    private static DefaultAuthenticator mailLogin(Properties all) {
        return new DefaultAuthenticator(all.getProperty("lb.notify.mail.user"),
                all.getProperty("lb.notify.mail.password"));
    }

    /** The queues of the channels, with the kamelets behind them. */
    static void addLanes(Main main, Settings settings, Deliveries deliveries, int tries) {
        Reporting reporting = settings.reporting();
        if (!reporting.channels().isEmpty()) {
            main.configure().addRoutesBuilder(new Lanes(reporting.channels(), tries, reporting.queueSize(), deliveries,
                    Secrets.of(settings)::masked));
        }
    }

    private static Map<String, String> standing(Alarms alarms, Follower follower) {
        Map<String, String> all = alarms.byKey();
        all.remove(DeliveryRecord.ALARM);
        Propagation propagation = follower.state();
        if (propagation.isAlarm()) {
            all.put("propagation", "Propagation: " + propagation);
        }
        return all;
    }
}
