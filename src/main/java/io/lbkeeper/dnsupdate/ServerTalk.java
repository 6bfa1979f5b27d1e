package io.lbkeeper.dnsupdate;

import io.lbkeeper.nameserver.ServerAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;

/**
 * All questions to one server, asked at once: by datagrams where they fit, again after a silence, and over one
 * connection what does not fit or was answered in part. It ends at the deadline whatever the server does.
 */
final class ServerTalk {
    /** RFC 1035, 4.2.1: more than that fits only where both sides have agreed upon it. */
    private static final int LONGEST_DATAGRAM_BYTES = 512;
    /** Stands for the number of tries where a datagram has brought a part of the answer. */
    private static final int TRUNCATED = Integer.MIN_VALUE;

    private final String server;
    private final List<Message> messages;
    private final Signature signature;
    private final Deadline deadline;
    private final Map<Integer, DnsTransport.Reply> replies = new TreeMap<>();
    private final Map<Integer, Sent> sent = new HashMap<>();
    private final Map<Integer, Integer> tries = new HashMap<>();
    private String distrusted = "";

    /** @param number of the question */
    private record Sent(int number, boolean isLater, Signature.Sealed sealed) {
    }

    ServerTalk(String server, List<Message> messages, Signature signature, Deadline deadline) {
        this.server = server;
        this.messages = messages;
        this.signature = signature;
        this.deadline = deadline;
    }

    /** @param datagramTries how often a question is sent as a datagram; 0 for over TCP only */
    List<DnsTransport.Reply> run(int datagramTries) {
        try {
            InetSocketAddress address = ServerAddress.of(server).resolve(Duration.ofMillis(deadline.leftMillis()));
            if (datagramTries > 0) {
                overUdp(address, datagramTries);
            }
            while (!open().isEmpty() && !deadline.isOver()) {
                int before = open().size();
                overTcp(address);
                if (open().size() == before) {
                    break;
                }
            }
        } catch (UnknownHostException e) {
            failOpen(DnsFailureKind.UNREACHABLE, e.getMessage());
        }
        // The same words each time: how many milliseconds were left of a deadline is no news.
        failOpen(DnsFailureKind.NO_ANSWER, "no answer in time" + distrusted);
        return List.copyOf(replies.values());
    }

    private void overUdp(InetSocketAddress address, int datagramTries) {
        try (UdpConversation udp = new UdpConversation(address)) {
            for (int left = datagramTries; left > 0; left--) {
                Map<Integer, Signature.Sealed> fitting = new LinkedHashMap<>();
                for (int number : open()) {
                    Signature.Sealed sealed = seal(number);
                    if (sealed.bytes().length <= LONGEST_DATAGRAM_BYTES && !isTruncated(number)) {
                        fitting.put(number, sealed);
                    }
                }
                if (fitting.isEmpty()) {
                    return;
                }
                for (Map.Entry<Integer, Signature.Sealed> each : fitting.entrySet()) {
                    send(udp, each.getKey(), each.getValue());
                }
                listen(udp, deadline.part(left));
            }
            open().stream().filter(this::hasOnlySilence).toList().forEach(number -> fail(number,
                    DnsFailureKind.NO_ANSWER, "no answer in time, to " + datagramTries
                            + (datagramTries == 1 ? " try" : " tries") + distrusted));
        } catch (PortUnreachableException e) {
            failOpen(DnsFailureKind.UNREACHABLE, "nothing listens there (port unreachable)");
        } catch (IOException e) {
            failOpen(DnsFailureKind.UNREACHABLE, "it could not be sent: " + e.getMessage());
        }
    }

    private void overTcp(InetSocketAddress address) {
        TcpConversation tcp;
        try {
            tcp = new TcpConversation(address, deadline);
        } catch (IOException e) {
            failOpen(DnsFailureKind.UNREACHABLE, "no connection: " + e.getMessage());
            return;
        }
        try (tcp) {
            exchange(tcp);
        } catch (IOException e) {
            note(e.getMessage());
            // Whether it has read what was sent nobody knows; a question may be asked again, an update not.
            open().stream().filter(this::isUpdate).toList().forEach(number -> fail(number, DnsFailureKind.NO_ANSWER,
                    "no answer over TCP" + distrusted));
        }
    }

    /** A server that ends the connection after its answers may do so while questions are still being sent. */
    private void exchange(TcpConversation tcp) throws IOException {
        // Here comes no answer to what was asked elsewhere.
        sent.clear();
        try {
            for (int number : open()) {
                send(tcp, number, seal(number));
            }
        } finally {
            listen(tcp, deadline);
        }
    }

    /** With an ID, which is a random one of 65,536, that no other question has here. */
    private Signature.Sealed seal(int number) throws IOException {
        Signature.Sealed sealed = signature.seal(messages.get(number));
        while (sent.containsKey(sealed.id())) {
            sealed = signature.seal(messages.get(number));
        }
        return sealed;
    }

    private void send(Conversation conversation, int number, Signature.Sealed sealed) throws IOException {
        int before = tries.merge(number, 1, Integer::sum) - 1;
        sent.put(sealed.id(), new Sent(number, before > 0, sealed));
        conversation.send(sealed.bytes());
    }

    /** Takes what comes, until all that can be answered here is answered or the time is over. */
    private void listen(Conversation conversation, Deadline end) throws IOException {
        while (open().stream().anyMatch(number -> conversation instanceof TcpConversation || hasOnlySilence(number))) {
            Optional<byte[]> bytes = conversation.receive(end);
            if (bytes.isEmpty()) {
                return;
            }
            take(bytes.get(), conversation instanceof UdpConversation);
        }
    }

    private void take(byte[] bytes, boolean canBeTruncated) {
        Message answer;
        try {
            answer = new Message(bytes);
        } catch (IOException | RuntimeException e) {
            distrust("an answer that is no DNS message");
            return;
        }
        Sent question = sent.get(answer.getHeader().getID());
        if (question == null || !answersTo(answer, messages.get(question.number()))) {
            distrust("an answer to something else");
            return;
        }
        Signature.Worth worth = signature.judge(answer, bytes, question.sealed());
        int number = question.number();
        if (worth instanceof Signature.Worth.None none) {
            distrust(none.why());
        } else if (worth instanceof Signature.Worth.Refusal refusal) {
            replies.putIfAbsent(number, new DnsTransport.Reply.Failed(Refusals.ofKey(refusal, server)));
        } else if (canBeTruncated && answer.getHeader().getFlag(Flags.TC) && !isUpdate(number)) {
            tries.put(number, TRUNCATED);
        } else {
            replies.putIfAbsent(number, new DnsTransport.Reply.Told(answer, question.isLater()));
        }
    }

    private boolean isTruncated(int number) {
        return tries.getOrDefault(number, 0) < 0;
    }

    private boolean hasOnlySilence(int number) {
        return tries.getOrDefault(number, 0) > 0;
    }

    private void distrust(String what) {
        note(what + " was passed over");
    }

    private void note(String what) {
        if (!distrusted.contains(what)) {
            distrusted += "; " + what;
        }
    }

    private static boolean answersTo(Message answer, Message question) {
        return answer.getHeader().getFlag(Flags.QR)
                && answer.getHeader().getOpcode() == question.getHeader().getOpcode()
                && (answer.getQuestion() == null || answer.getQuestion().equals(question.getQuestion()));
    }

    private boolean isUpdate(int number) {
        return messages.get(number).getHeader().getOpcode() == Opcode.UPDATE;
    }

    private List<Integer> open() {
        return IntStream.range(0, messages.size()).filter(number -> !replies.containsKey(number))
                .boxed().toList();
    }

    private void failOpen(DnsFailureKind kind, String what) {
        open().forEach(number -> fail(number, kind, what));
    }

    /** What may have arrived with an earlier try is in doubt, whatever became of the later one. */
    private void fail(int number, DnsFailureKind kind, String what) {
        DnsFailureKind known = kind == DnsFailureKind.UNREACHABLE && tries.getOrDefault(number, 0) > 1
                ? DnsFailureKind.NO_ANSWER : kind;
        replies.put(number, new DnsTransport.Reply.Failed(new DnsUpdateException(known, server + ": " + what)));
    }
}
