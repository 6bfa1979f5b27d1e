package io.lbkeeper.cycle;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import io.lbkeeper.observation.StatsAnswer;
import io.lbkeeper.observation.StatsJudge;
import io.lbkeeper.observation.StatsRules;
import io.lbkeeper.observation.Unreachable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * What the kamelets {@code check-haproxy-action} and {@code ask-haproxy-action} need around their HTTP requests: the
 * target is in its property.
 */
public final class StatsStep {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final StatsRules rules;
    private final Optional<Login> login;
    private final Introduction introduction;
    private final Ear ear;

    public StatsStep(StatsRules rules, Optional<Login> login, Introduction introduction, Ear ear) {
        this.rules = rules;
        this.login = login;
        this.introduction = introduction;
        this.ear = ear;
    }

    /** Makes the message a GET of the target's stats page. Nothing of an earlier message goes to the other side. */
    public void prepare(Exchange exchange) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setHeader(Exchange.HTTP_URI, target(exchange).url());
        if (target(exchange).isOwn()) {
            // By it this node's HAProxy knows this lbkeeper from all others, and tells the peers that it is alive.
            introduction.addTo(message, target(exchange).node());
        }
        message.setBody(null);
    }

    /** Whether the right node has asked for a password, and may be told it over this connection. */
    public boolean mayLogIn(Exchange exchange) {
        return wantsLogin(exchange) && login.filter(known -> known.mayGoTo(target(exchange).url())).isPresent();
    }

    public void prepareLogin(Exchange exchange) {
        prepare(exchange);
        exchange.getMessage().setHeader("Authorization", login.orElseThrow().header());
    }

    public Check judge(Exchange exchange) {
        StatsAnswer answer = answer(exchange);
        Check check = StatsJudge.judge(target(exchange).node(), answer, rules);
        if (check.health() == Health.STRANGER) {
            return check;
        }
        Optional<String> first = header(exchange, StatsAnswer.STATE_DIR_HEADER);
        if (answer.status() == OK) {
            ear.heard(target(exchange), header(exchange, StatsAnswer.SETTINGS_HEADER), header(exchange, "Date"));
        }
        if (target(exchange).isOwn() && first.isPresent() && !first.equals(introduction.stateDir())) {
            return StatsJudge.keptByAnother(target(exchange).node(), first.get(), check);
        }
        if (exchange.getMessage().getHeader(HttpDeadline.OVERLONG) != null) {
            return StatsJudge.unreadable("a body of more than " + HttpDeadline.CAP_BYTES + " bytes");
        }
        boolean keptBack = wantsLogin(exchange) && login.isPresent() && !mayLogIn(exchange);
        return keptBack ? new Check(check.health(), "it asks for a password, which does not go unencrypted to a "
                + "public address: use " + remedy(target(exchange)) + ", or lb.check.password-over-http=true",
                check.agent()) : check;
    }

    private static String remedy(Target target) {
        return target.isOwn() ? "https or a private address in lb.check.own-url"
                : "https in lb.check.url, a private lb.peer." + target.node() + ".address";
    }

    public Check dead(Exception failure) {
        return Unreachable.judge(failure);
    }

    /** The same target once for each connection. */
    public List<Target> raced(Target target, int connections) {
        return Collections.nCopies(connections, target);
    }

    /** Of the checks of a race as they come in, the first that was answered. */
    public Check firstAnswer(Check first, Check next) {
        return first == null || first.health() == Health.DEAD ? next : first;
    }

    private boolean wantsLogin(Exchange exchange) {
        return HttpAnswer.status(exchange) == UNAUTHORIZED
                && header(exchange, StatsAnswer.NODE_HEADER).equals(Optional.of(target(exchange).node()));
    }

    private static Target target(Exchange exchange) {
        return exchange.getProperty("target", Target.class);
    }

    private static StatsAnswer answer(Exchange exchange) {
        return new StatsAnswer(HttpAnswer.status(exchange), header(exchange, StatsAnswer.NODE_HEADER),
                header(exchange, StatsAnswer.STATE_HEADER), header(exchange, StatsAnswer.AGENT_HEADER),
                HttpAnswer.body(exchange));
    }

    private static Optional<String> header(Exchange exchange, String name) {
        return Optional.ofNullable(exchange.getMessage().getHeader(name, String.class));
    }
}
