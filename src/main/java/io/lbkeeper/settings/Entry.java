package io.lbkeeper.settings;

/** One key with its value as written, and the line it begins on. */
record Entry(String key, String text, int line) {
}
