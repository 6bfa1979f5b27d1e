package io.lbkeeper.plain;

import io.lbkeeper.cycle.HttpDeadline;
import io.lbkeeper.decision.Change;
import io.lbkeeper.json.JsonText;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** What kamelets in pure YAML need besides Camel's own steps, for providers that speak JSON over HTTP. */
public final class PlainStep {
    private final UnaryOperator<String> masked;

    /** @param masked takes the secrets out of a text: who refuses a request may tell what was in it */
    public PlainStep(UnaryOperator<String> masked) {
        this.masked = masked;
    }

    /** The body, which is JSON, as maps and lists. */
    public Object json(Exchange exchange) throws IOException {
        if (exchange.getMessage().getHeader(HttpDeadline.OVERLONG) != null) {
            throw new IOException("the answer is longer than " + exchange.getMessage().getHeader(HttpDeadline.OVERLONG)
                    + " bytes, and was not read; put lbkeeper's records into a zone of their own");
        }
        byte[] body = exchange.getMessage().getBody(byte[].class);
        try {
            return PlainData.parse(body == null ? new byte[0] : body);
        } catch (IllegalArgumentException e) {
            throw new IOException("the answer is " + e.getMessage(), e);
        }
    }

    /** The exchange property {@code template}, which is JSON, with values of the body. */
    public Object fill(@Body Object plain, @ExchangeProperty("template") String template) throws IOException {
        return new PlainTemplate(plain).fill(PlainData.parse(template));
    }

    /** What is at this path, such as {@code result.id}; an error where that is nothing. */
    public Object at(@Body Object plain, String path) {
        return new PlainTemplate(plain).fill("<" + path + ">");
    }

    /** One list after the other. */
    public List<Object> join(List<?> some, List<?> more) {
        return Stream.concat(some.stream(), more.stream()).<Object>map(one -> one).toList();
    }

    /** Maps and lists as JSON text. */
    public String text(@Body Object plain) {
        return JsonText.of(plain);
    }

    /** The body for a message to people: on one line and shortened. */
    public String seen(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        return body == null || body.length == 0 ? "nothing" : PlainData.quote(masked.apply(new String(body,
                StandardCharsets.UTF_8)));
    }

    /** See {@link PlainChange#compared}. */
    public Map<String, Object> compared(Change change, Object records) throws IOException {
        return PlainChange.compared(change, records);
    }

    /** @param what was being done, on what */
    public Map<String, Object> couldNotAsk(String what, Exception failure) {
        String why = failure instanceof UnknownHostException ? "unknown host " + failure.getMessage()
                : failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String line = PlainData.quote(masked.apply(why));
        return Map.of(PlainRecords.COULD_NOT_ASK, what + ": " + line.substring(1, line.length() - 1));
    }
}
