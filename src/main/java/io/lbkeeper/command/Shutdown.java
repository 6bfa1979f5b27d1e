package io.lbkeeper.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether systemd is stopping the whole machine, and not just a service on it. */
final class Shutdown {
    private static final int PATIENCE_SECONDS = 3;
    private static final Pattern JOB = Pattern.compile(
            "(?m)\\b(shutdown|reboot|poweroff|halt|kexec)\\.target\\s+start\\b");

    private Shutdown() {
    }

    static boolean isUnderWay() {
        return ask("is-system-running").strip().equals("stopping")
                || JOB.matcher(ask("list-jobs", "--no-legend")).find();
    }

    /** Where there is no systemd, or it says nothing in time, nothing is known of a shutdown. */
    private static String ask(String... question) {
        try {
            Process systemctl = new ProcessBuilder(Stream.concat(Stream.of("systemctl"), Stream.of(question)).toList())
                    .redirectErrorStream(true).start();
            systemctl.getOutputStream().close();
            if (!systemctl.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                systemctl.destroyForcibly();
                return "";
            }
            return new String(systemctl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException noSystemd) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
