package io.lbkeeper.localroute53.zone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.xbill.DNS.Address;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * The syntax of a record's value, type by type, and its DNS form.
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html
 */
public final class RecordData {
    private static final Pattern IPV4 = Pattern.compile(
            "(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final int STRING_LIMIT_OCTETS = 255;
    private static final String QUOTED = "\\s+\"(?:[^\"\\\\]|\\\\.)*+\"";
    /** Of types whose strings Route 53 wants in quotation marks, where they are. */
    private static final Map<RecordType, Pattern> QUOTED_STRINGS = Map.of(
            RecordType.CAA, Pattern.compile("\\s*\\d+\\s+\\w+" + QUOTED + "\\s*"),
            RecordType.NAPTR, Pattern.compile("\\s*\\d+\\s+\\d+" + QUOTED.repeat(3) + "\\s+\\S+\\s*"));

    private RecordData() {
    }

    public static Record parse(Name owner, RecordType type, long ttlSeconds, String value) throws UnacceptableText {
        return switch (type) {
            case A -> address(owner, type, ttlSeconds, value);
            case AAAA -> address(owner, type, ttlSeconds, value);
            case TXT, SPF -> record(owner, type, ttlSeconds, characterStrings(value));
            case CNAME, NS, PTR -> target(owner, type, ttlSeconds, value);
            default -> fields(owner, type, ttlSeconds, value);
        };
    }

    private static Record address(Name owner, RecordType type, long ttlSeconds, String value) throws UnacceptableText {
        refuseSpaces(type, value);
        boolean four = type == RecordType.A;
        byte[] octets = four
                ? IPV4.matcher(value).matches() ? Address.toByteArray(value, Address.IPv4) : null
                : value.indexOf('%') < 0 ? Address.toByteArray(value, Address.IPv6) : null;
        if (octets == null) {
            String version = four ? "IPv4" : "IPv6";
            throw new UnacceptableText(type + "RRDATAIllegal" + version + "Address (Value is not a valid " + version
                    + " address)", value);
        }
        return record(owner, type, ttlSeconds, octets);
    }

    private static Record target(Name owner, RecordType type, long ttlSeconds, String value) throws UnacceptableText {
        refuseSpaces(type, value);
        DomainName.parse(value);
        return record(owner, type, ttlSeconds, DomainName.toDns(value).toWire());
    }

    private static void refuseSpaces(RecordType type, String value) throws UnacceptableText {
        if (value.isEmpty() || value.chars().anyMatch(Character::isWhitespace)) {
            throw new UnacceptableText(type + "RRDATANotSingleField (Value contains spaces)", value);
        }
    }

    /** One or more strings in double quotes, each at most 255 octets, as the wire has them. */
    private static byte[] characterStrings(String value) throws UnacceptableText {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        int at = 0;
        do {
            ByteArrayOutputStream string = new ByteArrayOutputStream();
            at = readString(value, at, string);
            if (string.size() > STRING_LIMIT_OCTETS) {
                throw new UnacceptableText("CharacterStringTooLong (Value is too long)", value);
            }
            wire.write(string.size());
            wire.writeBytes(string.toByteArray());
            int next = at;
            while (next < value.length() && (value.charAt(next) == ' ' || value.charAt(next) == '\t')) {
                next++;
            }
            if (next == at && at < value.length()) {
                throw notQuoted(value);
            }
            at = next;
        } while (at < value.length());
        return wire.toByteArray();
    }

    private static int readString(String value, int start, ByteArrayOutputStream string) throws UnacceptableText {
        if (start >= value.length() || value.charAt(start) != '"') {
            throw notQuoted(value);
        }
        for (int i = start + 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                return i + 1;
            }
            if (c == '\\' && i + 1 < value.length() && (value.charAt(i + 1) == '"' || value.charAt(i + 1) == '\\')) {
                string.write(value.charAt(++i));
            } else if (c == '\\') {
                string.write(OctalEscape.read(value, i));
                i += OctalEscape.LENGTH - 1;
            } else if (c >= ' ' && c < 0x7f) {
                string.write(c);
            } else {
                throw new UnacceptableText("UnsupportedCharacter (Value contains unsupported characters)", value);
            }
        }
        throw notQuoted(value);
    }

    private static UnacceptableText notQuoted(String value) {
        return new UnacceptableText("InvalidCharacterString (Value should be enclosed in quotation marks)", value);
    }

    /** The other types are read by dnsjava, whose escapes are decimal. */
    private static Record fields(Name owner, RecordType type, long ttlSeconds, String value) throws UnacceptableText {
        if (value.chars().anyMatch(c -> c < ' ' || c > 0x7e || c == '(' || c == ';' && type != RecordType.CAA)) {
            throw new UnacceptableText("UnsupportedCharacter (Value contains unsupported characters)", value);
        }
        if (value.strip().startsWith("\\#")) {
            // RFC 3597 has this form for every type; dnsjava reads it, Route 53 does not.
            throw new UnacceptableText(type + "RRDATANotValid (Value is in the form of unknown types)", value);
        }
        if (QUOTED_STRINGS.containsKey(type) && !QUOTED_STRINGS.get(type).matcher(value).matches()) {
            throw new UnacceptableText(type + "RRDATANotValid (Value should have its strings enclosed in quotation"
                    + " marks)", value);
        }
        try {
            return Record.fromString(owner, type.dnsType(), DClass.IN, ttlSeconds, OctalEscape.toDecimal(value),
                    Name.root);
        } catch (IOException | RuntimeException e) {
            throw new UnacceptableText(type + "RRDATANotValid (" + e.getMessage() + ")", value);
        }
    }

    private static Record record(Name owner, RecordType type, long ttlSeconds, byte[] data) {
        return Record.newRecord(owner, type.dnsType(), DClass.IN, ttlSeconds, data);
    }
}
