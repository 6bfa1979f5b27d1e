package bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import network.Net;
import network.Running;

/** A loop in bash on both machines, as many would write it first: who sees the other one dead takes the name. */
final class LoopContender implements Contender {
    private static final String LOOP = """
            #!/bin/bash
            # Checks the other machine at a fixed rate, and takes the name when that has failed too often in a row.
            failed=0 next=${EPOCHREALTIME/./}
            name() { dig +short +time=1 +tries=1 @%1$s %2$s; }
            here() { curl -sf -o /dev/null -m %3$s http://127.0.0.1/; }
            [[ -n $(name) ]] || ! here || %4$s
            while :; do
              if curl -sf -o /dev/null -m %3$s http://%5$s/; then failed=0; else failed=$((failed + 1)); fi
              if ((failed >= %6$d)) && here && [[ $(name) != %7$s ]]; then %4$s; fi
              next=$((next + %8$d)) now=${EPOCHREALTIME/./}
              wait=$((next > now ? next - now : 0))
              ((wait)) || next=$now
              sleep "$(printf '%%d.%%06d' $((wait / 1000000)) $((wait %% 1000000)))"
            done
            """;
    private final Provider provider;

    private LoopContender(Provider provider) {
        this.provider = provider;
    }

    static LoopContender withAwsCli() {
        return new LoopContender(Provider.AWS_CLI);
    }

    static LoopContender withCurl() {
        return new LoopContender(Provider.CURL);
    }

    @Override
    public String name() {
        return "loop-" + provider;
    }

    @Override
    public List<String> packages() {
        return provider == Provider.AWS_CLI ? List.of("bash", "curl", "awscli") : List.of("bash", "curl");
    }

    @Override
    public Running start(Site site, String machine) {
        String other = machine.equals("lb1") ? "lb2" : "lb1";
        Path loop = Provider.executable(site, machine + "-loop", LOOP.formatted(Net.address("dns"), Site.SERVICE,
                site.setting.timeout().toSeconds(), provider.script(site, machine), Net.address(other),
                site.setting.fall(), Net.address(machine), site.setting.interval().toNanos() / 1000));
        return Running.start(site.net.namespace(machine), machine + "'s loop", site.folder.resolve(machine
                + "-loop.log"), Map.of(), List.of(loop.toString()));
    }

    /** By the same script, called by hand. */
    @Override
    public HandOver handOver(Site site, String from, String to) {
        Path script = provider.script(site, to);
        long typed = System.nanoTime();
        Running.start(site.net.namespace(to), "taking the name", site.folder.resolve("by-hand.log"), Map.of(),
                List.of(script.toString()));
        return new HandOver(typed, typed);
    }
}
