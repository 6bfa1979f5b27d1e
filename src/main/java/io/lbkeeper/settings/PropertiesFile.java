package io.lbkeeper.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A file in the syntax of {@link Properties}, in UTF-8, with the line of every entry. {@code Properties} itself
 * reads each logical line, so that the syntax is exactly the usual one.
 */
record PropertiesFile(String name, int lastLine, List<Entry> entries, List<Problem> problems) {
    private static final int LARGEST_BYTES = 1 << 20;
    /** Lines keep their ends, because {@code Properties} takes a last backslash differently before each of them. */
    private static final Pattern AFTER_LINE_END = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");
    private static final String READABLE = "a readable text file in UTF-8 of at most 1 MiB";

    PropertiesFile {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    static PropertiesFile of(Map<String, String> values, String source) {
        List<Entry> entries = values.entrySet().stream().map(e -> new Entry(e.getKey(), e.getValue(), 0)).toList();
        return new PropertiesFile(source, 0, entries, List.of());
    }

    static PropertiesFile read(Path path) throws SettingsException {
        return read(path, path.toString());
    }

    static PropertiesFile read(Path path, String name) throws SettingsException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(LARGEST_BYTES + 1);
        } catch (IOException e) {
            throw new SettingsException(List.of(ofFile(name, 1, "cannot be read (" + Causes.of(e) + ")", READABLE)));
        }
        if (bytes.length > LARGEST_BYTES) {
            throw new SettingsException(List.of(ofFile(name, 1, "is larger than 1 MiB", READABLE)));
        }
        return parse(name, bytes);
    }

    static PropertiesFile parse(String name, byte[] bytes) {
        List<Problem> problems = new ArrayList<>();
        String text = new String(bytes, StandardCharsets.UTF_8);
        int badLine = lineOfFirstBadByte(bytes);
        if (badLine > 0) {
            problems.add(ofFile(name, badLine, "has a byte that is not UTF-8", READABLE));
        }
        if (text.startsWith("\uFEFF")) {
            problems.add(ofFile(name, 1, "begins with a byte order mark", "UTF-8 without a byte order mark"));
            text = text.substring(1);
        }
        List<String> lines = List.of(AFTER_LINE_END.split(text));
        return new PropertiesFile(name, lines.size(), entriesOf(name, lines, problems), problems);
    }

    private static List<Entry> entriesOf(String name, List<String> lines, List<Problem> problems) {
        List<Entry> entries = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int first = i;
            while (!isBlankOrComment(lines.get(first)) && continues(lines.get(i)) && i + 1 < lines.size()) {
                i++;
            }
            i++;
            try {
                Properties one = new Properties();
                one.load(new StringReader(String.join("", lines.subList(first, i))));
                one.forEach((key, text) -> entries.add(new Entry((String) key, (String) text, first + 1)));
            } catch (IOException | IllegalArgumentException e) {
                problems.add(ofFile(name, first + 1, "has a backslash-u that four hexadecimal digits do not follow",
                        "a character as itself; a backslash is written twice"));
            }
        }
        return entries;
    }

    private static boolean isBlankOrComment(String line) {
        String begun = line.replaceFirst("^[ \t\f]+", "");
        return begun.isBlank() || begun.startsWith("#") || begun.startsWith("!");
    }

    private static boolean continues(String line) {
        String text = line.replaceFirst("[\r\n]+$", "");
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end--;
        }
        return (text.length() - end) % 2 == 1;
    }

    /** Counted from 1; 0 when all is UTF-8. */
    private static int lineOfFirstBadByte(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
        if (!result.isError()) {
            return 0;
        }
        String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
        return AFTER_LINE_END.split(before, -1).length;
    }

    private static Problem ofFile(String name, int line, String wrong, String allowed) {
        return new Problem(name, line, "", "", wrong, allowed);
    }
}
