package io.lbkeeper.notice;

/** Is told what became of each notice on a channel. */
public interface Deliveries {
    void arrived(String channel);

    /** A try has failed, and another is made. */
    void retried(String channel);

    /** @param why in words for people, without secrets */
    void lost(String channel, String why);
}
