package io.lbkeeper.dnsupdate;

import java.io.IOException;
import java.util.Optional;

/** Bytes to one server and back; none of its calls takes longer than its deadline. */
interface Conversation extends AutoCloseable {

    void send(byte[] message) throws IOException;

    /** The next whole message, or none within the deadline. */
    Optional<byte[]> receive(Deadline deadline) throws IOException;

    @Override
    void close() throws IOException;
}
