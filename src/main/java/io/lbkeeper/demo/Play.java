package io.lbkeeper.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** After the story: the person breaks things, key by key, and sees what comes of it. */
final class Play {
    private static final String KEYS = """

            Now it is your turn. A small letter is for lb1, a capital one for lb2:
              k K  kill -9 its HAProxy         h H  hang its HAProxy (kill -STOP)
              r R  revive its HAProxy          s S  stop or start its lbkeeper
              a    all records                 ?    these keys            q  quit
            In another terminal:
              dig @%1$s -p %2$d %3$s
              AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION=us-east-1 \\
                aws route53 list-resource-record-sets --hosted-zone-id %4$s --endpoint-url %5$s
            """;
    private static final int END_OF_INPUT = -1;

    private final Stage stage;
    private final InputStream keys;

    Play(Stage stage, InputStream keys) {
        this.stage = stage;
        this.keys = keys;
    }

    /** Ends when the person does. */
    void play(boolean singleKeys) throws IOException {
        explain();
        if (!singleKeys) {
            stage.timeline().note("(This terminal needs Enter after each key.)");
        }
        for (int key = keys.read(); key != 'q' && key != 'Q' && key != END_OF_INPUT; key = keys.read()) {
            obey((char) key);
        }
    }

    private void obey(char key) throws IOException {
        Machine machine = stage.machines().get(Character.isUpperCase(key) ? 1 : 0);
        switch (Character.toLowerCase(key)) {
            case 'k' -> {
                if (machine.hasHaproxy()) {
                    machine.killHaproxy();
                } else {
                    stage.timeline().say("demo", machine.node() + "'s HAProxy does not run; r or R starts it");
                }
            }
            case 'h' -> {
                if (machine.servesHaproxy()) {
                    machine.hangHaproxy();
                } else {
                    stage.timeline().say("demo", machine.node() + "'s HAProxy does not run; r or R revives it");
                }
            }
            case 'r' -> machine.reviveHaproxy();
            case 's' -> {
                if (machine.keeps()) {
                    machine.stopLbkeeper();
                } else {
                    machine.startLbkeeper();
                }
            }
            case 'a' -> showRecords();
            case '?' -> explain();
            case '\n', '\r', ' ' -> { }
            default -> stage.timeline().note("(" + key + " does nothing; ? shows the keys)");
        }
    }

    private void explain() {
        Network network = stage.network();
        stage.timeline().note(KEYS.formatted(network.address(1), Network.DNS_PORT, Configuration.SERVICE,
                Configuration.ZONE_ID, network.apiUrl()));
    }

    private void showRecords() {
        List<String> lines = new ArrayList<>();
        lines.add(Configuration.SERVICE + ": " + stage.lookup().service());
        for (Machine machine : stage.machines()) {
            String name = machine.node() + "." + Configuration.DOMAIN;
            try {
                lines.add(name + ": " + String.join(" and ", stage.lookup().addressesOf(name)));
            } catch (IOException e) {
                lines.add(name + ": no answer (" + e.getMessage() + ")");
            }
        }
        lines.forEach(line -> stage.timeline().say("dns", line));
    }
}
