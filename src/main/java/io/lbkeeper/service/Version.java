package io.lbkeeper.service;

/** Which lbkeeper this is. */
public final class Version {
    private Version() {
    }

    /** The jar's, or that there is none. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(unpacked)" : version;
    }
}
