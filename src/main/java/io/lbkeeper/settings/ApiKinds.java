package io.lbkeeper.settings;

import java.net.URI;
import java.util.regex.Pattern;

/** Kinds of values that the HTTP APIs of DNS providers need. */
final class ApiKinds {
    private static final Pattern PATH_WORD = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Pattern HEX_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");

    private ApiKinds() {
    }

    /** A URL to which a path is added. */
    static Kind<URI> base() {
        Kind<URI> url = Urls.url();
        return new Kind<>(url.allowed() + ", and without a slash at its end", text -> {
            URI parsed = url.parse(text);
            if (text.endsWith("/") || text.contains("?")) {
                throw new Mistake(text.endsWith("/") ? "ends with a slash" : "has a ? in it");
            }
            return parsed;
        });
    }

    static Kind<String> pathWord() {
        return new Kind<>("a word of A-Z, a-z, 0-9, . _ ~ and -", text -> {
            if (!PATH_WORD.matcher(text).matches()) {
                throw new Mistake("is not such a word");
            }
            return text;
        });
    }

    static Kind<String> hexId() {
        return new Kind<>("32 of 0-9 and a-f", text -> {
            if (!HEX_ID.matcher(text).matches()) {
                throw new Mistake("is not such an id");
            }
            return text;
        });
    }

    /** What can be the value of a header. */
    static Kind<String> key() {
        return new Kind<>("printable ASCII characters without blanks; better {{file:/path}} than the key itself",
                text -> {
                    if (!KEY.matcher(text).matches()) {
                        throw new Mistake("has other characters");
                    }
                    return text;
                });
    }
}
