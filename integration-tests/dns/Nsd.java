package dns;

import java.nio.file.Path;
import java.util.List;

/** A secondary only: it takes no updates. */
public final class Nsd extends NameServerProcess {
    public Nsd(Path folder, Place place, Zone zone) {
        super(folder, place, zone);
        if (zone.isPrimary()) {
            throw new IllegalArgumentException("NSD takes no updates: it can be a secondary only");
        }
    }

    @Override
    public String title() {
        return "NSD";
    }

    @Override
    public String refusal() {
        return "NOTIMP";
    }

    @Override
    protected void prepare() {
        Place source = zone.source().orElseThrow();
        Sample.of("nsd.conf").with("192.0.2.54@53", place.withAt()).with("/var/lib/nsd", folder.toString())
                .with("192.0.2.53@53", source.withAt()).with("192.0.2.53", source.address())
                .write(folder, "nsd.conf");
    }

    @Override
    protected List<String> command() {
        // It stays who it was started as: its folder belongs to the tests.
        return List.of("nsd", "-d", "-u", "", "-c", folder.resolve("nsd.conf").toString());
    }
}
