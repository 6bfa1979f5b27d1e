package services;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.TreeMap;

/**
 * HTTP requests that nobody should send: a good one with its body spoilt, with a length or chunks that are not the
 * body's, with head lines spoilt or far too large, or cut anywhere. The good one is refused too: it deletes what is
 * not there, so that nothing is written by any of them.
 */
final class MalformedRequests {
    private static final String CHANGES = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ChangeResourceRecordSetsRequest"
            + " xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><ChangeBatch><Comment>why</Comment><Changes>%s"
            + "</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>";
    private static final String CHANGE = "<Change><Action>DELETE</Action><ResourceRecordSet><Name>never%s.example.com"
            + "</Name><Type>TXT</Type><SetIdentifier>one</SetIdentifier><Weight>1</Weight><TTL>60</TTL>"
            + "<ResourceRecords><ResourceRecord><Value>\"text\"</Value></ResourceRecord></ResourceRecords>"
            + "<HealthCheckId>hc</HealthCheckId></ResourceRecordSet></Change>";
    private static final byte[] BODY = String.format(CHANGES, String.format(CHANGE, 1) + String.format(CHANGE, 2))
            .getBytes(ISO_8859_1);
    private static final String HEAD = "POST /2013-04-01/hostedzone/ZEXAMPLE/rrset/ HTTP/1.1\r\nHost: x\r\n"
            + "Authorization: any\r\nContent-Type: text/xml\r\n";
    private final Spoiling spoiling;
    private final int port;
    /** How often each status was answered, to well-framed requests. */
    final Map<Integer, Integer> statuses = new TreeMap<>();

    MalformedRequests(Spoiling spoiling, int port) {
        this.spoiling = spoiling;
        this.port = port;
    }

    void send(int count) throws IOException {
        for (int sent = 0; sent < count; ) {
            sent += spoiling.below(3) == 0 ? broken() : framed(Math.min(20, count - sent));
        }
    }

    /** Requests of the right length with a spoilt body, on one connection. */
    private int framed(int count) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; i < count; i++) {
                byte[] body = body();
                socket.getOutputStream().write(Spoiling.join((HEAD + "Content-Length: " + body.length + "\r\n\r\n")
                        .getBytes(ISO_8859_1), body));
                statuses.merge(readAnswer(in), 1, Integer::sum);
            }
        }
        return count;
    }

    private byte[] body() {
        return switch (spoiling.below(40)) {
            case 0 -> spoiling.anyOctets(3000);
            case 1 -> "<a>".repeat(spoiling.below(5000)).getBytes(ISO_8859_1);
            case 2 -> String.format(CHANGES, String.format(CHANGE, 1).repeat(spoiling.below(300))).getBytes(ISO_8859_1);
            case 3 -> ("<!DOCTYPE x [<!ENTITY a \"" + "b".repeat(spoiling.below(2000)) + "\">]><x>&a;&a;</x>")
                    .getBytes(ISO_8859_1);
            default -> spoiling.spoil(BODY);
        };
    }

    private static int readAnswer(InputStream in) throws IOException {
        String head = "";
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            head = head.isEmpty() ? line : head;
            length = line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")
                    ? Integer.parseInt(line.substring(15).strip()) : length;
        }
        String body = new String(in.readNBytes(length), ISO_8859_1);
        if (body.contains("InternalFailure")) {
            throw new IOException("the endpoint failed inside: " + body);
        }
        return Integer.parseInt(head.split(" ")[1]);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the endpoint hung up on a well-framed request, after: " + line);
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    /** A request that is not framed well, on a connection of its own; whether an answer comes is left open. */
    private int broken() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            // Half of them hang up with a reset.
            socket.setSoLinger(spoiling.below(2) == 0, 0);
            socket.getOutputStream().write(unframed());
            if (spoiling.below(2) == 0) {
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            }
        } catch (SocketException e) {
            // The endpoint hung up before all was sent: that is its right.
            return 1;
        }
        return 1;
    }

    private byte[] unframed() {
        byte[] whole = Spoiling.join((HEAD + "Content-Length: " + BODY.length + "\r\n\r\n").getBytes(ISO_8859_1), BODY);
        return switch (spoiling.below(8)) {
            case 0 -> java.util.Arrays.copyOf(whole, spoiling.below(whole.length));
            case 1 -> withHead("Content-Length: " + (BODY.length + 1 + spoiling.below(100_000)));
            case 2 -> withHead("Content-Length: " + spoiling.below(BODY.length));
            case 3 -> withHead("Content-Length: " + new String[] {"-1", "x", "99999999999999999999", "1, 2", ""}[
                    spoiling.below(5)]);
            case 4 -> withHead("Transfer-Encoding: chunked\r\n\r\n" + new String[] {"-5", "x", "7fffffff", "fffffffff",
                "3\r\nabc", "0"}[spoiling.below(6)]);
            case 5 -> withHead("X-" + "y".repeat(spoiling.below(100)) + ": " + "z".repeat(spoiling.below(200_000)));
            case 6 -> withHead("X: y\r\n".repeat(spoiling.below(1000)) + "Z: z");
            default -> spoiling.spoil(whole);
        };
    }

    private static byte[] withHead(String line) {
        return Spoiling.join((HEAD + line + "\r\n\r\n").getBytes(ISO_8859_1), BODY);
    }
}
