package io.lbkeeper.command;

import io.lbkeeper.check.online.OnlineCheck;
import io.lbkeeper.check.online.OnlineFinding.Grade;
import io.lbkeeper.check.online.OnlineFindings;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The part of {@code check} that asks the world. */
final class OnlineOptions {
    private static final int DNS_PORT = 53;
    private static final int LARGEST_PORT = 65535;
    private static final Pattern RESOLVER = Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([^:\\[\\]]+))(?::(\\d{1,5}))?"
            + "|([0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)");

    @Option(names = "--online", description = "Ask the world too, when settings and routes are good: the credentials, "
            + "the zone and its delegation, the records, the HAProxies, the settings of the other nodes, the clocks.")
    private boolean wanted;

    @Option(names = "--resolver", paramLabel = "HOST[:PORT]", description = "Whom to ask for the zone's delegation, a "
            + "resolver or the parent zone's name server (default: the system's resolvers).")
    private Optional<String> resolver = Optional.empty();

    boolean isWanted() {
        return wanted;
    }

    /**
     * Asks, and prints what was found.
     *
     * @param isGood whether settings and routes are good
     * @return the exit code of both parts
     */
    int look(boolean isGood, Path config, RoutesFolder folder, PrintWriter out) throws UsageException {
        Optional<InetSocketAddress> asked = resolver.isPresent() ? Optional.of(address(resolver.get()))
                : Optional.empty();
        if (!isGood) {
            out.println("online: nothing was asked, since settings and routes are not good yet");
            return RootCommand.BROKEN;
        }
        OnlineFindings findings = new OnlineCheck(asked, Instant::now).of(read(config, folder), folder.folder());
        findings.all().forEach(out::println);
        out.println("online: " + conclusion(findings));
        return findings.isWrong() ? RootCommand.BROKEN : findings.isComplete() ? 0 : RootCommand.COULD_NOT_ASK;
    }

    private static Settings read(Path config, RoutesFolder folder) throws UsageException {
        try {
            return folder.read(config);
        } catch (SettingsException edited) {
            throw new UsageException("the settings have been changed meanwhile: " + edited.getMessage());
        }
    }

    private static String conclusion(OnlineFindings findings) {
        List<String> parts = new ArrayList<>();
        counted(findings.count(Grade.WRONG), "problem").ifPresent(parts::add);
        counted(findings.count(Grade.WARNING), "warning").ifPresent(parts::add);
        counted(findings.count(Grade.COULD_NOT_ASK), "unanswered question").ifPresent(parts::add);
        return parts.isEmpty() ? "ok" : String.join(", ", parts);
    }

    private static Optional<String> counted(long count, String what) {
        return count == 0 ? Optional.empty() : Optional.of(count + " " + what + (count == 1 ? "" : "s"));
    }

    static InetSocketAddress address(String text) throws UsageException {
        Matcher parts = RESOLVER.matcher(text);
        if (!parts.matches()) {
            throw new UsageException("--resolver " + text + " is neither HOST nor HOST:PORT; an IPv6 address with a "
                    + "port has brackets, such as [2001:db8::1]:53");
        }
        String host = parts.group(1) != null ? parts.group(1) : parts.group(2) != null ? parts.group(2)
                : parts.group(4);
        int port = parts.group(3) == null ? DNS_PORT : Integer.parseInt(parts.group(3));
        if (port < 1 || port > LARGEST_PORT) {
            throw new UsageException("--resolver " + text + ": " + port + " is no port from 1 to " + LARGEST_PORT);
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new UsageException("--resolver " + text + ": there is no host " + host);
        }
    }
}
