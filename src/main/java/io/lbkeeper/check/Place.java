package io.lbkeeper.check;

/** A line of a file, counted from 1. */
record Place(String file, int line) {
}
