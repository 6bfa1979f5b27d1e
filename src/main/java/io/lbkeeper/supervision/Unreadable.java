package io.lbkeeper.supervision;

/** There is no whole set of files to be read; {@code why} is for people. */
record Unreadable(String why) implements Seen {
}
