package io.lbkeeper.command;

import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.LocalRoute53Options;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.faults.DurationText;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the embedded Route 53 until it is told to stop. */
@Command(name = "local-route53",
        description = "An embedded endpoint that speaks Route 53's API and answers the same records over DNS.")
public final class LocalRoute53Command implements Callable<Integer> {
    private static final Pattern ADDRESS = Pattern.compile("(?:\\[([0-9A-Fa-f:.%\\w]+)]|([^\\[\\]:\\s]+)):(\\d{1,5})");
    private static final Pattern ZONE = Pattern.compile("([^=]+)=([^=]+)");
    private static final int HIGHEST_PORT = 65_535;

    @Option(names = "--api", paramLabel = "HOST:PORT", defaultValue = "127.0.0.1:8053",
            description = "Where the API listens (default ${DEFAULT-VALUE}; port 0: any free one).")
    private String api;
    @Option(names = "--dns", paramLabel = "HOST:PORT", defaultValue = "127.0.0.1:8054",
            description = "Where DNS listens, UDP and TCP (default ${DEFAULT-VALUE}; port 0: any free one).")
    private String dns;
    @Option(names = "--zone", paramLabel = "NAME=ID", defaultValue = "example.com=ZEXAMPLE",
            description = "A zone and its id; may be given several times (default ${DEFAULT-VALUE}, but none beside"
                    + " a --file that is there already).")
    private List<String> zones;
    @Option(names = "--file", paramLabel = "FILE",
            description = "Keeps zones, records, tags and health checks in this file over a restart. Zones that it has"
                    + " stay as they are in it (default: all is forgotten at the end).")
    private Path file;
    @Option(names = "--insync-after", paramLabel = "DURATION", defaultValue = "1s",
            description = "How long GetChange tells PENDING, as 500ms, 1s or 2m (default ${DEFAULT-VALUE}).")
    private String insyncAfter;
    @Mixin
    private FaultOptions faults;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try {
            serve(options());
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("local-route53: " + e.getMessage());
            err.flush();
            return RootCommand.USAGE;
        }
    }

    private void serve(LocalRoute53Options options) throws IOException, InterruptedException {
        try (LocalRoute53 local = LocalRoute53.start(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(local::close, "local-route53-stop"));
            PrintWriter out = spec.commandLine().getOut();
            out.println("local Route 53 ready: API http://" + withPort(api, local.apiPort()) + ", DNS "
                    + withPort(dns, local.dnsPort()) + " (UDP and TCP), zones " + local.zones().stream()
                    .map(zone -> withoutDot(zone.name()) + "=" + zone.id()).collect(Collectors.joining(", ")));
            FaultOptions.tell(options).ifPresent(out::println);
            out.flush();
            // SIGTERM ends the process from outside of this thread, once the hook has run.
            new CountDownLatch(1).await();
        }
    }

    private LocalRoute53Options options() throws IOException {
        LocalRoute53Options options = LocalRoute53Options.on(address("--api", api), address("--dns", dns))
                .withZones(zones()).withInsyncAfter(duration());
        return faults.appliedTo(file == null ? options : options.withFile(file));
    }

    /** The default zone is for a first start: who has deleted it does not want it back. */
    private List<HostedZone> zones() {
        boolean asked = spec.commandLine().getParseResult().hasMatchedOption("--zone");
        List<HostedZone> hosted = new ArrayList<>();
        if (asked || file == null || !Files.exists(file)) {
            zones.forEach(given -> hosted.add(zone(given)));
        }
        return hosted;
    }

    private static HostedZone zone(String given) {
        Matcher form = ZONE.matcher(given);
        if (!form.matches()) {
            throw new IllegalArgumentException("--zone " + given + " is not NAME=ID: write example.com=ZEXAMPLE");
        }
        try {
            return HostedZone.create(form.group(2), form.group(1));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--zone " + given + ": " + e.getMessage(), e);
        }
    }

    private static InetSocketAddress address(String option, String given) {
        Matcher form = ADDRESS.matcher(given);
        if (!form.matches() || Integer.parseInt(form.group(3)) > HIGHEST_PORT) {
            throw new IllegalArgumentException(option + " " + given
                    + " is not HOST:PORT with a port of 0 to 65535: write 127.0.0.1:8053 or [::1]:8053");
        }
        String host = form.group(1) != null ? form.group(1) : form.group(2);
        InetSocketAddress address = new InetSocketAddress(host, Integer.parseInt(form.group(3)));
        if (address.isUnresolved()) {
            throw new IllegalArgumentException(option + " " + given + ": no address found for host " + host
                    + ": write an address, such as 127.0.0.1");
        }
        return address;
    }

    private Duration duration() {
        return DurationText.read(insyncAfter).orElseThrow(() -> new IllegalArgumentException("--insync-after "
                + insyncAfter + " is not a duration: write " + DurationText.ALLOWED));
    }

    private static String withoutDot(String name) {
        return name.substring(0, name.length() - 1);
    }

    private static String withPort(String given, int port) {
        return given.substring(0, given.lastIndexOf(':') + 1) + port;
    }
}
