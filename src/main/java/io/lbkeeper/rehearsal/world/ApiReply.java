package io.lbkeeper.rehearsal.world;

/** What the caller of the DNS provider's API learns. */
public sealed interface ApiReply<T> {

    /** What the call returned at the server. */
    record Value<T>(T value) implements ApiReply<T> {
    }

    /** The server did not carry it out, and says so. */
    record Refused<T>(int status, String code, String message) implements ApiReply<T> {
    }

    /** There was no answer. It may have been carried out, now or later. */
    record NoAnswer<T>(String why) implements ApiReply<T> {
    }
}
