package io.lbkeeper.demo;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The terminal of whoever watches, if there is one. What is changed in it is put back when this is closed. */
public final class Terminal implements AutoCloseable {
    private static final File TTY = new File("/dev/tty");
    private static final int NARROWEST_COLUMNS = 60;
    private static final int WIDEST_COLUMNS = 120;
    private static final int USUAL_COLUMNS = 100;

    private Optional<String> saved = Optional.empty();

    /** Whether both what is read and what is written go to a terminal. */
    public static boolean isThere() {
        return System.console() != null;
    }

    /** Whether to use colours; see no-color.org. */
    public static boolean isColoured() {
        String refusal = System.getenv("NO_COLOR");
        return isThere() && (refusal == null || refusal.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    /** Where to wrap. */
    public static int columns() {
        String[] rowsAndColumns = isThere() ? stty("size").orElse("").split(" ") : new String[0];
        try {
            int columns = rowsAndColumns.length == 2 ? Integer.parseInt(rowsAndColumns[1]) : 0;
            return columns == 0 ? USUAL_COLUMNS : Math.max(NARROWEST_COLUMNS, Math.min(columns, WIDEST_COLUMNS));
        } catch (NumberFormatException notANumber) {
            return USUAL_COLUMNS;
        }
    }

    /**
     * From now on each key is read at once and not shown. Ctrl-C stays what it is.
     *
     * @return false where that can't be had, so that Enter is needed after each key
     */
    synchronized boolean takeSingleKeys() {
        saved = stty("-g");
        return saved.isPresent() && stty("-icanon", "-echo", "min", "1", "time", "0").isPresent();
    }

    @Override
    public synchronized void close() {
        saved.ifPresent(Terminal::stty);
        saved = Optional.empty();
    }

    private static Optional<String> stty(String... arguments) {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectInput(TTY)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            // A program in the background is stopped when it touches the terminal.
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.exitValue() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
