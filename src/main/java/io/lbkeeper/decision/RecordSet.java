package io.lbkeeper.decision;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * All records of one name and type, as the DNS provider's API tells them.
 *
 * @param name   lower case, without the final dot
 * @param type   {@code A}, {@code AAAA}, {@code TXT}, {@code CNAME}, …
 * @param ttl    whole seconds; zero where the provider tells none (an alias)
 * @param values in the provider's own notation (TXT in its quotes)
 * @param policy {@code simple}, or what else the provider makes of it: {@code alias to …}, {@code weighted set …}
 */
public record RecordSet(String name, String type, Duration ttl, List<String> values, String policy) {
    public static final String SIMPLE = "simple";

    public RecordSet {
        name = withoutDot(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(ttl);
        values = List.copyOf(values);
        Objects.requireNonNull(policy);
    }

    public static RecordSet simple(String name, String type, Duration ttl, String... values) {
        return new RecordSet(name, type, ttl, List.of(values), SIMPLE);
    }

    public boolean isSimple() {
        return policy.equals(SIMPLE);
    }

    /** Whether this is an address record (A or AAAA). */
    public boolean isAddress() {
        return type.equals("A") || type.equals("AAAA");
    }

    /** Whether it takes the place of a plain address record: a CNAME, or an address by an alias or a policy. */
    boolean isForeign() {
        return type.equals("CNAME") || isAddress() && !isSimple();
    }

    /** Whether both say the same; the order of the values says nothing. */
    public boolean sameAs(RecordSet other) {
        return name.equals(other.name) && type.equals(other.type) && ttl.equals(other.ttl)
                && policy.equals(other.policy) && Set.copyOf(values).equals(Set.copyOf(other.values));
    }

    static String withoutDot(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    @Override
    public String toString() {
        String what = isSimple() ? String.join(", ", values) : policy;
        return name + " " + type + " " + what + " (TTL " + ttl.toSeconds() + " s)";
    }
}
