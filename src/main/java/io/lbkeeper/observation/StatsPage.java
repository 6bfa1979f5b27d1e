package io.lbkeeper.observation;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.observation.StatsRow.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * HAProxy's stats page in CSV. Columns are found by their header: their number and order differ by version.
 *
 * @see <a href="https://docs.haproxy.org/2.6/management.html#9.1">HAProxy management guide, CSV format</a>
 */
record StatsPage(List<StatsRow> rows) {
    private static final List<String> REQUIRED_COLUMNS = List.of("pxname", "svname", "status");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    StatsPage {
        rows = List.copyOf(rows);
    }

    /** The page, or why it is none. A page that was cut anywhere in a row is none. */
    static Answer<StatsPage> parse(String body) {
        if (body.isBlank()) {
            return Answer.couldNotAsk("an empty page instead of CSV");
        }
        if (body.stripLeading().startsWith("<")) {
            return Answer.couldNotAsk("HTML or XML instead of CSV: " + SeenText.quote(body));
        }
        try (CSVParser parser = CSVParser.parse(body, FORMAT)) {
            return read(parser.getRecords(), body);
        } catch (IOException | UncheckedIOException notCsv) {
            return Answer.couldNotAsk("a page that is not CSV: " + SeenText.quote(body));
        }
    }

    private static Answer<StatsPage> read(List<CSVRecord> lines, String body) {
        Map<String, Integer> columns = lines.isEmpty() ? Map.of() : columns(lines.get(0));
        if (!columns.keySet().containsAll(REQUIRED_COLUMNS)) {
            return Answer.couldNotAsk("a page without the columns " + String.join(", ", REQUIRED_COLUMNS) + ": "
                    + SeenText.quote(body));
        }
        if (!body.endsWith("\n")) {
            return Answer.couldNotAsk("a page that was cut off in its line " + lines.size());
        }
        List<StatsRow> rows = new ArrayList<>();
        for (CSVRecord line : lines.subList(1, lines.size())) {
            if (line.size() < lines.get(0).size()) {
                return Answer.couldNotAsk("a page whose line " + line.getRecordNumber() + " has " + line.size() + " of "
                        + lines.get(0).size() + " fields");
            }
            rows.add(row(line, columns));
        }
        return Answer.value(new StatsPage(rows));
    }

    private static Map<String, Integer> columns(CSVRecord header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int index = 0; index < header.size(); index++) {
            String name = header.get(index);
            // The first column's header is "# pxname": a comment sign for whoever reads by position.
            columns.putIfAbsent(index == 0 && name.startsWith("#") ? name.substring(1).strip() : name, index);
        }
        return columns;
    }

    private static StatsRow row(CSVRecord line, Map<String, Integer> columns) {
        String name = field(line, columns, "svname");
        return new StatsRow(field(line, columns, "pxname"), name, kind(field(line, columns, "type"), name),
                field(line, columns, "status"), checkStatus(field(line, columns, "check_status")),
                seconds(field(line, columns, "lastchg")));
    }

    private static String field(CSVRecord line, Map<String, Integer> columns, String name) {
        Integer index = columns.get(name);
        return index == null ? "" : line.get(index).strip();
    }

    /** A star marks that the next check is on its way; the result is still that of the last one. */
    private static String checkStatus(String text) {
        return text.startsWith("* ") ? text.substring(2) : text;
    }

    private static Kind kind(String type, String name) {
        return switch (type) {
            case "0" -> Kind.FRONTEND;
            case "1" -> Kind.BACKEND;
            case "2" -> Kind.SERVER;
            case "3" -> Kind.LISTENER;
            default -> switch (name) {
                case "FRONTEND" -> Kind.FRONTEND;
                case "BACKEND" -> Kind.BACKEND;
                default -> Kind.SERVER;
            };
        };
    }

    private static Optional<Duration> seconds(String text) {
        boolean isNumber = !text.isEmpty() && text.length() <= 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }

    List<StatsRow> frontends() {
        return rows.stream().filter(row -> row.kind() == Kind.FRONTEND).toList();
    }

    List<StatsRow> backends() {
        return rows.stream().filter(row -> row.kind() == Kind.BACKEND).toList();
    }

    List<StatsRow> serversOf(String backend) {
        return rows.stream().filter(row -> row.kind() == Kind.SERVER && row.proxy().equals(backend)).toList();
    }

    /** The proxies whose servers are listed but whose own row is missing, as it is where a page ends too early. */
    List<String> backendsCutOff() {
        List<String> whole = backends().stream().map(StatsRow::proxy).toList();
        return rows.stream().filter(row -> row.kind() == Kind.SERVER).map(StatsRow::proxy).distinct()
                .filter(proxy -> !whole.contains(proxy)).toList();
    }
}
