package network;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** Runs where the clients are: one request, whose body takes its time. Prints the answer, or what went wrong. */
final class LongSession {
    private static final long PAUSE_NANOS = 250_000_000;

    private LongSession() {
    }

    /** @param arguments the service's address, and for how many seconds to send */
    public static void main(String[] arguments) {
        try (Socket socket = new Socket(arguments[0], 80)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            write(out, "POST / HTTP/1.1\r\nHost: lb\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
            System.out.println("session open");
            long end = System.nanoTime() + Long.parseLong(arguments[1]) * 1_000_000_000;
            while (System.nanoTime() < end) {
                write(out, "1\r\nx\r\n");
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            write(out, "0\r\n\r\n");
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            System.out.println("session ended: " + answer.lines().findFirst().orElse("without an answer") + ", "
                    + answer.lines().reduce((first, second) -> second).orElse(""));
        } catch (IOException broken) {
            System.out.println("session broken: " + broken.getMessage());
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
