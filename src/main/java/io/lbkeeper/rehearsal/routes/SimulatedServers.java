package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.dnsupdate.DnsFailureKind;
import io.lbkeeper.dnsupdate.DnsTransport;
import io.lbkeeper.dnsupdate.DnsUpdateException;
import io.lbkeeper.rehearsal.provider.UpdateServer;
import io.lbkeeper.rehearsal.provider.WebApi.TurnedAway;
import io.lbkeeper.rehearsal.world.ApiReply;
import io.lbkeeper.rehearsal.world.Call;
import io.lbkeeper.rehearsal.world.World;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/**
 * The zone's own servers for the component dns-update: by whatever name they are asked, there is one zone behind it.
 * What is asked at once goes one way.
 */
final class SimulatedServers implements DnsTransport {
    private final AgentProcess process;

    SimulatedServers(AgentProcess process) {
        this.process = process;
    }

    @Override
    public List<Reply> ask(List<Question> questions, Duration deadline) {
        World world = process.world();
        UpdateServer server = process.provider().server().orElseThrow(() -> new IllegalStateException(
                "a route uses dns-update, and lb.dns names another provider"));
        List<Message> messages = questions.stream().map(Question::message).toList();
        ApiReply<List<Message>> reply = process.ask((Consumer<ApiReply<List<Message>>> then) -> world.api(
                process.node(), kind(messages), deadline, zone -> messages.stream().map(message ->
                        server.answer(message, zone)).toList(), then));
        if (reply instanceof ApiReply.Value<List<Message>> answered) {
            return answered.value().stream().<Reply>map(answer -> new Reply.Told(answer, false)).toList();
        }
        return questions.stream().map(question -> reply instanceof ApiReply.Refused<List<Message>> refused
                ? refusal(question, refused) : new Reply.Failed(new DnsUpdateException(DnsFailureKind.NO_ANSWER,
                        question.server() + ": no answer within " + deadline.toMillis() + " ms"))).toList();
    }

    /** A serial alone is asked for beside what the cycle is about. */
    private static Call kind(List<Message> messages) {
        return messages.stream().anyMatch(message -> message.getHeader().getOpcode() == Opcode.UPDATE) ? Call.WRITE
                : Carrier.isBeside() || messages.stream().allMatch(message -> message.getQuestion().getType()
                        == Type.SOA) ? Call.READ_BESIDE : Call.READ;
    }

    /** As a server says it that is too busy, does not know the key any more, or is broken inside. */
    private static Reply refusal(Question question, ApiReply.Refused<List<Message>> refused) {
        TurnedAway why = SimulatedWeb.turnedAway(refused);
        if (why == TurnedAway.NOT_ALLOWED) {
            return new Reply.Failed(new DnsUpdateException(DnsFailureKind.BAD_KEY, question.server()
                    + ": BADKEY, it does not know the key"));
        }
        Message answer = new Message(question.message().getHeader().getID());
        answer.getHeader().setOpcode(question.message().getHeader().getOpcode());
        answer.getHeader().setRcode(why == TurnedAway.TOO_MANY ? Rcode.REFUSED : Rcode.SERVFAIL);
        return new Reply.Told(answer, false);
    }

    @Override
    public String originalServer(Name zone, Duration deadline) {
        return "ns1." + zone.toString(true);
    }

    @Override
    public long nanos() {
        return process.now().toNanos();
    }
}
