package io.lbkeeper.settings;

import static io.lbkeeper.settings.DeclaredNotices.COMMAND;
import static io.lbkeeper.settings.DeclaredNotices.MAIL_FROM;
import static io.lbkeeper.settings.DeclaredNotices.MAIL_HOST;
import static io.lbkeeper.settings.DeclaredNotices.MAIL_PASSWORD;
import static io.lbkeeper.settings.DeclaredNotices.MAIL_TO;
import static io.lbkeeper.settings.DeclaredNotices.MAIL_USER;
import static io.lbkeeper.settings.DeclaredNotices.NOTIFY;
import static io.lbkeeper.settings.DeclaredNotices.SLACK_URL;
import static io.lbkeeper.settings.DeclaredNotices.WEBHOOK_URL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What must hold between the settings of notices: each channel has its kamelet, and what that needs. */
final class NoticeRelations {
    private static final Map<String, List<Setting<?>>> NEEDED = Map.of("webhook", List.of(WEBHOOK_URL),
            "slack", List.of(SLACK_URL), "mail", List.of(MAIL_HOST, MAIL_FROM, MAIL_TO), "command", List.of(COMMAND));

    private NoticeRelations() {
    }

    /** @param kamelets the names of all channels that have one; absent where that is not known */
    static void judge(Judgement judgement, Optional<Set<String>> kamelets) {
        Values values = judgement.values();
        for (String channel : values.get(NOTIFY).orElse(List.of())) {
            Set<String> known = new TreeSet<>(kamelets.orElse(Set.of(channel)));
            if (!known.contains(channel)) {
                judgement.blame("names " + channel + ", and there is no kamelet notify-" + channel + "-action",
                        "channels with a kamelet; there are " + String.join(", ", known), NOTIFY.name());
            }
            for (Setting<?> needed : NEEDED.getOrDefault(channel, List.of())) {
                if (values.get(needed).filter(NoticeRelations::isEmpty).isPresent()) {
                    judgement.blame("is missing for the channel " + channel + " of lb.notify",
                            needed.kind().allowed().replace(", or empty", ""), needed.name());
                }
            }
        }
        judgeLogin(judgement, values);
    }

    private static void judgeLogin(Judgement judgement, Values values) {
        Optional<Optional<String>> user = values.get(MAIL_USER);
        Optional<Optional<String>> password = values.get(MAIL_PASSWORD);
        if (user.isPresent() && password.isPresent() && user.get().isPresent() != password.get().isPresent()) {
            boolean onlyUser = user.get().isPresent();
            judgement.blame("has no " + (onlyUser ? MAIL_PASSWORD : MAIL_USER).name() + " beside it",
                    "both or neither", (onlyUser ? MAIL_USER : MAIL_PASSWORD).name());
        }
    }

    static boolean isEmpty(Object value) {
        return value instanceof Optional<?> maybe ? maybe.isEmpty() : value instanceof List<?> list && list.isEmpty();
    }
}
