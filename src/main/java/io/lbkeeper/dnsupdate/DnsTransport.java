package io.lbkeeper.dnsupdate;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;

/**
 * Carries messages to servers and back. One that stands in the registry takes the place of the network, and of the
 * options that say how to go through it.
 */
public interface DnsTransport {

    /**
     * One message to one server.
     *
     * @param server a host's name or address, perhaps with a port
     */
    record Question(Message message, String server) {
    }

    /** What came of it. */
    sealed interface Reply {
        /**
         * The server has answered; where messages are signed, so was this one.
         *
         * @param repeated whether it answers a later try, so that the server may have done the same before
         */
        record Told(Message answer, boolean repeated) implements Reply {
        }

        record Failed(DnsUpdateException why) implements Reply {
        }
    }

    /**
     * Asks all at once.
     *
     * @param deadline for the whole, with all tries
     * @return a reply for each question, in their order
     */
    List<Reply> ask(List<Question> questions, Duration deadline);

    /**
     * The server which takes the zone's updates, by the zone's SOA record as this machine's resolver tells it.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc1035#section-3.3.13">RFC 1035: MNAME</a>
     */
    String originalServer(Name zone, Duration deadline) throws IOException;

    /** The clock that deadlines go by, which only goes forward. */
    default long nanos() {
        return System.nanoTime();
    }
}
