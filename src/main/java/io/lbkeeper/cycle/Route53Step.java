package io.lbkeeper.cycle;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.Progress;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.observation.Route53Answers;
import java.util.List;
import org.apache.camel.Body;
import software.amazon.awssdk.services.route53.model.ChangeInfo;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.NoSuchChangeException;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** What the kamelets {@code dns-route53-*-action} need besides the component itself. */
public final class Route53Step {

    public Answer<List<RecordSet>> found(@Body List<ResourceRecordSet> sets) {
        return Answer.value(sets.stream().map(Route53Answers::toRecordSet).toList());
    }

    public Answer<List<RecordSet>> couldNotRead(Exception failure) {
        return Answer.couldNotAsk(Route53Answers.describe(failure));
    }

    public List<software.amazon.awssdk.services.route53.model.Change> batch(@Body Change change) {
        return Route53Answers.toBatch(change);
    }

    public ResourceRecordSet record(@Body Change change) {
        return Route53Answers.fromRecordSet(change.desired().get(0));
    }

    public Answer<Progress> progress(@Body ChangeInfo info) {
        return Answer.value(info.status() == ChangeStatus.INSYNC ? Progress.IN_SYNC : Progress.PENDING);
    }

    public Answer<Progress> couldNotFollow(Exception failure) {
        String why = Route53Answers.describe(failure);
        return failure instanceof NoSuchChangeException ? Answer.absent(why) : Answer.couldNotAsk(why);
    }

    public Outcome applied(@Body ChangeInfo info) {
        return new Outcome.Applied(info.id());
    }

    public Outcome notApplied(Exception failure) {
        String why = Route53Answers.describe(failure);
        return Route53Answers.isLostRace(failure) ? new Outcome.Lost(why) : new Outcome.CouldNotAsk(why);
    }
}
