package io.lbkeeper.settings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must not be shown to anybody, in the forms in which it goes over the wire: as it is, in a URL, in JSON, and in
 * the Base64 of a login. Whatever others write of it, such as a library at TRACE, is masked by this.
 */
public final class Secrets {
    /** Shorter ones would mask half of a log; they are no secrets anyway. */
    private static final int SHORTEST_CHARS = 4;
    /** Of a URL's path and query, what is at least so long may be its secret part. */
    private static final int SHORTEST_PART_CHARS = 10;
    private static final Pattern SECRET_KEY = Pattern.compile("(?i).*(secret|passw|passphrase|token|access-?key).*");
    /** With a user and a password, where there are some, and what stands behind the host. */
    private static final Pattern URL = Pattern.compile("https?://(?:([^/?#@]*)@)?[^/?#@]*([^#]*).*", Pattern.DOTALL);
    /** An operator's own one: a web hook's is as good as a password. */
    private static final Pattern URL_WITH_MORE = Pattern.compile("https?://([^/?#]*@.*|[^/?#]*[/?#].+)",
            Pattern.DOTALL);
    private static final List<String> VARIABLES = List.of("AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");
    /** Each password with the user it belongs to. */
    private static final Map<Setting<?>, Setting<?>> LOGINS = Map.of(Declared.CHECK_PASSWORD, Declared.CHECK_USER,
            DeclaredNotices.MAIL_PASSWORD, DeclaredNotices.MAIL_USER,
            DeclaredDyndns2.PASSWORD, DeclaredDyndns2.USER);

    private final List<String> forms;

    private Secrets(Set<String> forms) {
        // A longer one may have a shorter one in it.
        this.forms = forms.stream().sorted(Comparator.comparing(String::length).reversed()).toList();
    }

    public static Secrets none() {
        return new Secrets(Set.of());
    }

    public static Secrets of(Settings settings) {
        Set<String> forms = new TreeSet<>();
        Properties all = settings.placeholders();
        Declared.ALL.stream().filter(setting -> setting.secret() && setting != Declared.CHECK_USER)
                .forEach(setting -> addAll(all.getProperty(setting.name()), forms));
        all.stringPropertyNames().stream().filter(key -> !key.startsWith("lb.") && SECRET_KEY.matcher(key).matches())
                .map(all::getProperty).filter(value -> !isOfLocalRoute53(value, settings))
                .forEach(value -> addAll(value, forms));
        all.stringPropertyNames().stream().filter(key -> !key.startsWith("lb.") && !key.startsWith("camel."))
                .map(all::getProperty).filter(value -> URL_WITH_MORE.matcher(value).matches())
                .forEach(value -> addAll(value, forms));
        VARIABLES.forEach(name -> addAll(System.getenv().getOrDefault(name, ""), forms));
        LOGINS.forEach((password, user) -> addLogin(all.getProperty(user.name()), all.getProperty(password.name()),
                forms));
        return new Secrets(forms);
    }

    /** The text with each of them masked. */
    public String masked(String text) {
        String masked = text;
        for (String form : forms) {
            masked = masked.replace(form, Shown.MASK);
        }
        return masked;
    }

    /** It takes any credentials, and is given a word that stands in many a name. */
    private static boolean isOfLocalRoute53(String value, Settings settings) {
        return settings.dns().equals("local") && value.equals(Placeholders.LOCAL_KEY);
    }

    private static void addAll(String secret, Set<String> forms) {
        add(secret, forms);
        // Who takes it for a part of a URL cuts it there, and tells what is left.
        Arrays.stream(secret.split("[&=]")).forEach(part -> add(part, forms));
        Matcher url = URL.matcher(secret);
        if (url.matches()) {
            Arrays.stream(Optional.ofNullable(url.group(1)).orElse("").split(":")).skip(1)
                    .forEach(password -> add(password, forms));
            String behindHost = url.group(2);
            Stream.concat(Stream.of(behindHost), Arrays.stream(behindHost.split("[/?&=]")))
                    .filter(part -> part.length() >= SHORTEST_PART_CHARS).forEach(part -> add(part, forms));
        }
    }

    private static void addLogin(String user, String password, Set<String> forms) {
        if (password.length() >= SHORTEST_CHARS) {
            forms.add(base64(user + ":" + password));
            forms.add(base64("\0" + user + "\0" + password));
            forms.add(base64(user + "\0" + user + "\0" + password));
        }
    }

    private static void add(String secret, Set<String> forms) {
        if (secret.length() >= SHORTEST_CHARS) {
            String inUrl = URLEncoder.encode(secret, StandardCharsets.UTF_8);
            forms.addAll(List.of(secret, inUrl, inUrl.replace("+", "%20"), base64(secret),
                    secret.replace("\\", "\\\\").replace("\"", "\\\"")));
        }
    }

    /** Without the = at its end, which may be missing. */
    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
