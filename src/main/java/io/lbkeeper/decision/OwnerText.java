package io.lbkeeper.decision;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The owner record's TXT value, in quotes as Route 53 holds it, read:
 * {@code "v=1 owner=lb1 address=203.0.113.10 epoch=17 nonce=… inter=5 fast=1"}, and {@code challenger=lb2} while
 * challenged. {@code fast} is left out where it is no shorter than {@code inter}.
 * Keys that a later version may add are passed over; another {@code v} is not read at all.
 */
public sealed interface OwnerText {
    String VERSION = "1";
    List<String> REQUIRED_KEYS = List.of("owner", "address", "epoch", "nonce", "inter");

    /** It is an owner record of a version that is understood. */
    record Readable(OwnerRecord owner) implements OwnerText {
    }

    /** It is none; {@code why} quotes what was seen. */
    record Unreadable(String why) implements OwnerText {
    }

    /** The value to put into the record: one string, or several where one would be too long. */
    static String write(OwnerRecord record) {
        String text = "v=" + VERSION + " owner=" + record.owner() + " address=" + record.address() + " epoch="
                + record.epoch() + " nonce=" + record.nonce() + " inter=" + seconds(record.inter())
                + (record.isFast() ? " fast=" + seconds(record.fast()) : "")
                + record.challenger().map(name -> " challenger=" + name).orElse("");
        return TxtStrings.split(text);
    }

    static OwnerText read(String value) {
        Optional<String> text = TxtStrings.join(value);
        if (text.isEmpty()) {
            return new Unreadable("not a TXT value in double quotes: " + quote(value));
        }
        Map<String, String> fields = new HashMap<>();
        for (String field : text.get().strip().split("[ \t]+")) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2 && fields.putIfAbsent(parts[0], parts[1]) != null) {
                return new Unreadable("the key " + parts[0] + " stands twice in the owner record " + quote(value));
            }
        }
        return read(fields, value);
    }

    private static OwnerText read(Map<String, String> fields, String value) {
        String version = fields.getOrDefault("v", "");
        if (!version.equals(VERSION)) {
            return new Unreadable((version.isEmpty() ? "no version (v=1)" : "version " + quote(version) + ", not 1,")
                    + " in the owner record " + quote(value));
        }
        for (String key : REQUIRED_KEYS) {
            if (!fields.containsKey(key)) {
                return new Unreadable("no " + key + " in the owner record " + quote(value));
            }
        }
        try {
            return new Readable(new OwnerRecord(fields.get("owner"), fields.get("address"), epoch(fields.get("epoch")),
                    fields.get("nonce"), time("inter", fields.get("inter")),
                    time("fast", fields.getOrDefault("fast", fields.get("inter"))),
                    Optional.ofNullable(fields.get("challenger"))));
        } catch (IllegalArgumentException malformed) {
            return new Unreadable(printable(malformed.getMessage()) + ", in the owner record " + quote(value));
        }
    }

    private static long epoch(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("epoch=" + text + " is not a whole number");
        }
        return Long.parseLong(text);
    }

    private static Duration time(String key, String text) {
        if (!text.matches("[0-9]{1,5}(\\.[0-9]{1,9})?")) {
            throw new IllegalArgumentException(key + "=" + text + " is not a number of seconds");
        }
        return Duration.parse("PT" + text + "S");
    }

    private static String seconds(Duration time) {
        String nanos = String.format(Locale.ROOT, "%09d", time.toNanosPart()).replaceAll("0+$", "");
        return time.toSeconds() + (nanos.isEmpty() ? "" : "." + nanos);
    }

    private static String quote(String seen) {
        String line = printable(seen);
        return "[" + (line.length() > 300 ? line.substring(0, 300) + "…" : line) + "]";
    }

    private static String printable(String seen) {
        return seen.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
