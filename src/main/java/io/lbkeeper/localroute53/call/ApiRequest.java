package io.lbkeeper.localroute53.call;

import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.UnacceptableText;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A call as the HTTP front took it in.
 *
 * @param path    the decoded path, cut at its slashes, empty pieces left out; an id's prefix ({@code /hostedzone/Z…},
 *                as the API gives ids) is left out too
 * @param query   decoded; of a parameter given twice, the last
 * @param uri     as it came
 * @param headers by their names in lower case
 */
public record ApiRequest(String method, List<String> path, Map<String, String> query, URI uri,
                         Map<String, List<String>> headers, byte[] body) {
    private static final Set<String> ID_PREFIXES = Set.of("hostedzone", "change");

    public static ApiRequest of(String method, URI uri, Map<String, List<String>> headers, byte[] body) throws Refusal {
        Map<String, List<String>> named = new HashMap<>();
        headers.forEach((name, values) -> named.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        try {
            return new ApiRequest(method, path(uri.getRawPath()), query(uri.getRawQuery()), uri, named, body);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidInput("The request's address cannot be decoded: " + e.getMessage());
        }
    }

    private static List<String> path(String raw) {
        List<String> pieces = new ArrayList<>();
        for (String rawPiece : raw.replace("+", "%2B").split("/")) {
            String piece = bare(decode(rawPiece), pieces);
            boolean repeated = !pieces.isEmpty() && piece.equals(pieces.get(pieces.size() - 1));
            if (!piece.isEmpty() && !(repeated && ID_PREFIXES.contains(piece))) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    /** The calls about tags, as AWS's, take an id only without its prefix. */
    private static String bare(String piece, List<String> before) {
        return before.contains("tags") ? piece : piece.substring(piece.lastIndexOf('/') + 1);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Of a parameter that is an id, with or without its prefix, the bare id. */
    public Optional<String> id(String name) {
        return parameter(name).map(value -> value.substring(value.lastIndexOf('/') + 1));
    }

    public String required(String name, String field) throws Refusal {
        return parameter(name).orElseThrow(() -> Refusal.invalidInput("1 validation error detected: Value null at '"
                + field + "' failed to satisfy constraint: Member must not be null"));
    }

    public Optional<DomainName> domainName(String name) throws Refusal {
        Optional<String> given = parameter(name);
        try {
            return given.isPresent() ? Optional.of(DomainName.parse(given.get())) : Optional.empty();
        } catch (UnacceptableText e) {
            throw Refusal.invalidInput(e.getMessage());
        }
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /** The page size asked for; a larger one than {@code most} is served with {@code most}. */
    public int maxItems(int most) throws Refusal {
        Optional<String> asked = parameter("maxitems");
        if (asked.isEmpty()) {
            return most;
        }
        if (!asked.get().matches("[1-9]\\d{0,8}")) {
            throw Refusal.invalidInput("1 validation error detected: Value '" + asked.get()
                    + "' at 'maxItems' failed to satisfy constraint: Member must be a whole number of at least 1");
        }
        return Math.min(most, Integer.parseInt(asked.get()));
    }
}
