package dns;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import network.Tool;

/** With its records in SQLite. */
public final class Powerdns extends NameServerProcess {
    private final String more;

    public Powerdns(Path folder, Place place, Zone zone) {
        this(folder, place, zone, "");
    }

    /** @param more lines for its pdns.conf, as for its HTTP API; they win over those before them */
    public Powerdns(Path folder, Place place, Zone zone, String more) {
        super(folder, place, zone);
        this.more = more;
    }

    @Override
    public String title() {
        return "PowerDNS";
    }

    @Override
    public String refusal() {
        return "SERVFAIL";
    }

    @Override
    protected void prepare() {
        String policy = Sample.of("pdns-policy.lua").write(folder, "lbkeeper.lua").toString();
        Sample config = Sample.of("pdns.conf").with("/var/lib/powerdns", folder.toString())
                .with("192.0.2.53", place.address()).with("local-port=53", "local-port=" + place.port())
                .with("/etc/powerdns/lbkeeper.lua", policy)
                .with("allow-axfr-ips=192.0.2.54", "allow-axfr-ips="
                        + zone.transferringAddresses().collect(Collectors.joining(",")))
                .with("also-notify=192.0.2.54", "also-notify=" + zone.secondaries().stream().map(Place::withColon)
                        .collect(Collectors.joining(",")));
        if (zone.isPrimary()) {
            config.followedBy(more).write(folder, "pdns.conf");
            Sample.of("example.com.zone").with("192.0.2.53", place.address()).write(folder, "example.com.zone");
            zoneScript().write(folder, "pdns-zone.sh");
        } else {
            config.with("primary=yes", "secondary=yes").followedBy(more).write(folder, "pdns.conf");
            zoneScript().until("pdnsutil").followedBy(pdnsutil() + " create-secondary-zone " + Zone.NAME + " "
                    + zone.source().orElseThrow().withColon() + "\n").write(folder, "pdns-zone.sh");
        }
        Tool.run("", "sh", folder.resolve("pdns-zone.sh").toString());
    }

    private Sample zoneScript() {
        return Sample.of("pdns-zone.sh").with("/var/lib/powerdns", folder.toString())
                .with("load-zone example.com example.com.zone", "load-zone example.com "
                        + folder.resolve("example.com.zone"))
                .with("'what pdnsutil generate-tsig-key lbkeeper hmac-sha256 prints'", key().secret())
                .with("\npdnsutil ", "\n" + pdnsutil() + " ");
    }

    private String pdnsutil() {
        return "pdnsutil --config-dir=" + folder;
    }

    @Override
    protected List<String> command() {
        // As systemd starts it, with its socket in the folder; and it asks nobody about its own version's safety.
        return List.of("pdns_server", "--config-dir=" + folder, "--socket-dir=" + folder, "--guardian=no",
                "--daemon=no", "--disable-syslog", "--security-poll-suffix=");
    }
}
