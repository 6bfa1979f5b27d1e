package io.lbkeeper.cycle;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.observation.OwnAddress;
import io.lbkeeper.observation.OwnAddress.Scope;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/** What the kamelets {@code address-*-action} need: each answer is one plausible address, absent, or could not ask. */
public final class AddressStep {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    /** What can be the value of a header; a page of some other service is not sent on as one. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    private final Interfaces interfaces;

    public AddressStep(Interfaces interfaces) {
        this.interfaces = interfaces;
    }

    public Answer<String> literal(String address) {
        return OwnAddress.parse(address, Scope.CONFIGURED);
    }

    public Answer<String> ofInterface(String name) {
        return interfaces.address(name);
    }

    /** The metadata service's session token. */
    public String token(Exchange exchange) throws IOException {
        String body = HttpAnswer.body(exchange).strip();
        if (HttpAnswer.status(exchange) != OK || !TOKEN.matcher(body).matches()) {
            throw new IOException("the metadata service gave no token (status " + HttpAnswer.status(exchange) + ")");
        }
        return body;
    }

    /**
     * The metadata service's {@code public-ipv4}.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-metadata.html">EC2 metadata: the
     *      category is there only if the instance has a public IPv4 address</a>
     */
    public Answer<String> fromMetadata(Exchange exchange) {
        return HttpAnswer.status(exchange) == NOT_FOUND
                ? Answer.absent("the metadata service knows no public IPv4 address (404)") : fromWeb(exchange);
    }

    public Answer<String> fromWeb(Exchange exchange) {
        if (exchange.getMessage().getHeader(HttpDeadline.OVERLONG) != null) {
            return Answer.couldNotAsk("a body of more than " + HttpDeadline.CAP_BYTES + " bytes instead of an address");
        }
        return HttpAnswer.status(exchange) == OK ? OwnAddress.parse(HttpAnswer.body(exchange), Scope.DISCOVERED)
                : Answer.couldNotAsk("status " + HttpAnswer.status(exchange) + " instead of an address");
    }

    public Answer<String> couldNotAsk(String source, Exception failure) {
        return Answer.couldNotAsk(source + ": " + failure.getMessage());
    }
}
