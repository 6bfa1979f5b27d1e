package io.lbkeeper.routes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server (RFC 5321) that takes every mail, or says the same to every command, and keeps what it was told. */
public final class MailServer implements AutoCloseable {
    private final ServerSocket listener;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile String refusal = "";
    private volatile boolean silent;

    public MailServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** From now on RCPT is answered so. */
    public void refuse(String answer) {
        refusal = answer;
    }

    public void beSilent() {
        silent = true;
    }

    /** All that clients have said, line by line. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                inBackground(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(),
                    StandardCharsets.UTF_8));
            OutputStream out = client.getOutputStream();
            boolean data = false;
            if (!silent) {
                say(out, "220 mail.example.com");
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                if (data) {
                    data = !line.equals(".");
                    say(out, data ? "" : "250 taken");
                } else {
                    data = line.equals("DATA");
                    say(out, answer(line));
                }
            }
        } catch (IOException e) {
            // The client has gone away.
            lines.add("gone");
        }
    }

    private String answer(String line) {
        if (line.startsWith("RCPT") && !refusal.isEmpty()) {
            return refusal;
        }
        return line.startsWith("EHLO") ? "250-mail.example.com\r\n250 AUTH PLAIN"
                : line.startsWith("AUTH") ? "235 welcome" : line.equals("DATA") ? "354 go on"
                        : line.equals("QUIT") ? "221 bye" : "250 fine";
    }

    private static void say(OutputStream out, String text) throws IOException {
        if (!text.isEmpty()) {
            out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
