package io.lbkeeper.command;

import java.nio.file.Path;

/** Where the program itself is: its start script says so. */
final class Home {
    private Home() {
    }

    /** The distribution's folder, or the checkout's. */
    static Path folder() {
        return Path.of(System.getProperty("lbkeeper.home", "."));
    }

    static String version() {
        String version = Home.class.getPackage().getImplementationVersion();
        return version == null ? "(unpacked)" : version;
    }
}
