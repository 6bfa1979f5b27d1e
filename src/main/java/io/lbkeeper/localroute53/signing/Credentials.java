package io.lbkeeper.localroute53.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Access keys and their secrets. Shows no secret as text. */
public final class Credentials {
    private static final String KEY = "aws_access_key_id";
    private static final String SECRET = "aws_secret_access_key";
    private final Map<String, String> secrets;

    private Credentials(Map<String, String> secrets) {
        this.secrets = Map.copyOf(secrets);
    }

    public static Credentials of(String accessKey, String secret) {
        return new Credentials(Map.of(accessKey, secret));
    }

    /**
     * Reads lines of {@code KEY:SECRET}, or a credentials file of the AWS tools, all of its profiles.
     *
     * @throws IOException              where the file cannot be read
     * @throws IllegalArgumentException where it holds something else, or nothing; shows no line of it
     */
    public static Credentials read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IOException("credentials file " + file + " cannot be read: " + e + "; name another, or env", e);
        }
        Map<String, String> secrets = new HashMap<>();
        Map<String, String> profile = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] setting = lines.get(i).strip().split("\\s*=\\s*", 2);
            String[] pair = setting[0].split(":", 2);
            boolean said = !setting[0].isEmpty() && !setting[0].startsWith("#") && !setting[0].startsWith("[");
            if (setting[0].startsWith("[")) {
                profile.clear();
            } else if (said && List.of(KEY, SECRET).contains(setting[0]) && setting.length == 2) {
                profile.put(setting[0], setting[1]);
                takeWhole(profile, secrets);
            } else if (said && !setting[0].startsWith("aws_") && pair.length == 2) {
                secrets.put(pair[0], lines.get(i).strip().substring(pair[0].length() + 1));
            } else if (said && setting.length != 2) {
                throw new IllegalArgumentException("credentials file " + file + ", line " + (i + 1)
                        + " is not understood: write KEY:SECRET, or " + KEY + " = KEY and then " + SECRET
                        + " = SECRET as for the AWS tools");
            }
        }
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("credentials file " + file + " holds no key: write a line KEY:SECRET");
        }
        return new Credentials(secrets);
    }

    /** A profile may name its secret before its key. */
    private static void takeWhole(Map<String, String> profile, Map<String, String> secrets) {
        if (profile.size() == 2) {
            secrets.put(profile.get(KEY), profile.get(SECRET));
            profile.clear();
        }
    }

    /**
     * Takes AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
     *
     * @throws IllegalArgumentException where one is not set
     */
    public static Credentials ofEnvironment(Map<String, String> environment) {
        String key = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
        String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
        if (key.isEmpty() || secret.isEmpty()) {
            throw new IllegalArgumentException("the environment has no AWS_ACCESS_KEY_ID with its"
                    + " AWS_SECRET_ACCESS_KEY: set both, or name a file");
        }
        return of(key, secret);
    }

    Optional<String> secretOf(String accessKey) {
        return Optional.ofNullable(secrets.get(accessKey));
    }

    @Override
    public String toString() {
        return secrets.size() + " access key" + (secrets.size() == 1 ? "" : "s");
    }
}
