package io.lbkeeper.dyndns2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer says of each name: a line for each in the order of the request, or one line of the account.
 *
 * @param codes    by name; empty where the answer is none of the protocol's
 * @param unlike   what was seen instead of such an answer
 */
record Verdicts(Map<String, ReturnCode> codes, String unlike) {
    private static final int UNAUTHORIZED = 401;
    private static final int LONGEST_QUOTE_CHARS = 60;

    static Verdicts of(Update update, int status, String body) {
        List<String> lines = body.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Map<String, ReturnCode> codes = new LinkedHashMap<>();
        Optional<ReturnCode> first = lines.isEmpty() ? Optional.empty() : code(lines.get(0), update);
        if (first.filter(ReturnCode::isOfAccount).isPresent() || status == UNAUTHORIZED) {
            update.names().forEach(name -> codes.put(name, first.orElse(ReturnCode.BADAUTH)));
            return new Verdicts(codes, "");
        }
        // A proxy's page of an error, or of a login, is no answer of the provider's, whatever word it begins with.
        if (status / 100 != 2 || lines.size() != update.names().size()) {
            return new Verdicts(Map.of(), seen(status, lines));
        }
        for (int index = 0; index < lines.size(); index++) {
            Optional<ReturnCode> code = code(lines.get(index), update);
            if (code.isEmpty()) {
                return new Verdicts(Map.of(), seen(status, lines));
            }
            codes.put(update.names().get(index), code.get());
        }
        return new Verdicts(codes, "");
    }

    /** Some take an update of an agent that they don't like for one to 127.0.0.1, and say that this is good. */
    private static Optional<ReturnCode> code(String line, Update update) {
        String[] words = line.split("\\s+");
        Optional<ReturnCode> code = ReturnCode.of(words[0]);
        boolean ignored = code.equals(Optional.of(ReturnCode.GOOD)) && words.length > 1
                && words[1].equals("127.0.0.1") && !update.address().equals(words[1]);
        return ignored ? Optional.of(ReturnCode.BADAGENT) : code;
    }

    private static String seen(int status, List<String> lines) {
        String text = String.join(" ", lines).replaceAll("\\p{Cntrl}", " ");
        String told = lines.isEmpty() ? "an empty answer" : "\"" + (text.length() <= LONGEST_QUOTE_CHARS ? text
                : text.substring(0, LONGEST_QUOTE_CHARS) + "…") + "\"";
        return "status " + status + " with " + told + ", which is no answer of the protocol's; look at lb.dyndns2.url";
    }
}
