package io.lbkeeper.settings;

import static io.lbkeeper.settings.Setting.with;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The settings of {@code lb.dns=rfc2136}, each declared once. A part of {@link Declared#ALL}. */
final class DeclaredRfc2136 {
    static final Setting<Optional<String>> ZONE = with("lb.rfc2136.zone", "", Names.domain().orNone(),
            "The zone of all the records; required for `lb.dns=rfc2136`.");
    static final Setting<List<String>> SERVERS = with("lb.rfc2136.servers", "", Servers.list(),
            "The servers that take updates of the zone; of several, the one with the newest copy is asked first. Empty "
                    + "for the one that the zone's SOA record names.");
    static final Setting<Optional<String>> KEY_NAME = with("lb.rfc2136.key-name", "", keyName().orNone(),
            "The name of this node's TSIG key, as the servers know it; empty to sign nothing.");
    static final Setting<Optional<String>> KEY = with("lb.rfc2136.key", "", base64().orNone(),
            "The secret of that key.").asSecret();
    static final Setting<String> KEY_ALGORITHM = with("lb.rfc2136.key-algorithm", "hmac-sha256",
            Kinds.choice("hmac-sha224", "hmac-sha256", "hmac-sha384", "hmac-sha512"), "The algorithm of that key.");

    static final List<Setting<?>> ALL = List.of(ZONE, SERVERS, KEY_NAME, KEY, KEY_ALGORITHM);

    private static final Pattern KEY_LABELS = Pattern.compile("[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})*");

    private DeclaredRfc2136() {
    }

    /** RFC 8945 makes it a domain name; people also give names of their own with an underscore. */
    private static Kind<String> keyName() {
        return new Kind<>("a name of letters, digits, - and _, perhaps with dots in it, such as lb1 or lb1.example.com",
                text -> {
                    if (!KEY_LABELS.matcher(text).matches() || text.length() > Names.LONGEST_NAME_CHARS) {
                        throw new Mistake("is not such a name");
                    }
                    return text;
                });
    }

    private static Kind<String> base64() {
        return new Kind<>("text in base64, as tsig-keygen prints it; better {{file:/path}} or {{env:NAME}} than the "
                + "secret itself", text -> {
            try {
                if (Base64.getDecoder().decode(text).length == 0) {
                    throw new Mistake("is empty");
                }
                return text;
            } catch (IllegalArgumentException e) {
                throw new Mistake("is not base64");
            }
        });
    }
}
