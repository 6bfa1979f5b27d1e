package io.lbkeeper.observation;

import io.lbkeeper.decision.RecordSet;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** DNS's own record sets as lbkeeper's values, and lbkeeper's values as DNS's own record sets. */
public final class DnsAnswers {
    private static final int FIRST_PLAIN = ' ';
    private static final int LAST_PLAIN = '~';

    private DnsAnswers() {
    }

    public static RecordSet toRecordSet(RRset set) {
        return new RecordSet(set.getName().toString(), Type.string(set.getType()), Duration.ofSeconds(set.getTTL()),
                set.rrs(false).stream().map(DnsAnswers::value).toList(), RecordSet.SIMPLE);
    }

    /** @throws IllegalArgumentException where a value is not one of its type */
    public static RRset fromRecordSet(RecordSet set) {
        RRset records = new RRset();
        for (String value : set.values()) {
            try {
                records.addRR(Record.fromString(Name.fromString(set.name(), Name.root), Type.value(set.type()),
                        DClass.IN, set.ttl().toSeconds(), set.type().equals("TXT") ? withDecimals(value) : value,
                        Name.root));
            } catch (IOException e) {
                throw new IllegalArgumentException("the record set " + set + " is none of DNS: " + e.getMessage(), e);
            }
        }
        return records;
    }

    private static String value(Record record) {
        if (record instanceof TXTRecord txt) {
            return String.join(" ", txt.getStringsAsByteArrays().stream().map(DnsAnswers::quoted).toList());
        }
        // In the form in which a node knows its own, so that it finds itself again.
        return record instanceof ARecord v4 ? OwnAddress.canonical(v4.getAddress())
                : record instanceof AAAARecord v6 ? OwnAddress.canonical(v6.getAddress()) : record.rdataToString();
    }

    /** As the decision reads it: what is not plain is written in octal. */
    private static String quoted(byte[] bytes) {
        StringBuilder text = new StringBuilder("\"");
        for (byte each : bytes) {
            int one = Byte.toUnsignedInt(each);
            if (one < FIRST_PLAIN || one > LAST_PLAIN) {
                text.append(String.format("\\%03o", one));
            } else {
                text.append(one == '"' || one == '\\' ? "\\" : "").append((char) one);
            }
        }
        return text.append('"').toString();
    }

    /** A zone file has decimals where the decision has octals. */
    private static String withDecimals(String value) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < value.length(); at++) {
            if (value.startsWith("\\", at) && value.substring(at + 1, Math.min(at + 4, value.length()))
                    .matches("[0-3][0-7]{2}")) {
                text.append(String.format("\\%03d", Integer.parseInt(value.substring(at + 1, at + 4), 8)));
                at += 3;
            } else if (value.startsWith("\\", at) && at + 1 < value.length()) {
                text.append(value, at, at + 2);
                at++;
            } else {
                text.append(value.charAt(at));
            }
        }
        return text.toString();
    }

    /** How such a failure reads in a sentence. */
    public static String describe(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    /** Those sets, as one reads them after an update. */
    public static List<RRset> fromRecordSets(List<RecordSet> sets) {
        return sets.stream().map(DnsAnswers::fromRecordSet).toList();
    }
}
