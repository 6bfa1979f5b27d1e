package io.lbkeeper.command;

import io.lbkeeper.demo.Demo;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The demo on one machine. */
@Command(name = "demo",
        description = {"Shows on one machine what lbkeeper does: a local Route 53 and DNS, two HAProxies, two "
                + "lbkeepers. It kills the owner's HAProxy and shows the name move.",
                "In a terminal you may then play with it. It leaves nothing behind."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the name moved and stayed", "1:it did not; the last lines say where the logs are",
                "2:bad usage, or this machine lacks something", "130, 143:ended by Ctrl-C, by SIGTERM"})
public final class DemoCommand implements Callable<Integer> {
    @Option(names = "--once", description = "Tell the story once and end, also in a terminal.")
    private boolean once;

    @Option(names = "--network", paramLabel = "127.X.Y", defaultValue = "127.0.0",
            description = "The first three numbers of the addresses to use, for a machine where others are taken "
                    + "(default: ${DEFAULT-VALUE}).")
    private String network;

    @Override
    public Integer call() throws UsageException, IOException {
        if (!Demo.isNetwork(network)) {
            throw new UsageException("--network " + network + " is not the first three numbers of a loopback address; "
                    + "write 127.X.Y, such as 127.7.7");
        }
        return new Demo(System.out, System.err).show(Home.folder(), network, once);
    }
}
