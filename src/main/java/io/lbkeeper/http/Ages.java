package io.lbkeeper.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as people read them on the page. */
final class Ages {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'")
            .withZone(ZoneOffset.UTC);

    private Ages() {
    }

    /** "12 s", "3 min", "2 h 5 min", "4 days". A clock that was set back makes nobody younger than now. */
    static String words(Duration age) {
        Duration whole = age.isNegative() ? Duration.ZERO : age;
        if (whole.toMinutes() < 1) {
            return whole.toSeconds() + " s";
        }
        if (whole.toHours() < 1) {
            return whole.toMinutes() + " min";
        }
        if (whole.toDays() < 2) {
            return whole.toHours() + " h" + (whole.toMinutesPart() == 0 ? "" : " " + whole.toMinutesPart() + " min");
        }
        return whole.toDays() + " days";
    }

    static String at(Instant time) {
        return TIME.format(time);
    }

    /** For the attribute {@code datetime}. */
    static String exactly(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
