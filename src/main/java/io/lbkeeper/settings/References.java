package io.lbkeeper.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Replaces <code>{{env:NAME}}</code>, <code>{{env:NAME:default}}</code> and <code>{{file:/path}}</code> in values.
 * The rest of Camel's placeholder syntax is refused here, because the values become Camel placeholders themselves
 * and Camel would look into them again.
 *
 * @param environment an environment variable's value by its name, or null
 */
record References(UnaryOperator<String> environment) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int LARGEST_BYTES = 1 << 16;
    static final String ALLOWED = "{{env:NAME}}, {{env:NAME:default}} or {{file:/path}}";

    String resolve(String text) throws Mistake {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (text.indexOf("{{", at) >= 0) {
            int begin = text.indexOf("{{", at);
            int end = text.indexOf("}}", begin);
            if (end < 0) {
                throw new Mistake("has a {{ without its }}");
            }
            out.append(text, at, begin).append(valueOf(text.substring(begin + 2, end)));
            at = end + 2;
        }
        out.append(text, at, text.length());
        if (out.indexOf("{{") >= 0 || out.indexOf("}}") >= 0) {
            throw new Mistake("has a {{ or }} that is no part of a reference");
        }
        return out.toString();
    }

    private String valueOf(String reference) throws Mistake {
        if (reference.startsWith("env:")) {
            return variable(reference.substring("env:".length()));
        }
        if (reference.startsWith("file:/")) {
            return content(reference.substring("file:".length()));
        }
        throw new Mistake("has a reference that is none of " + ALLOWED);
    }

    private String variable(String reference) throws Mistake {
        int colon = reference.indexOf(':');
        String name = colon < 0 ? reference : reference.substring(0, colon);
        if (!NAME.matcher(name).matches()) {
            throw new Mistake("refers to an environment variable by a name that none can have");
        }
        String value = environment.apply(name);
        if (value == null && colon < 0) {
            throw new Mistake("refers to the environment variable " + Shown.text(name) + ", which is not set");
        }
        return value == null ? reference.substring(colon + 1) : value;
    }

    private static String content(String name) throws Mistake {
        try {
            Path path = Path.of(name);
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new Mistake("refers to " + Shown.text(name) + ", which is no regular file");
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
                if (bytes.length > LARGEST_BYTES) {
                    throw new Mistake("refers to the file " + Shown.text(name) + ", which is larger than 64 KiB");
                }
                return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().strip();
            }
        } catch (IOException e) {
            throw new Mistake("refers to the file " + Shown.text(name) + ", which cannot be read ("
                    + Causes.of(e) + ")");
        } catch (InvalidPathException e) {
            throw new Mistake("refers to a file by a name that none can have");
        }
    }
}
