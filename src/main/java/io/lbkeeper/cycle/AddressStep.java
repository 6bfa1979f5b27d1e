package io.lbkeeper.cycle;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.observation.InterfaceAddresses;
import io.lbkeeper.observation.OwnAddress;
import io.lbkeeper.observation.OwnAddress.Scope;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import org.apache.camel.Exchange;

/** What the kamelets {@code address-*-action} need: each answer is one plausible address, absent, or could not ask. */
public final class AddressStep {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    public Answer<String> literal(String address) {
        return OwnAddress.parse(address, Scope.CONFIGURED);
    }

    public Answer<String> ofInterface(String name) {
        try {
            NetworkInterface found = NetworkInterface.getByName(name);
            if (found == null) {
                List<String> others = NetworkInterface.networkInterfaces().map(NetworkInterface::getName).toList();
                return Answer.couldNotAsk("there is no interface " + name + "; there are " + String.join(", ", others));
            }
            return InterfaceAddresses.choose(name, found.inetAddresses().toList());
        } catch (SocketException e) {
            return Answer.couldNotAsk("the interface " + name + " could not be read: " + e.getMessage());
        }
    }

    /** The metadata service's session token. */
    public String token(Exchange exchange) throws IOException {
        String body = body(exchange).strip();
        if (status(exchange) != OK || body.isEmpty()) {
            throw new IOException("the metadata service gave no token (status " + status(exchange) + ")");
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
        return status(exchange) == NOT_FOUND ? Answer.absent("the metadata service knows no public IPv4 address (404)")
                : fromWeb(exchange);
    }

    public Answer<String> fromWeb(Exchange exchange) {
        return status(exchange) == OK ? OwnAddress.parse(body(exchange), Scope.DISCOVERED)
                : Answer.couldNotAsk("status " + status(exchange) + " instead of an address");
    }

    public Answer<String> couldNotAsk(String source, Exception failure) {
        return Answer.couldNotAsk(source + ": " + failure.getMessage());
    }

    private static int status(Exchange exchange) {
        return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    }

    private static String body(Exchange exchange) {
        String body = exchange.getMessage().getBody(String.class);
        return body == null ? "" : body;
    }
}
