package io.lbkeeper.settings;

import java.util.List;
import java.util.regex.Pattern;

/** Kinds of values that channels for notices have. */
final class NoticeKinds {
    private static final Pattern CHANNEL = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** RFC 6750, section 2.1. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private static final Pattern MAILBOX = Pattern.compile("[^\\s@,;<>()\"]+@[^\\s@,;<>()\"]+");

    private NoticeKinds() {
    }

    /** The middle of the names of kamelets. */
    static Kind<List<String>> channels() {
        Kind<String> one = new Kind<>("the name of a channel", text -> {
            if (!CHANNEL.matcher(text).matches()) {
                throw new Mistake("is not the name of a channel");
            }
            return text;
        });
        return Kinds.list(one, "webhook, slack, mail, command, and names of your own kamelets notify-<name>-action, "
                + "with commas between them, each once").orEmpty(List.of());
    }

    static Kind<String> token() {
        return new Kind<>("a bearer token: A-Z, a-z, 0-9, . _ ~ + / - and = at the end; better {{file:/path}} than the "
                + "token itself", text -> {
            if (!TOKEN.matcher(text).matches()) {
                throw new Mistake("is not such a token");
            }
            return text;
        });
    }

    static Kind<String> mailbox() {
        return new Kind<>("a mail address such as lbkeeper@example.com", text -> {
            if (!MAILBOX.matcher(text).matches()) {
                throw new Mistake("is not a mail address");
            }
            return text;
        });
    }

    static Kind<List<String>> mailboxes() {
        return Kinds.list(mailbox(), "mail addresses with commas between them, each once").orEmpty(List.of());
    }

    /** Without a shell: what blanks separate is what the program gets. */
    static Kind<List<String>> command() {
        Kind<List<String>> words = new Kind<>("the absolute path of a program, and its arguments with blanks between "
                + "them (no shell, no quotes)", text -> {
            if (!text.startsWith("/")) {
                throw new Mistake("does not begin with an absolute path");
            }
            if (text.contains("'") || text.contains("\"")) {
                throw new Mistake("has a quote in it, which no shell would take away");
            }
            return List.of(text.split(" +"));
        });
        return words.orEmpty(List.of());
    }
}
