package io.lbkeeper.localroute53.zone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;

/**
 * A domain name as Route 53 keeps it: lower case, characters other than a-z, 0-9, hyphen and underscore as
 * {@code \ooo}, with the final dot; ordered as Route 53 lists, by its labels reversed.
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 */
public final class DomainName implements Comparable<DomainName> {
    private static final int LABEL_LIMIT_OCTETS = 63;
    private static final int NAME_LIMIT_OCTETS = 255;
    private final List<String> labels;
    private final String text;
    /** Labels from the root down, each with a dot after it, so that a name is a prefix of all names below it. */
    private final String reversed;

    private DomainName(List<String> labels) {
        this.labels = List.copyOf(labels);
        this.text = String.join(".", labels) + ".";
        StringBuilder backwards = new StringBuilder();
        for (int i = labels.size() - 1; i >= 0; i--) {
            backwards.append(labels.get(i)).append('.');
        }
        this.reversed = backwards.toString();
    }

    public static DomainName parse(String given) throws UnacceptableText {
        List<byte[]> read = new ArrayList<>();
        ByteArrayOutputStream label = new ByteArrayOutputStream();
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            if (c == '.') {
                read.add(label.toByteArray());
                label.reset();
            } else if (c == '\\') {
                label.write(OctalEscape.read(given, i));
                i += OctalEscape.LENGTH - 1;
            } else if (c > ' ' && c < 0x7f) {
                label.write(c);
            } else {
                throw new UnacceptableText("UnsupportedCharacter (Value contains unsupported characters)", given);
            }
        }
        if (label.size() > 0 || read.isEmpty()) {
            read.add(label.toByteArray());
        }
        return judged(read, given);
    }

    private static DomainName judged(List<byte[]> labels, String given) throws UnacceptableText {
        int octets = 1;
        for (byte[] label : labels) {
            if (label.length == 0) {
                throw new UnacceptableText("DomainLabelEmpty (Domain label is empty)", given);
            }
            if (label.length > LABEL_LIMIT_OCTETS) {
                throw new UnacceptableText("DomainLabelTooLong (Domain label is too long)", canonical(label));
            }
            octets += label.length + 1;
        }
        if (octets > NAME_LIMIT_OCTETS) {
            throw new UnacceptableText("DomainNameTooLong (Domain name is too long)", given);
        }
        return new DomainName(labels.stream().map(DomainName::canonical).toList());
    }

    /** The name, or nothing where Route 53 would not take it. */
    public static Optional<DomainName> find(String given) {
        try {
            return Optional.of(parse(given));
        } catch (UnacceptableText e) {
            return Optional.empty();
        }
    }

    public static DomainName of(Name dns) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < dns.labels() - 1; i++) {
            byte[] counted = dns.getLabel(i);
            byte[] label = new byte[counted.length - 1];
            System.arraycopy(counted, 1, label, 0, label.length);
            labels.add(canonical(label));
        }
        return new DomainName(labels);
    }

    public Name toDns() {
        return toDns(text);
    }

    /** The same name for DNS messages, in the case in which it was given. */
    static Name toDns(String given) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        String absolute = given.endsWith(".") ? given : given + ".";
        for (String label : absolute.substring(0, absolute.length() - 1).split("\\.")) {
            byte[] octets = OctalEscape.decode(label);
            wire.write(octets.length);
            wire.writeBytes(octets);
        }
        wire.write(0);
        try {
            return new Name(wire.toByteArray());
        } catch (IOException e) {
            throw new IllegalArgumentException("not a domain name: " + given, e);
        }
    }

    private static String canonical(byte[] label) {
        StringBuilder out = new StringBuilder();
        for (byte octet : label) {
            char c = (char) (octet & 0xff);
            char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            boolean plain = lower >= 'a' && lower <= 'z' || lower >= '0' && lower <= '9'
                    || lower == '-' || lower == '_';
            out.append(plain ? String.valueOf(lower) : String.format("\\%03o", (int) lower));
        }
        return out.toString();
    }

    public boolean isWithin(DomainName zone) {
        return reversed.startsWith(zone.reversed);
    }

    public boolean isWildcard() {
        return labels.get(0).equals("\\052");
    }

    /** The name without its first label; asked only of names below a zone's apex. */
    public DomainName parent() {
        return new DomainName(labels.subList(1, labels.size()));
    }

    public DomainName wildcardBelow() {
        List<String> below = new ArrayList<>(labels);
        below.add(0, "\\052");
        return new DomainName(below);
    }

    public int labelCount() {
        return labels.size();
    }

    @Override
    public int compareTo(DomainName other) {
        return reversed.compareTo(other.reversed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DomainName name && text.equals(name.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
