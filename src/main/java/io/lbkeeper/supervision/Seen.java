package io.lbkeeper.supervision;

/** What one look at an operator's files found. */
sealed interface Seen permits Saved, Unreadable {
}
