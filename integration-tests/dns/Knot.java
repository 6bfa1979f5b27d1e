package dns;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public final class Knot extends NameServerProcess {
    private static final String REMOTE = """
              - id: secondary1
                address: 192.0.2.54@53
                via: 192.0.2.53
            """;

    public Knot(Path folder, Place place, Zone zone) {
        super(folder, place, zone);
    }

    @Override
    public String title() {
        return "Knot";
    }

    @Override
    public String refusal() {
        return "NOTAUTH(BADKEY)";
    }

    @Override
    protected void prepare() {
        Sample config = Sample.of("knot.conf").with("/var/lib/knot", folder.toString())
                .with("/run/knot", folder.toString()).with("192.0.2.53@53", place.withAt())
                .with("what keymgr -t lbkeeper hmac-sha256 prints", key().secret());
        if (zone.isPrimary()) {
            Sample.of("example.com.zone").with("192.0.2.53", place.address()).write(folder, "example.com.zone");
            config = zone.secondaries().isEmpty() ? withoutSecondaries(config) : withSecondaries(config);
        } else {
            config = config.until("acl:").with(REMOTE, secondary(zone.source().orElseThrow()));
        }
        config.write(folder, "knot.conf");
    }

    private static Sample withoutSecondaries(Sample config) {
        return config.with("remote:\n" + REMOTE, "").with(", transfers]", "]")
                .with("    notify: [secondary1]\n", "").with("address: 192.0.2.54\n", "address: 127.0.0.1\n");
    }

    private Sample withSecondaries(Sample config) {
        String remotes = IntStream.rangeClosed(1, zone.secondaries().size())
                .mapToObj(number -> REMOTE.replace("secondary1", "secondary" + number)
                        .replace("192.0.2.54@53", zone.secondaries().get(number - 1).withAt()))
                .collect(Collectors.joining());
        String notified = IntStream.rangeClosed(1, zone.secondaries().size())
                .mapToObj(number -> "secondary" + number).collect(Collectors.joining(", "));
        return config.with(REMOTE, remotes).with("[secondary1]", "[" + notified + "]")
                .with("address: 192.0.2.54\n", "address: ["
                        + zone.transferringAddresses().collect(Collectors.joining(", ")) + "]\n")
                .with("192.0.2.53", place.address());
    }

    private String secondary(Place source) {
        return """
                  - id: source
                    address: %s
                    via: %s

                acl:
                  - id: notices
                    address: %s
                    action: notify

                zone:
                  - domain: example.com
                    storage: %s
                    file: example.com.secondary
                    master: source
                    acl: [notices]
                """.formatted(source.withAt(), place.address(), source.address(), folder);
    }

    @Override
    protected List<String> command() {
        return List.of("knotd", "-c", folder.resolve("knot.conf").toString());
    }
}
