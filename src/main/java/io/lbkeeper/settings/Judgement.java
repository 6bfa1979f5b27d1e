package io.lbkeeper.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Judges one settings file key by key, and collects every problem instead of stopping at the first. */
final class Judgement {
    private static final String PREFIX = "lb.";
    private static final String KNOWN = "the settings that conf/lbkeeper.properties lists";
    private static final Pattern PEER_ADDRESS = Pattern.compile("lb\\.peer\\.([^.]*)\\.address");
    private static final Pattern BLANK_AT_END = Pattern.compile("\\s\\z");
    private static final Pattern COMMENT = Pattern.compile("\\s#");

    private final PropertiesFile file;
    private final References references;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Values values = new Values();

    Judgement(PropertiesFile file, References references) {
        this.file = file;
        this.references = references;
        problems.addAll(file.problems());
        for (Entry entry : file.entries()) {
            Entry first = entries.putIfAbsent(entry.key(), entry);
            if (first != null) {
                blame(entry, settingOf(entry.key()), "stands here again, first on line " + first.line(),
                        "one line for each key");
            }
        }
        Declared.ALL.stream().filter(setting -> setting != Declared.PEER_ADDRESS).forEach(s -> judge(s, s.name()));
        entries.values().forEach(this::judgeName);
    }

    /** In the order of the file. */
    List<Problem> problems() {
        return problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }

    Values values() {
        return values;
    }

    /** Below zero where it is not in the file, so that the default counts. */
    int lineOf(String key) {
        return entries.containsKey(key) ? entries.get(key).line() : -1;
    }

    /** The nodes that have a peer address in the file, by that key's line. */
    List<String> peersWithAddress() {
        return entries.keySet().stream().map(PEER_ADDRESS::matcher).filter(m -> m.matches()).map(m -> m.group(1))
                .toList();
    }

    /** What is none of our settings goes on to Camel as it is. */
    Map<String, String> passedOn() {
        return entries.values().stream().filter(entry -> !isOurs(entry.key()))
                .collect(Collectors.toMap(Entry::key, Entry::text));
    }

    /** Blames the last of these keys that the file has, or else the first of all as a missing one. */
    void blame(String wrong, String allowed, String... keys) {
        Optional<Entry> last = Optional.empty();
        for (String key : keys) {
            Entry entry = entries.get(key);
            if (entry != null && (last.isEmpty() || entry.line() > last.get().line())) {
                last = Optional.of(entry);
            }
        }
        Entry blamed = last.orElse(new Entry(keys[0], "", file.lastLine()));
        blame(blamed, settingOf(blamed.key()), wrong, allowed);
    }

    private void blame(Entry entry, Optional<Setting<?>> setting, String wrong, String allowed) {
        problems.add(new Problem(file.name(), entry.line(), entry.key(), shown(entry, setting), wrong, allowed));
    }

    private void judge(Setting<?> setting, String key) {
        Entry entry = entries.get(key);
        try {
            if (entry != null) {
                values.put(setting, key, textOf(entry, setting));
            } else if (setting.fallback().isPresent()) {
                values.put(setting, key, setting.fallback().get());
            } else {
                blame("is missing", setting.kind().allowed(), key);
            }
        } catch (Mistake e) {
            blame(e.getMessage(), setting.kind().allowed(), key);
        }
    }

    private String textOf(Entry entry, Setting<?> setting) throws Mistake {
        String text = references.resolve(entry.text());
        if (BLANK_AT_END.matcher(text).find()) {
            throw new Mistake("ends with a blank");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new Mistake("has a line break or another control character in it");
        }
        if (text.contains("\\")) {
            throw new Mistake("has a backslash in it, which Camel would drop from a placeholder");
        }
        if (!setting.secret() && COMMENT.matcher(text).find()) {
            throw new Mistake("has a comment behind it, which needs a line of its own");
        }
        return text;
    }

    private void judgeName(Entry entry) {
        if (entry.key().isEmpty()) {
            blame(entry, Optional.empty(), "there is no key before the = or :", "key=value, or # and a comment");
        } else if (PEER_ADDRESS.matcher(entry.key()).matches()) {
            judge(Declared.PEER_ADDRESS, entry.key());
        } else if (isOurs(entry.key()) && settingOf(entry.key()).isEmpty()) {
            String origin = Placeholders.DERIVED.get(entry.key());
            String near = Nearest.to(entry.key(), names()).map(name -> " (did you mean " + name + "?)").orElse("");
            String wrong = origin == null ? "is no setting" + near : "cannot be set, because it follows from " + origin;
            blame(entry, Optional.empty(), wrong, KNOWN);
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(Declared.ALL.stream().map(Setting::name).toList());
        values.get(Declared.NODES).ifPresent(nodes -> nodes.forEach(node -> names.add(Declared.peerAddress(node))));
        return names;
    }

    /** A capital letter in the prefix is a mistake to tell, and not somebody else's key. */
    private static boolean isOurs(String key) {
        return key.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    private static Optional<Setting<?>> settingOf(String key) {
        if (PEER_ADDRESS.matcher(key).matches()) {
            return Optional.of(Declared.PEER_ADDRESS);
        }
        return Declared.ALL.stream().filter(s -> s.name().equals(key)).<Setting<?>>map(s -> s).findFirst();
    }

    /** Whatever may be a secret is masked: a misspelt key can hold a password, a camel.* key an access key. */
    private String shown(Entry entry, Optional<Setting<?>> setting) {
        if (entry.text().isEmpty()) {
            return "";
        }
        if (setting.isEmpty() || setting.get().secret()) {
            return Shown.MASK;
        }
        String written = Shown.text(entry.text());
        try {
            boolean onlyVariables = entry.text().contains("{{env:") && !entry.text().contains("{{file:");
            return onlyVariables ? written + " (= " + Shown.text(references.resolve(entry.text())) + ")" : written;
        } catch (Mistake e) {
            return written;
        }
    }
}
