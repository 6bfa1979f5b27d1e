package io.lbkeeper.dyndns2;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What the kamelets {@code dns-dyndns2-*-action} need around their HTTP request. */
public final class Dyndns2 {
    private final Login login;
    private final AddressRecords records;
    private final HeldBack held;

    public Dyndns2(Login login, AddressRecords records, HeldBack held) {
        this.login = login;
        this.records = records;
        this.held = held;
    }

    /**
     * What a change comes to.
     *
     * @param updates what is to be sent
     * @param outcome what becomes of the rest
     */
    public record Plan(List<Update> updates, Outcome outcome) {
    }

    public Answer<List<RecordSet>> read(@Body List<String> names) {
        Answer<List<RecordSet>> read = records.read(names);
        read.found().ifPresent(found -> held.shown(names, RecordSets.addresses(found)));
        return read;
    }

    /** Reads again, since the protocol has no condition: only what others have changed up to now is noticed. */
    public Plan plan(@Body Change change) {
        List<RecordSet> desired = RecordSets.addresses(change.desired());
        List<RecordSet> expected = RecordSets.addresses(change.expected());
        Set<String> names = Stream.concat(desired.stream(), expected.stream()).map(RecordSet::name)
                .collect(Collectors.toSet());
        Answer<List<RecordSet>> read = read(List.copyOf(names));
        if (read instanceof Answer.CouldNotAsk<List<RecordSet>> failed) {
            return nothing(new Outcome.CouldNotAsk("before a change: " + failed.why()));
        }
        List<RecordSet> found = RecordSets.addresses(read.found().orElse(List.of()));
        if (change.guarded() && !RecordSets.values(found).equals(RecordSets.values(expected))) {
            return nothing(new Outcome.Lost("there is " + found + " where " + expected + " was expected"));
        }
        Optional<RecordSet> left = expected.stream().filter(set -> desired.stream().noneMatch(other ->
                other.name().equals(set.name()) && other.type().equals(set.type()))).findFirst();
        if (left.isPresent()) {
            return nothing(new Outcome.CouldNotAsk("the protocol can't delete " + left.get().name() + " "
                    + left.get().type() + "; delete it at the provider's"));
        }
        return planned(desired.stream().filter(set -> !RecordSets.values(found).containsKey(RecordSets.key(set))
                || !RecordSets.values(found).get(RecordSets.key(set)).equals(RecordSets.canonical(set))).toList());
    }

    /** A name that is held back keeps none of the others back. */
    private Plan planned(List<RecordSet> missing) {
        Map<String, String> reasons = new TreeMap<>();
        missing.forEach(set -> held.reason(login, set.name(), set.values().get(0))
                .ifPresent(why -> reasons.put(set.name(), why)));
        List<Update> updates = Update.of(missing.stream().filter(set -> !reasons.containsKey(set.name())).toList());
        return new Plan(updates, reasons.entrySet().stream().findFirst().<Outcome>map(one -> new Outcome.CouldNotAsk(
                one.getKey() + " is " + one.getValue())).orElse(new Outcome.Applied("none, since all is so already")));
    }

    /** Makes the message the request. */
    public void prepare(Exchange exchange) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setHeader(Exchange.HTTP_URI, login.url());
        message.setHeader(Exchange.HTTP_QUERY, update(exchange).query());
        message.setHeader("Authorization", login.header());
        message.setHeader("User-Agent", login.agent());
        message.setBody(null);
        // Before it is sent: it may be carried out, and the answer lost.
        update(exchange).names().forEach(name -> held.sent(login, name, update(exchange).address(),
                "it was sent already, and the name servers may not show it yet"));
    }

    public Outcome judge(Exchange exchange) {
        Update update = update(exchange);
        byte[] body = exchange.getMessage().getBody(byte[].class);
        Verdicts verdicts = Verdicts.of(update, exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0,
                Integer.class), body == null ? "" : new String(body, StandardCharsets.UTF_8));
        if (verdicts.codes().isEmpty()) {
            return new Outcome.CouldNotAsk(update + ": " + verdicts.unlike());
        }
        verdicts.codes().forEach((name, code) -> remember(update, name, code));
        return verdicts.codes().entrySet().stream().filter(one -> !one.getValue().isDone()).findFirst()
                .<Outcome>map(one -> new Outcome.CouldNotAsk("the provider answered " + one.getValue() + " for "
                        + one.getKey() + ": " + one.getValue().advice() + "; it is asked again in "
                        + HeldBack.LONG.toMinutes() + " min, or after an edit of lb.dyndns2.*"))
                .orElseGet(() -> new Outcome.Applied("update of " + update + " (" + verdicts.codes().values().stream()
                        .map(ReturnCode::toString).distinct().collect(Collectors.joining(", ")) + ")"));
    }

    public Outcome failed(Exception failure) {
        return new Outcome.CouldNotAsk("no answer of lb.dyndns2.url: " + failure.getMessage());
    }

    public Answer<List<RecordSet>> couldNotRead(Exception failure) {
        return Answer.couldNotAsk("the name servers could not be asked: " + failure.getMessage());
    }

    /** Of several outcomes the first that is none of the good ones. */
    public Outcome worse(Outcome first, Outcome next) {
        return first == null || first instanceof Outcome.Applied ? next : first;
    }

    private void remember(Update update, String name, ReturnCode code) {
        String why = "the provider answered " + code + ": " + code.advice();
        if (code.isOfAccount()) {
            held.account(login, why);
        } else if (code == ReturnCode.NOCHG) {
            held.same(login, name, update.address(), why);
        } else if (!code.isDone()) {
            held.name(login, name, why);
        }
    }

    private static Plan nothing(Outcome outcome) {
        return new Plan(List.of(), outcome);
    }

    private static Update update(Exchange exchange) {
        return exchange.getProperty("update", Update.class);
    }
}
