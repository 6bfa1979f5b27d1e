package io.lbkeeper;

import io.lbkeeper.command.RootCommand;

/** Starts the command line. */
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        System.exit(RootCommand.execute(args));
    }
}
