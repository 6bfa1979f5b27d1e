package io.lbkeeper.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What one command line came to. */
record CommandLineRun(int exitCode, String out, String err) {

    static CommandLineRun of(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream seenOut = new ByteArrayOutputStream();
        ByteArrayOutputStream seenErr = new ByteArrayOutputStream();
        System.setOut(new PrintStream(seenOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(seenErr, true, StandardCharsets.UTF_8));
        try {
            int exitCode = RootCommand.execute(args);
            return new CommandLineRun(exitCode, seenOut.toString(StandardCharsets.UTF_8),
                    seenErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
