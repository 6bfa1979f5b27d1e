package io.lbkeeper.observation;

import io.lbkeeper.decision.Answer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What EC2's instance metadata says of this machine's end.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html">Spot
 *      notices: two minutes ahead; 404 while there is none</a>
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html">Lifecycle hooks, and the
 *      target lifecycle state; 404 outside an Auto Scaling group</a>
 */
public final class CloudNotice {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final Pattern ACTION = Pattern.compile("\"action\"\\s*:\\s*\"(terminate|stop|hibernate)\"");
    private static final Pattern TIME = Pattern.compile("\"time\"\\s*:\\s*\"([0-9TZ:.+-]{1,40})\"");
    /** Where an Auto Scaling group wants an instance to be when it is to go. */
    private static final Set<String> LEAVING = Set.of("Terminated", "Warmed:Terminated", "Detached", "Standby",
            "Warmed:Stopped", "Warmed:Hibernated");

    private CloudNotice() {
    }

    /** What {@code spot/instance-action} says: that the machine goes, absent, or could not ask. */
    public static Answer<String> ofSpot(int status, String body) {
        if (status == NOT_FOUND) {
            return Answer.absent("no spot notice");
        }
        Matcher action = ACTION.matcher(body);
        if (status != OK || !action.find()) {
            return Answer.couldNotAsk("status " + status + " instead of a spot notice");
        }
        Matcher time = TIME.matcher(body);
        return Answer.value("going down: spot notice, " + action.group(1)
                + (time.find() ? " at " + time.group(1) : ""));
    }

    /** What {@code autoscaling/target-lifecycle-state} says: that the machine goes, absent, or could not ask. */
    public static Answer<String> ofAutoScaling(int status, String body) {
        String state = body.strip();
        if (status == NOT_FOUND || status == OK && state.equals("InService")) {
            return Answer.absent("the Auto Scaling group does not end this instance");
        }
        if (status != OK || !state.matches("[A-Za-z:]{1,40}")) {
            return Answer.couldNotAsk("status " + status + " instead of a lifecycle state");
        }
        return LEAVING.contains(state) ? Answer.value("going down: the Auto Scaling group wants it " + state)
                : Answer.absent("the Auto Scaling group wants it " + state);
    }

    /** Whoever says that it goes is believed; that it stays is known only where both were asked. */
    public static Answer<String> either(Answer<String> spot, Answer<String> autoScaling) {
        return spot.found().isPresent() || autoScaling instanceof Answer.Absent<String> ? spot : autoScaling;
    }
}
