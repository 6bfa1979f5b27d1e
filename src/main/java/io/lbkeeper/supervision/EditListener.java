package io.lbkeeper.supervision;

/** Hears what becomes of edits, on the thread that takes them up. */
public interface EditListener {

    /** An edit was judged good and takes the place of what runs; {@code files} are those that differ. */
    void taking(String files);

    /** It has completed its first cycle. */
    void taken(String files);

    /** An edit is not taken up, and what ran runs on. Told once for each edit. */
    void refused(String why);

    /** After a refusal the files are again those that run. */
    void asBefore();
}
