package io.lbkeeper.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Runs a transcript: lines of a story in, the same lines out with what was decided under each cycle.
 * {@code rules fall=3 …} lays down rules, {@code zone NAME TYPE [ttl] VALUE… | NAME gone} changes the records by
 * hand, {@code cycle +5s lb1=OK lb2=DEAD:refused …} runs one cycle. A cycle may carry {@code address=…},
 * {@code records=<why they could not be read>}, {@code read=no} (the route did not ask) and {@code answer=…}: what
 * becomes of the change ({@code timeout} applies it and loses the answer, {@code dropped} does not apply it,
 * {@code beaten} has another node's come first);
 * {@code stopped=63s} if nothing has happened here for so long, {@code namesake=203.0.113.9:OK} for who answers where
 * this node would be by the records, {@code lb2=OK:silent} for a node whose lbkeeper is not heard of, and
 * {@code lb2=out} for one whose check is still out. With {@code rules swaps=no} the DNS provider can't compare and
 * swap, with {@code owner=no} it keeps no owner record.
 */
final class Story {
    private final Zone zone = new Zone();
    private final Map<String, String> laid = new HashMap<>();
    private Memory memory = Memory.empty();
    private Duration at = Duration.ZERO;
    private String address = "203.0.113.1";
    private int nonces;

    String tell(String script) {
        List<String> out = new ArrayList<>();
        for (String line : script.lines().toList()) {
            if (line.startsWith("  ")) {
                continue;
            }
            out.add(line);
            String[] words = line.trim().split("\\s+");
            switch (words[0]) {
                case "rules" -> laid.putAll(pairs(words));
                case "zone" -> zone(line.substring(5).trim());
                case "cycle" -> out.addAll(cycle(words));
                default -> {
                    if (!line.isBlank() && !line.startsWith("#")) {
                        throw new IllegalArgumentException("a story has no line such as: " + line);
                    }
                }
            }
        }
        return String.join("\n", out) + "\n";
    }

    private void zone(String text) {
        String[] words = text.split("\\s+", 3);
        if (words[1].equals("gone")) {
            zone.remove(words[0]);
        } else if (words[2].startsWith("weighted") || words[2].startsWith("alias")) {
            zone.put(new RecordSet(words[0], words[1], rules().ttl(), List.of("203.0.113.2"), words[2]));
        } else if (words[1].equals("TXT")) {
            zone.put(RecordSet.simple(words[0], "TXT", rules().ttl(), words[2].split(" \\| ")));
        } else {
            String[] rest = words[2].split("\\s+");
            boolean ttl = rest[0].startsWith("ttl=");
            Duration time = ttl ? Duration.ofSeconds(Long.parseLong(rest[0].substring(4))) : rules().ttl();
            zone.put(new RecordSet(words[0], words[1], time, List.of(rest).subList(ttl ? 1 : 0, rest.length),
                    RecordSet.SIMPLE));
        }
    }

    private List<String> cycle(String[] words) {
        at = at.plus(Duration.parse("PT" + words[1].substring(1)));
        Map<String, String> said = pairs(words);
        String nonce = "n" + ++nonces;
        address = said.getOrDefault("address", address);
        Map<String, Check> checks = new TreeMap<>();
        Set<String> out = new TreeSet<>();
        said.forEach((node, health) -> {
            if (rules().nodes().contains(node) && health.equals("out")) {
                out.add(node);
                memory.streak(node).ifPresent(streak -> checks.put(node, streak.last()));
            } else if (rules().nodes().contains(node)) {
                String[] parts = health.split(":", 2);
                Check.Agent agent = parts.length == 1 ? Check.Agent.ALIVE : switch (parts[1]) {
                    case "silent" -> Check.Agent.SILENT;
                    case "leaving" -> Check.Agent.LEAVING;
                    case "untold" -> Check.Agent.UNTOLD;
                    default -> Check.Agent.ALIVE;
                };
                checks.put(node, new Check(Health.valueOf(parts[0]), parts.length > 1 && agent == Check.Agent.ALIVE
                        ? parts[1].replace('-', ' ') : "in the story", agent));
            }
        });
        boolean fresh = !"no".equals(said.get("read"));
        Answer<Records> records = said.containsKey("records") ? Answer.couldNotAsk(said.get("records"))
                : fresh ? Answer.value(Records.of(zone.sets(), rules()))
                        : memory.records().map(Answer::value).orElseGet(() -> Answer.couldNotAsk("never read"));
        Duration stopped = Duration.parse("PT" + said.getOrDefault("stopped", "0s"));
        Observation seen = new Observation(at, stopped, address(), checks, out, namesakes(said), records, fresh, nonce,
                requests(said));
        memory = memory.after(seen, rules());
        Decision decision = DecisionTable.decide(seen, memory, rules());
        List<String> told = new ArrayList<>();
        told.add("  " + decision.name() + ": " + decision.reason());
        if (decision instanceof Decision.Changing changing) {
            act(changing, said.getOrDefault("answer", "ok"), nonce, told);
        }
        return told;
    }

    private static Requests requests(Map<String, String> said) {
        Optional<Requests.Switchover> switchover = Optional.ofNullable(said.get("switchover")).map(to ->
                new Requests.Switchover(Optional.of(to).filter(node -> !node.equals("any")), "a switchover was asked "
                        + "for in the story"));
        return new Requests(Optional.ofNullable(said.get("pause")).map(by -> "paused by " + by),
                Optional.ofNullable(said.get("drain")).map(by -> "drained by " + by), switchover);
    }

    private static Map<String, Check> namesakes(Map<String, String> said) {
        Map<String, Check> found = new HashMap<>();
        for (String one : said.getOrDefault("namesake", "").split(",")) {
            String[] parts = one.split(":", 2);
            if (parts.length == 2) {
                found.put(parts[0], new Check(Health.valueOf(parts[1]), "in the story"));
            }
        }
        return found;
    }

    private Answer<String> address() {
        return switch (address) {
            case "none" -> Answer.absent("the metadata service says 404");
            case "unknown" -> Answer.couldNotAsk("the metadata service says nothing");
            default -> Answer.value(address);
        };
    }

    private void act(Decision.Changing changing, String answer, String nonce, List<String> told) {
        Change change = changing.change();
        change.expected().forEach(set -> told.add("  - " + set));
        change.desired().forEach(set -> told.add("  " + (change.guarded() ? "+ " : "= ") + set));
        Optional<String> against = answer.equals("dropped") || answer.equals("beaten")
                ? Optional.of("the records are not as expected") : apply(change);
        Outcome outcome = answer.equals("timeout") || answer.equals("dropped") ? new Outcome.CouldNotAsk("time-out")
                : against.<Outcome>map(Outcome.Lost::new).orElseGet(() -> new Outcome.Applied("C1"));
        told.add("  " + outcome);
        memory = memory.after(changing, outcome, nonce, at, rules());
    }

    private Optional<String> apply(Change change) {
        return rules().powers().comparesAndSwaps() ? zone.apply(change) : zone.replace(change);
    }

    private Rules rules() {
        return new Rules(laid.getOrDefault("node", "lb1"), List.of(laid.getOrDefault("nodes", "lb1,lb2").split(",")),
                "example.com", List.of(laid.getOrDefault("services", "lb.example.com").split(",")), seconds("ttl", 60),
                seconds("interval", 5), seconds("fastinter", 1),
                number("fall", 3), number("rise", 2), seconds("grace", 2), seconds("hold-down", 60),
                seconds("records", 60),
                new Powers(!"no".equals(laid.get("swaps")), !"no".equals(laid.get("owner"))));
    }

    private int number(String key, int otherwise) {
        return Integer.parseInt(laid.getOrDefault(key, "" + otherwise));
    }

    private Duration seconds(String key, int otherwise) {
        return Duration.ofSeconds(number(key, otherwise));
    }

    private static Map<String, String> pairs(String[] words) {
        Map<String, String> pairs = new HashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                pairs.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return pairs;
    }
}
