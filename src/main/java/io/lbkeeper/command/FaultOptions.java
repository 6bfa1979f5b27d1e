package io.lbkeeper.command;

import io.lbkeeper.localroute53.LocalRoute53Options;
import io.lbkeeper.localroute53.faults.Fault;
import io.lbkeeper.localroute53.faults.FaultKind;
import io.lbkeeper.localroute53.faults.RateLimit;
import io.lbkeeper.localroute53.signing.Credentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the embedded Route 53 does worse than it could, or looks at more closely, because it was asked to. */
final class FaultOptions {
    private static final List<String> FORM = List.of("",
            "A FAULT is KIND[=TIME][:CALL[:TIMES]], such as drop-after:GetChange:3. CALL is a call's name in Route"
                    + " 53's API Reference, or * for all; without one it is all (of prior-request:"
                    + " ChangeResourceRecordSets). TIMES is a count, 3 for the next three calls, or a chance, 30%% for"
                    + " about every third; without it each call is struck. TIME is written as 500ms, 2s or 5m; a delay"
                    + " is at most 60s. Of several faults those that are for a call strike it in the order given, up"
                    + " to the first that decides its answer. KIND is one of:");
    private static final List<String> RUNNING = List.of("",
            "While it runs, GET http://HOST:PORT/local/faults tells the faults and how often they struck, PUT with one"
                    + " FAULT a line sets others in their place, and DELETE ends them all.");

    @Option(names = "--fault", paramLabel = "FAULT",
            description = "What goes wrong; may be given several times. See below.")
    private List<String> faults = new ArrayList<>();
    @Option(names = "--rate", paramLabel = "RATE",
            description = "Throttles calls over this rate, as 10/s or 10/s,burst=50; aws: the rates that AWS documents,"
                    + " for the account and for each call (default: no limit).")
    private String rate;
    @Option(names = "--seed", paramLabel = "NUMBER",
            description = "Draws faults by chance, and DNS answers by weight, as in another run (default: any).")
    private Long seed;
    @Option(names = "--credentials", paramLabel = "FILE|env",
            description = "Takes only requests signed with a key of this file (lines of KEY:SECRET, or the credentials"
                    + " file of the AWS tools), or with AWS_ACCESS_KEY_ID of the environment (default: any"
                    + " Authorization header will do).")
    private String credentials;

    @Spec(Spec.Target.MIXEE)
    void explainIn(CommandSpec command) {
        Stream<String> kinds = Arrays.stream(FaultKind.values()).map(kind -> String.format("  %-18s %s",
                kind.word() + (kind.takesTime() ? "=TIME" : ""), kind.effect().replace("%", "%%")));
        command.usageMessage().footer(Stream.of(FORM.stream(), kinds, RUNNING.stream()).flatMap(lines -> lines)
                .toArray(String[]::new));
    }

    /** @throws IllegalArgumentException where one is not understood; says what is allowed */
    LocalRoute53Options appliedTo(LocalRoute53Options options) throws IOException {
        LocalRoute53Options applied = options.withFaults(Fault.parseAll(faults));
        if (rate != null) {
            applied = applied.withRate(RateLimit.parse(rate));
        }
        if (seed != null) {
            applied = applied.withSeed(seed);
        }
        if (credentials != null) {
            applied = applied.withCredentials(credentials.equals("env") ? Credentials.ofEnvironment(System.getenv())
                    : Credentials.read(Path.of(credentials)));
        }
        return applied;
    }

    /** One line about all that is not as usual; nothing where it is. */
    static Optional<String> tell(LocalRoute53Options options) {
        List<String> said = new ArrayList<>();
        options.faults().forEach(fault -> said.add("fault " + fault));
        options.rate().ifPresent(limit -> said.add("rate " + limit));
        if (!said.isEmpty()) {
            said.add("seed " + options.seed());
        }
        options.credentials().ifPresent(keys -> said.add("signatures checked with " + keys));
        return said.isEmpty() ? Optional.empty() : Optional.of("local Route 53: " + String.join("; ", said));
    }
}
