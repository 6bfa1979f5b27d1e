package io.lbkeeper.policy;

import io.lbkeeper.settings.Rfc2136;
import io.lbkeeper.settings.Settings;
import java.util.Locale;

/**
 * The rights of one node's key at name servers that take DNS updates: the service names, the owner record and its own
 * name, and nothing else. A server looks at names and types, not at values or prerequisites.
 *
 * @see <a href="https://bind9.readthedocs.io/en/v9.18.0/reference.html#dynamic-update-policies">BIND: update-policy</a>
 * @see <a href="https://www.knot-dns.cz/docs/3.2/html/reference.html#acl-section">Knot DNS: acl</a>
 * @see <a href="https://doc.powerdns.com/authoritative/dnsupdate.html">PowerDNS: TSIG-ALLOW-DNSUPDATE and
 *      lua-dnsupdate-policy-script</a>
 */
public final class UpdatePolicy {
    private static final String POLICY = """
            # BIND 9, named.conf: in the zone "%1$s"
            update-policy {
            %3$s};

            # Knot DNS, knot.conf: among the others, and by its id in the zone's acl
            acl:
              - id: %2$s-updates
                key: %2$s
                action: update
                update-type: [A, AAAA, TXT]
                update-owner: name
                update-owner-match: equal
                update-owner-name: [%4$s]

            # PowerDNS: once, with the other nodes' keys behind it
            pdnsutil set-meta %1$s TSIG-ALLOW-DNSUPDATE %2$s

            # PowerDNS, the file in lua-dnsupdate-policy-script: with a part in grants for each node's key
            local addresses = { [pdns.A] = true, [pdns.AAAA] = true }
            local grants = {
              ['%5$s.'] = {
            %6$s  },
            }
            function updatepolicy(input)
              local names = grants[string.lower(input:getTsigName():toString())] or {}
              local types = names[string.lower(input:getQName():toString())] or {}
              -- An error refuses the whole update; "return false" would leave out this record only.
              if not types[input:getQType()] then error('not granted') end
              return true
            end
            """;

    private UpdatePolicy() {
    }

    /**
     * For the node that the settings are of.
     *
     * @throws IllegalArgumentException where it has no key to which rights could be given
     */
    public static String of(Settings settings, Rfc2136 dns) {
        String key = dns.keyName().orElseThrow(() -> new IllegalArgumentException("lb.rfc2136.key-name is not set: "
                + "rights are given to a key; make one for each node (tsig-keygen -a " + dns.keyAlgorithm() + " "
                + settings.node() + ")"));
        StringBuilder bind = new StringBuilder();
        StringBuilder knot = new StringBuilder();
        StringBuilder powerdns = new StringBuilder();
        for (String name : settings.services()) {
            add(name, key, "A AAAA", bind, knot, powerdns);
        }
        add("_owner." + settings.service(), key, "TXT", bind, knot, powerdns);
        add(settings.node() + "." + settings.domain(), key, "A AAAA", bind, knot, powerdns);
        return POLICY.formatted(dns.zone(), key, bind, knot, key.toLowerCase(Locale.ROOT), powerdns);
    }

    private static void add(String name, String key, String types, StringBuilder bind, StringBuilder knot,
            StringBuilder powerdns) {
        bind.append("    grant ").append(key).append(" name ").append(name).append(". ").append(types).append(";\n");
        knot.append(knot.isEmpty() ? "" : ", ").append(name).append('.');
        powerdns.append("    ['").append(name).append(".'] = ")
                .append(types.equals("TXT") ? "{ [pdns.TXT] = true }" : "addresses").append(",\n");
    }
}
