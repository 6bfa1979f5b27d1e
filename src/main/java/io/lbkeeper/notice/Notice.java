package io.lbkeeper.notice;

import io.lbkeeper.json.JsonText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that people are told beyond the log. The kamelets {@code notify-<channel>-action} get it as their body.
 *
 * @param at       when it was so, by the wall clock
 * @param node     who tells
 * @param service  the name that it is about
 * @param about    a decision's name, or what else the sentence is about
 * @param sentence for people; parts of it may come from the network
 * @param leftOut  how often the same matter came up since it was told last, and was not told
 */
public record Notice(Instant at, String node, String service, Kind kind, String about, String sentence, int leftOut) {
    private static final int LONGEST_TITLE_CHARS = 150;
    private static final int LONGEST_SENTENCE_CHARS = 4000;

    /** What sort of news it is. */
    public enum Kind {
        /** Somebody should look at it. */
        ALARM,
        /** A record of the service is changed. */
        MOVE,
        /** What somebody was told to look at is over. */
        WELL,
        /** Any other new decision. */
        NEWS,
        /** Somebody tries out whether notices arrive. */
        TEST
    }

    public Notice {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        sentence = sentence.length() > LONGEST_SENTENCE_CHARS ? sentence.substring(0, LONGEST_SENTENCE_CHARS) + "..."
                : sentence;
    }

    public boolean isAlarm() {
        return kind == Kind.ALARM;
    }

    /** One short line without control characters, fit for the subject of a mail. */
    public String title() {
        String all = onOneLine(kind.name() + " " + service + " on " + node + ": " + about);
        return all.length() > LONGEST_TITLE_CHARS ? all.substring(0, LONGEST_TITLE_CHARS) + "..." : all;
    }

    /** The sentence, and how often it was left out. */
    public String text() {
        String times = leftOut == 1 ? " time" : " times";
        return leftOut == 0 ? sentence : sentence + " (The same came up " + leftOut + times
                + " since this was told last.)";
    }

    /** For a mail, or a terminal. */
    public String letter() {
        return about + ": " + text() + "\n\nnode: " + node + "\nname: " + service + "\ntime: " + at + "\n";
    }

    /** For programs: one JSON object on one line. */
    public String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", at);
        all.put("node", node);
        all.put("service", service);
        all.put("kind", kind.name().toLowerCase(Locale.ROOT));
        all.put("about", about);
        all.put("text", text());
        all.put("leftOut", leftOut);
        return JsonText.of(all);
    }

    /** For an incoming webhook of Slack's, which takes &amp;, &lt; and &gt; for its own. */
    public String slack() {
        String plain = "*" + title() + "*\n" + text();
        return JsonText.of(Map.of("text", plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ");
    }
}
