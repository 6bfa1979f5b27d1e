package io.lbkeeper.routes;

import io.lbkeeper.notice.Notice;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;

/** A channel's kamelet alone, over what the test plays at its other end. */
abstract class ChannelTestBase extends RouteTestBase {
    /** Quotes, ends of lines, a header of a mail's, mark-up, and characters of two and of four bytes. */
    static final String HOSTILE = "It said \"no\"\r\nBcc: all@example.com\r\n\r\n.\r\n<b>&\\ \u00fc \ud83d\ude00";
    static final Notice NOTICE = new Notice(Instant.parse("2026-11-23T03:00:00Z"), "lb1", "lb.example.com",
            Notice.Kind.ALARM, "RefuseToMove", HOSTILE, 0);

    abstract String channel();

    /** The settings that the channel needs. */
    abstract Map<String, String> needed();

    @Override
    String[] routes() {
        return new String[0];
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> all = new HashMap<>(needed());
        all.put("lb.notify", channel());
        all.putIfAbsent("lb.notify.timeout", "500ms");
        return all;
    }

    /** What it threw, or null where it did not. */
    Exception sent(Notice notice) {
        Exchange exchange = template.send("kamelet:notify-" + channel() + "-action",
                made -> made.getMessage().setBody(notice));
        return exchange.getException();
    }
}
