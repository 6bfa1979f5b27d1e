package io.lbkeeper.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Root's commands do their work in the state directory as the user to whom it belongs: what that user has put there, a
 * link for example, must not get root's rights, and what is written there must be the service's own.
 */
final class AsOwner {
    private static final String ROOT = "root";
    private static final String SETPRIV = "setpriv";

    private AsOwner() {
    }

    /**
     * Runs this command again as the owner of the state directory, where that is needed.
     *
     * @param arguments as they were given, without the options that name the state directory
     * @return its exit code; empty if this process is the right one
     */
    static OptionalInt again(Path stateDir, List<String> arguments) throws UsageException {
        if (!ROOT.equals(System.getProperty("user.name")) || !Files.isDirectory(stateDir)) {
            return OptionalInt.empty();
        }
        try {
            int owner = (int) Files.getAttribute(stateDir, "unix:uid", LinkOption.NOFOLLOW_LINKS);
            int group = (int) Files.getAttribute(stateDir, "unix:gid", LinkOption.NOFOLLOW_LINKS);
            return owner == 0 ? OptionalInt.empty() : OptionalInt.of(run(owner, group, stateDir, arguments));
        } catch (IOException e) {
            throw new UsageException("this command could not be run as the owner of " + stateDir + ": " + e
                    + "; run it as that user, by runuser or sudo -u");
        }
    }

    private static int run(int owner, int group, Path stateDir, List<String> arguments) throws IOException {
        List<String> named = new ArrayList<>(arguments);
        named.addAll(List.of("--state-dir", stateDir.toAbsolutePath().toString()));
        List<String> command = new ArrayList<>(List.of(SETPRIV, "--reuid=" + owner, "--regid=" + group,
                "--clear-groups", "--no-new-privs"));
        command.addAll(Home.again("64m", named));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putIfAbsent("SUDO_USER", ROOT);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            return RootCommand.COULD_NOT_ASK;
        }
    }
}
