package io.lbkeeper.settings;

import static io.lbkeeper.settings.Setting.with;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of what people are told: notices and the log. A part of {@link Declared#ALL}. */
final class DeclaredNotices {
    static final Setting<List<String>> NOTIFY = with("lb.notify", "", NoticeKinds.channels(),
            "The channels over which people are told of alarms and moves, besides the log.");
    static final Setting<String> LEAST = with("lb.notify.min", "moves", Kinds.choice("alarms", "moves", "all"),
            "What they are told: alarms and their ends, also what is changed of the service, or every new decision.");
    static final Setting<Duration> TIMEOUT = with("lb.notify.timeout", "10s", Durations.timeout(),
            "How long one try over one channel may take.");
    static final Setting<Integer> TRIES = with("lb.notify.tries", "4", Kinds.number(1, 10),
            "So many tries, with a second between the first two and four times as long each time, and the notice is "
                    + "lost for that channel.");
    static final Setting<Integer> QUEUE = with("lb.notify.queue", "100", Kinds.number(1, 10_000),
            "So many notices may wait for one channel; more are lost.");
    static final Setting<Optional<URI>> WEBHOOK_URL = with("lb.notify.webhook.url", "", Urls.url().orNone(),
            "Where `webhook` posts notices as JSON.").asSecret();
    static final Setting<Optional<String>> WEBHOOK_TOKEN = with("lb.notify.webhook.token", "",
            NoticeKinds.token().orNone(), "Sent along by `webhook` as `Authorization: Bearer`.").asSecret();
    static final Setting<Optional<URI>> SLACK_URL = with("lb.notify.slack.url", "", Urls.url().orNone(),
            "The incoming webhook of `slack`; whoever knows it can post there.").asSecret();
    static final Setting<Optional<String>> MAIL_HOST = with("lb.notify.mail.host", "", Servers.host().orNone(),
            "The SMTP server of `mail`.");
    static final Setting<Integer> MAIL_PORT = with("lb.notify.mail.port", "587", Kinds.number(1, 65_535),
            "Its port.");
    static final Setting<String> MAIL_TLS = with("lb.notify.mail.tls", "starttls", Kinds.choice("starttls", "tls",
            "none"), "Whether it is spoken to in TLS: after STARTTLS, from the beginning (port 465), or not at all.");
    static final Setting<Optional<String>> MAIL_USER = with("lb.notify.mail.user", "", Kinds.secret().orNone(),
            "The user there, where it asks for one.");
    static final Setting<Optional<String>> MAIL_PASSWORD = with("lb.notify.mail.password", "", Kinds.secret().orNone(),
            "The password there.").asSecret();
    static final Setting<Optional<String>> MAIL_FROM = with("lb.notify.mail.from", "", NoticeKinds.mailbox().orNone(),
            "The sender of mails.");
    static final Setting<List<String>> MAIL_TO = with("lb.notify.mail.to", "", NoticeKinds.mailboxes(),
            "Who gets them.");
    static final Setting<List<String>> COMMAND = with("lb.notify.command", "", NoticeKinds.command(),
            "The program of `command`, with its arguments; it gets the notice as JSON on its standard input.");
    static final Setting<String> LOG_FORMAT = with("lb.log.format", "text", Kinds.choice("text", "json"),
            "The form of the log: lines for people, or a JSON object a line with the field names of ECS.");
    static final Setting<Duration> LOG_SUMMARY = with("lb.log.summary", "1h", Durations.wait("0s", "24h"),
            "How often the log says in one line how things went; 0s for never.");

    static final List<Setting<?>> ALL = List.of(NOTIFY, LEAST, TIMEOUT, TRIES, QUEUE, WEBHOOK_URL, WEBHOOK_TOKEN,
            SLACK_URL, MAIL_HOST, MAIL_PORT, MAIL_TLS, MAIL_USER, MAIL_PASSWORD, MAIL_FROM, MAIL_TO, COMMAND,
            LOG_FORMAT, LOG_SUMMARY);

    private DeclaredNotices() {
    }
}
