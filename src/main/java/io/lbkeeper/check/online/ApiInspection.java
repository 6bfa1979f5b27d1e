package io.lbkeeper.check.online;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the credentials are good, and for what. */
final class ApiInspection {
    private static final String AREA = "credentials";

    private ApiInspection() {
    }

    static List<OnlineFinding> of(WorldSight world) {
        List<OnlineFinding> found = new ArrayList<>();
        if (world.api().isEmpty()) {
            if (world.sets() instanceof Answer.CouldNotAsk<?> failed) {
                found.add(OnlineFinding.couldNotAsk("records", "the records were not read", failed.why(),
                        "look at the kamelet dns-" + world.settings().provider() + "-read-action and its settings"));
            }
            return found;
        }
        Optional<ApiRefusal> refusal = world.api().get().refusal();
        refusal.ifPresent(one -> found.add(refused(one, world.settings())));
        if (refusal.isEmpty()) {
            found.add(OnlineFinding.note(AREA, "the records of the zone can be listed"));
            if (world.api().get().zone() instanceof Answer.CouldNotAsk<ApiSight.Zone> failed) {
                found.add(OnlineFinding.couldNotAsk("zone", "the zone itself was not told", failed.why(),
                        "allow route53:GetHostedZone; lbkeeper policy prints all that is needed"));
            }
            if (world.sets() instanceof Answer.CouldNotAsk<?> failed) {
                found.add(OnlineFinding.couldNotAsk("records", "the records were not read", failed.why(),
                        "try again"));
            }
        }
        return found;
    }

    private static OnlineFinding refused(ApiRefusal refusal, Settings settings) {
        String zone = "lb.route53.zone-id=" + settings.zoneId().orElse("");
        return switch (refusal.cause()) {
            case NO_CREDENTIALS -> wrong("there are no AWS credentials", refusal, "give the machine a role, or the "
                    + "service's user a profile, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
            case EXPIRED -> wrong("the credentials have expired", refusal, "get new ones; those of an instance role "
                    + "are renewed by themselves, those in the environment or a file are not");
            case UNKNOWN_KEY -> wrong("the access key is not known to AWS", refusal, "look for a deleted or inactive "
                    + "key, another partition's, or a temporary key without its session token");
            case WRONG_SECRET -> wrong("the secret key does not belong to the access key", refusal, "copy both again");
            case CLOCK -> wrong("this machine's clock is too far from AWS's", refusal, "set the clock, and keep it by "
                    + "NTP (timedatectl set-ntp true)");
            case NO_RIGHT -> wrong("the credentials may not list the records of " + zone, refusal, "attach the policy "
                    + "that lbkeeper policy prints");
            case NO_ZONE -> OnlineFinding.wrong("zone", "there is no hosted zone " + settings.zoneId().orElse(""),
                    refusal.said(), "correct lb.route53.zone-id, or use credentials of the zone's account");
            case REFUSED -> wrong("the API refuses to list the records of " + zone, refusal, "correct what it names");
            case NO_ANSWER -> OnlineFinding.couldNotAsk(AREA, "the API did not answer", refusal.said(), "look at the "
                    + "way to " + settings.endpoint().map(Object::toString).orElse("route53.amazonaws.com")
                    + ", and try again");
        };
    }

    private static OnlineFinding wrong(String what, ApiRefusal refusal, String suggestion) {
        return OnlineFinding.wrong(AREA, what, refusal.said(), suggestion);
    }
}
