package bench;

import java.time.Duration;
import java.util.List;
import network.Net;
import network.Tool;

/** What takes minutes: loss, a cut link, and rest. Each in a net of its own, all of one kind at the same time. */
final class LongRuns {
    private static final Duration PACE = Duration.ofMillis(50);
    private static final Duration AFTER_CUT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private final Bench bench;

    /** What is done with a site that has settled. */
    private interface Part {
        void play(Site site);
    }

    LongRuns(Bench bench) {
        this.bench = bench;
    }

    void run() {
        bench.inParallel(List.of(() -> playAll(Line.LOSS_10, site -> lose(site, Line.LOSS_10, 10)),
                () -> playAll(Line.LOSS_30, site -> lose(site, Line.LOSS_30, 30))));
        bench.inParallel(List.of(() -> playAll(Line.CUT, this::cut), () -> playAll(Line.RSS, this::rest)));
    }

    private void playAll(Line line, Part part) {
        if (!bench.lines().contains(line)) {
            return;
        }
        bench.forEachContender(contender -> {
            Setting setting = contender.obstacle(Setting.FALL_3).isEmpty() ? Setting.FALL_3 : Setting.FALL_1;
            if (setting == Setting.FALL_1 && line != Line.RSS) {
                bench.results.note(contender.name(), line, "with fall 1");
            }
            try (Site site = new Site(contender, setting, line.id, PACE)) {
                site.open();
                Wait.pause(setting.interval().multipliedBy(bench.options.settle));
                part.play(site);
            } catch (Missed failed) {
                bench.results.fail(contender.name(), line, failed.getMessage());
            }
        });
    }

    private void lose(Site site, Line line, int percent) {
        long began = System.nanoTime();
        site.net.loseSome("lb1", "lb2", percent);
        Wait.pause(bench.options.loss());
        count(site, line, began, System.nanoTime());
    }

    /** Who goes back by itself has moved once for two changes. */
    private void count(Site site, Line line, long fromNanos, long toNanos) {
        String home = site.machine("lb1").address();
        long changes = site.answers().between(fromNanos, toNanos).stream().filter(answer -> site.contender
                .asksProvider() || !answer.equals(home)).count();
        bench.results.add(site.contender.name(), line, changes);
        bench.tell(site.contender, line, changes);
    }

    private void cut(Site site) {
        long began = System.nanoTime();
        site.net.cut("lb1", "lb2");
        Wait.pause(bench.options.cut());
        count(site, Line.CUT, began, System.nanoTime());
        if (!site.contender.asksProvider() && !answerOf(site, "lb1").equals(answerOf(site, "lb2"))) {
            bench.results.note(site.contender.name(), Line.CUT, "the two servers answer differently");
        }
        long mended = System.nanoTime();
        site.net.heal();
        Wait.pause(AFTER_CUT);
        count(site, Line.AFTER_CUT, mended, System.nanoTime());
    }

    private static String answerOf(Site site, String server) {
        return Tool.attempt("", "ip", "netns", "exec", site.net.namespace("client"), "dig", "+short", "+time=1", "@"
                + Net.address(server), Site.SERVICE).printed();
    }

    /** Warm first; nobody asks the DNS meanwhile, since some would answer in the process that is measured. */
    private void rest(Site site) {
        Machine holder = site.holder();
        List<Machine> machines = List.of(holder, site.other(holder));
        site.stopProber();
        Duration half = bench.options.loss().dividedBy(2);
        Wait.pause(half);
        List<Usage> before = machines.stream().map(LongRuns::usage).toList();
        long began = System.nanoTime();
        while (System.nanoTime() - began < half.toNanos()) {
            Wait.pause(BETWEEN_LOOKS);
            machines.stream().map(LongRuns::usage).forEach(usage -> {
                bench.results.add(site.contender.name(), Line.RSS, usage.rssMebibytes());
                bench.results.add(site.contender.name(), Line.PSS, usage.pssMebibytes());
            });
        }
        double intervals = (System.nanoTime() - began) / (double) site.contender.interval(site.setting)
                .toNanos();
        for (int i = 0; i < machines.size(); i++) {
            double millis = (usage(machines.get(i)).cpuMillis() - before.get(i).cpuMillis()) / intervals;
            bench.results.add(site.contender.name(), i == 0 ? Line.CPU_HOLDER : Line.CPU_OTHER, millis);
        }
        bench.tell(site.contender, Line.RSS, usage(holder).rssMebibytes());
    }

    private static Usage usage(Machine machine) {
        return Usage.of(machine.agent().processes());
    }
}
