package io.lbkeeper.command;

import io.lbkeeper.notice.Deliveries;
import io.lbkeeper.notice.Notices;
import io.lbkeeper.service.Service;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries out whether notices arrive. */
@Command(name = "notify-test",
        description = "Sends one test notice over each channel of lb.notify, through your own route deliver-notice and "
                + "your kamelets, with one try each, and tells what became of it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it arrived over each channel", "1:over one it did not",
                "2:bad usage, settings or routes, or no channel"})
public final class NotifyTestCommand implements Callable<Integer> {
    /** For what is not the channel's own try: starting, and the route before it. */
    private static final Duration BESIDES = Duration.ofSeconds(5);

    @Mixin
    private ConfigOptions options;

    @Option(names = "--channel", paramLabel = "NAME", description = "Over this channel of lb.notify only.")
    private String channel;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws UsageException, SettingsException, InterruptedException {
        RoutesFolder folder = options.folder();
        Settings settings = chosen(options.settings(folder));
        List<String> channels = settings.reporting().channels();
        Outcomes outcomes = new Outcomes();
        Main main = Service.assembleDelivery(settings, folder.folder(), outcomes);
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        try {
            send(main, folder);
            outcomes.await(channels, settings.reporting().timeout().plus(BESIDES));
        } finally {
            main.stop();
        }
        return tell(channels, outcomes.all());
    }

    private Settings chosen(Settings settings) throws UsageException {
        List<String> all = settings.reporting().channels();
        if (all.isEmpty()) {
            throw new UsageException(options.config() + ": lb.notify is empty, so nobody is told anything besides the "
                    + "log; name a channel there, such as lb.notify=webhook");
        }
        if (channel != null && !all.contains(channel)) {
            throw new UsageException("--channel " + channel + " is not in lb.notify=" + String.join(",", all));
        }
        return channel == null ? settings : settings.toldOver(List.of(channel));
    }

    private static void send(Main main, RoutesFolder folder) throws UsageException {
        try {
            main.start();
        } catch (RuntimeException e) {
            throw new UsageException("the routes in " + folder.folder() + " could not be started: " + Causes.of(e));
        }
        CamelContext camel = main.getCamelContext();
        if (camel.getRoute("deliver-notice") == null) {
            throw new UsageException("there is no route deliver-notice in " + folder.folder() + ", so nobody would "
                    + "ever be told; copy deliver-notice.camel.yaml from the distribution");
        }
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            template.sendBody("seda:notices", camel.getRegistry().lookupByNameAndType("notices", Notices.class).test());
        } catch (IOException e) {
            throw new UsageException("the notice could not be sent: " + Causes.of(e));
        }
    }

    private int tell(List<String> channels, Map<String, String> outcomes) {
        PrintWriter out = spec.commandLine().getOut();
        boolean good = true;
        for (String one : channels) {
            String outcome = outcomes.getOrDefault(one, "no outcome in time; either it hangs, or the route "
                    + "deliver-notice does not hand notices of this kind to it");
            good &= outcome.isEmpty();
            out.println(one + ": " + (outcome.isEmpty() ? "sent" : "failed: " + outcome));
        }
        out.flush();
        return good ? 0 : RootCommand.BROKEN;
    }

    /** By channel what became of the notice: why it was lost, or nothing. */
    private static final class Outcomes implements Deliveries {
        private final Map<String, String> all = new LinkedHashMap<>();

        @Override
        public synchronized void arrived(String channel) {
            all.putIfAbsent(channel, "");
            notifyAll();
        }

        @Override
        public void retried(String channel) {
            throw new IllegalStateException("a test has one try, and " + channel + " began another");
        }

        @Override
        public synchronized void lost(String channel, String why) {
            all.put(channel, why);
            notifyAll();
        }

        synchronized Map<String, String> all() {
            return Map.copyOf(all);
        }

        synchronized void await(List<String> channels, Duration longest) throws InterruptedException {
            long endNanos = System.nanoTime() + longest.toNanos();
            while (!all.keySet().containsAll(channels) && System.nanoTime() < endNanos) {
                wait(Math.max(1, Duration.ofNanos(endNanos - System.nanoTime()).toMillis()));
            }
        }
    }
}
