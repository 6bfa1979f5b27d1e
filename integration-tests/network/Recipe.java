package network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The shipped recipe "PowerDNS on the load balancers", its files written for the machines of a net. */
final class Recipe {
    private static final Path FILES = Path.of("src/main/recipes/powerdns-on-the-load-balancers");
    private static final Path ROUTES = Path.of("routes");
    static final String NSD = Net.address("dns");
    /** On the same machine as the other secondary, at an address of its own. */
    static final String BIND = NSD.replaceAll("\\d+$", "11");
    /** What the recipe says, and what is meant here. */
    private static final Map<String, String> ADDRESSES = Map.of("203.0.113.10", Net.address("lb1"),
            "203.0.113.20", Net.address("lb2"), "198.51.100.53", NSD, "198.51.100.54", BIND);
    /** In base64, as keys for TSIG are. */
    private static final String KEY = "d2hhdCB0aGUgdGVzdHMga25vdywgYW5kIG5vIG90aGVy";
    private static final Map<String, String> BRISK = Map.ofEntries(Map.entry("lb.ttl", "5s"),
            Map.entry("lb.check.interval", "1s"), Map.entry("lb.check.fastinter", "500ms"),
            Map.entry("lb.check.timeout", "900ms"), Map.entry("lb.address.timeout", "900ms"),
            Map.entry("lb.dns.timeout", "900ms"), Map.entry("lb.records.interval", "2s"),
            Map.entry("lb.hold-down", "0s"), Map.entry("lb.follow.interval", "1s"));

    private final Path folder;

    Recipe(Path folder) {
        this.folder = folder;
        write("keys/tsig-key", KEY);
        copy("secondaries/nsd.conf", "nsd/nsd.conf", Map.of("/var/lib/nsd", folder.resolve("nsd").toString()));
        copy("secondaries/named.conf", "bind/named.conf", Map.of("/var/lib/bind", folder.resolve("bind").toString(),
                "/run/named", folder.resolve("bind").toString()));
        for (String node : List.of("lb1", "lb2")) {
            Map<String, String> here = new LinkedHashMap<>();
            here.put("/var/lib/powerdns", folder.resolve(node).toString());
            here.put("/etc/lbkeeper", folder.resolve("keys").toString());
            here.put("a long random text, the same on both", "what the tests know");
            here.put("example.com.zone", Path.of(FILES.toString(), "example.com.zone").toAbsolutePath().toString());
            here.put("pdnsutil ", "pdnsutil --config-dir=" + folder.resolve(node) + " ");
            copy(node + "/pdns.conf", node + "/pdns.conf", here);
            copy(node + "/zone.sh", node + "/zone.sh", here);
            copy(node + "/lbkeeper.properties", node + "/lbkeeper.properties", here);
            Tool.run("", "sh", folder.resolve(node).resolve("zone.sh").toString());
        }
        copyRoutes(ROUTES);
        copyRoutes(FILES.resolve("routes"));
    }

    /** The recipe's own settings, at a brisk pace. */
    Map<String, String> settings(String node) {
        Map<String, String> all = new LinkedHashMap<>();
        read(folder.resolve(node).resolve("lbkeeper.properties")).lines().filter(line -> !line.startsWith("#")
                && line.contains("=")).forEach(line -> all.put(line.substring(0, line.indexOf('=')),
                        line.substring(line.indexOf('=') + 1)));
        all.putAll(BRISK);
        all.put("powerdns.interval", "1000");
        all.put("powerdns.second-look", "500");
        all.put("lb.state-dir", folder.resolve(node + "-state").toString());
        return all;
    }

    List<String> powerdns(String node) {
        return List.of("pdns_server", "--config-dir=" + folder.resolve(node), "--socket-dir=" + folder.resolve(node),
                "--guardian=no", "--daemon=no", "--disable-syslog", "--security-poll-suffix=");
    }

    List<String> nsd() {
        return List.of("nsd", "-d", "-u", "", "-c", folder.resolve("nsd/nsd.conf").toString());
    }

    /** A copy of the program: AppArmor confines the one at its own path to its own folders. */
    List<String> bind() {
        Path copy = folder.resolve("bind/named");
        try {
            Files.copy(Path.of("/usr/sbin/named"), copy);
        } catch (IOException failed) {
            throw Tool.failed("copying named, which bin/test installs (see bin/prepare)", failed);
        }
        return List.of(copy.toString(), "-g", "-n", "1", "-c", folder.resolve("bind/named.conf").toString());
    }

    /** What a node's PowerDNS has on its disk, whether it runs or not: its role in the zone. */
    String role(String node) {
        return Tool.run("", "sqlite3", "-cmd", ".timeout 2000", folder.resolve(node).resolve("pdns.sqlite3")
                .toString(), "select type from domains").strip();
    }

    private void copyRoutes(Path from) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write("routes/" + from.relativize(file), read(file));
            }
        } catch (IOException failed) {
            throw Tool.failed("copying the routes in " + from, failed);
        }
    }

    private void copy(String name, String target, Map<String, String> more) {
        String text = read(FILES.resolve(name));
        for (Map.Entry<String, String> change : more.entrySet()) {
            text = text.replace(change.getKey(), change.getValue());
        }
        for (Map.Entry<String, String> change : ADDRESSES.entrySet()) {
            text = text.replace(change.getKey(), change.getValue());
        }
        write(target, text);
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException failed) {
            throw Tool.failed("writing " + folder.resolve(name), failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw Tool.failed("reading " + file, failed);
        }
    }
}
