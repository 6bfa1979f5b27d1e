package network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/**
 * Runs where the clients are. Keeps asking the DNS server for the service record and the owner record, visits the
 * service where the record says, and prints each answer that is another than the one before, with the time.
 */
final class Witness {
    private static final Duration LOOK = Duration.ofMillis(40);
    private static final Duration VISIT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration COUNT = Duration.ofSeconds(1);

    private final SimpleResolver resolver;
    private volatile String serviceNow = Sights.ABSENT;

    private Witness(String dns) throws IOException {
        resolver = new SimpleResolver(new InetSocketAddress(dns, 53));
        resolver.setTimeout(PATIENCE);
    }

    /** @param arguments the DNS server's address and the service's name */
    public static void main(String[] arguments) throws IOException {
        Witness witness = new Witness(arguments[0]);
        String owner = "_owner." + arguments[1];
        new Thread(() -> keepLooking(VISIT, new Diary("visit"), witness::visit)).start();
        new Thread(() -> keepLooking(LOOK, new Diary("owner"), () -> witness.ask(owner, Type.TXT))).start();
        keepLooking(LOOK, new Diary("service"), () -> {
            String seen = witness.ask(arguments[1], Type.A);
            witness.serviceNow = seen;
            return seen;
        });
    }

    private static void keepLooking(Duration pause, Diary diary, Look look) {
        while (true) {
            try {
                diary.saw(look.see());
            } catch (IOException failed) {
                diary.sawNothing(failed);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private interface Look {
        String see() throws IOException;
    }

    /** Writes each answer that is another than the one before, and now and then how many there were. */
    private static final class Diary {
        private final String kind;
        private String last = "";
        private int answers;
        private long counted = System.nanoTime();

        Diary(String kind) {
            this.kind = kind;
        }

        void saw(String seen) {
            answers++;
            long now = System.nanoTime();
            if (!seen.equals(last)) {
                System.out.println(now + " " + kind + " " + seen);
            }
            if (now - counted > COUNT.toNanos()) {
                System.out.println(now + " " + kind + "-answers " + answers);
                counted = now;
            }
            last = seen;
        }

        /** No answer is not the answer that there is nothing. */
        void sawNothing(IOException failed) {
            System.out.println(System.nanoTime() + " " + kind + "-unanswered " + failed.getMessage());
        }
    }

    private String ask(String name, int type) throws IOException {
        Message answer = resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name + "."), type,
                DClass.IN)));
        int code = answer.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            return Sights.ABSENT + " (" + Rcode.string(code) + ")";
        }
        String values = answer.getSection(Section.ANSWER).stream().map(Record::rdataToString).sorted()
                .collect(Collectors.joining(" and "));
        return values.isEmpty() ? Sights.ABSENT : values;
    }

    private String visit() {
        String address = serviceNow;
        if (address.startsWith(Sights.ABSENT)) {
            return "nowhere to go";
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, 80), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            String body = answer.substring(answer.indexOf("\r\n\r\n") + 4).strip();
            return answer.startsWith("HTTP/1.1 200") ? body : "not served: " + answer.lines().findFirst().orElse("");
        } catch (IOException | RuntimeException failed) {
            return "not served: " + failed.getMessage();
        }
    }
}
