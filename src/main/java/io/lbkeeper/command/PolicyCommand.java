package io.lbkeeper.command;

import io.lbkeeper.policy.NodePolicy;
import io.lbkeeper.policy.UpdatePolicy;
import io.lbkeeper.settings.Rfc2136;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The rights that a node needs. */
@Command(name = "policy", description = {"Prints the IAM policy with the least rights that this node needs, for the "
        + "names and the hosted zone of its settings; with lb.dns=rfc2136, the lines for BIND, Knot and PowerDNS that "
        + "grant its key these names.", "Each node has its own: only its own record may it overwrite."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:bad usage or settings, or a provider without rights of this kind"})
public final class PolicyCommand implements Callable<Integer> {
    private static final List<String> PARTITIONS = List.of("aws", "aws-cn", "aws-us-gov");
    private static final String REGION = "camel.component.aws2-route53.region";

    @Mixin
    private ConfigOptions options;

    @Option(names = "--partition", paramLabel = "NAME", description = "aws, aws-cn or aws-us-gov (default: that of the "
            + "region in " + REGION + ", AWS_REGION or AWS_DEFAULT_REGION, else aws).")
    private Optional<String> partition = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws UsageException, SettingsException {
        Settings settings = options.settings(options.folder());
        if (partition.isPresent() && !PARTITIONS.contains(partition.get())) {
            throw new UsageException("--partition " + partition.get() + " is none of " + String.join(", ", PARTITIONS));
        }
        Optional<String> region = Stream.of(settings.placeholders().getProperty(REGION, ""), variable("AWS_REGION"),
                variable("AWS_DEFAULT_REGION")).filter(name -> !name.isBlank()).findFirst();
        try {
            Optional<Rfc2136> dns = Rfc2136.of(settings);
            spec.commandLine().getOut().print(dns.isPresent() ? UpdatePolicy.of(settings, dns.get())
                    : NodePolicy.of(settings, partition.orElseGet(() -> of(region))));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static String of(Optional<String> region) {
        return region.map(name -> PartitionMetadata.of(Region.of(name)).id()).orElse("aws");
    }

    private static String variable(String name) {
        return System.getenv().getOrDefault(name, "");
    }
}
