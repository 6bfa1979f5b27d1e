package dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

public final class Bind extends NameServerProcess {
    private static final Path PROGRAM = Path.of("/usr/sbin/named");

    public Bind(Path folder, Place place, Zone zone) {
        super(folder, place, zone);
    }

    @Override
    public String title() {
        return "BIND";
    }

    @Override
    public String refusal() {
        return "REFUSED";
    }

    @Override
    protected void prepare() {
        Sample config = Sample.of("named.conf").with("/var/lib/bind", folder.toString())
                .with("/run/named", folder.toString()).with("port 53 {", "port " + place.port() + " {")
                .with("192.0.2.53", place.address())
                .with("what tsig-keygen -a hmac-sha256 lbkeeper prints", key().secret())
                // No rndc: its port is one for all of this machine.
                .followedBy("controls { };\n");
        if (zone.isPrimary()) {
            Sample.of("example.com.zone").with("192.0.2.53", place.address()).write(folder, "example.com.zone");
            config.with("also-notify { 192.0.2.54; };", "also-notify { " + notified() + "};")
                    .with("allow-transfer { 192.0.2.54; };", "allow-transfer { " + transferring() + "};")
                    .write(folder, "named.conf");
        } else {
            config.until("zone \"example.com\"").followedBy(secondary(zone.source().orElseThrow()))
                    .write(folder, "named.conf");
        }
        // A machine with AppArmor confines the program at its own path to /etc/bind and /var/lib/bind.
        try {
            Files.copy(PROGRAM, folder.resolve("named"));
        } catch (IOException failed) {
            throw new UncheckedIOException("copying " + PROGRAM + ", which bin/test installs", failed);
        }
    }

    private String notified() {
        return zone.secondaries().stream().map(secondary -> secondary.address() + " port " + secondary.port() + "; ")
                .collect(Collectors.joining());
    }

    private String transferring() {
        return zone.secondaries().isEmpty() ? "none; " : zone.transferringAddresses()
                .map(address -> address + "; ").collect(Collectors.joining());
    }

    private static String secondary(Place source) {
        return """
                zone "example.com" {
                    type secondary;
                    file "example.com.secondary";
                    primaries { %s port %d; };
                };
                """.formatted(source.address(), source.port());
    }

    @Override
    protected List<String> command() {
        return List.of(folder.resolve("named").toString(), "-g", "-n", "2", "-c",
                folder.resolve("named.conf").toString());
    }
}
