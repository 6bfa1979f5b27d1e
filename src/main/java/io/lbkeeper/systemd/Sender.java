package io.lbkeeper.systemd;

import java.io.IOException;
import java.util.List;

/** Brings assignments such as {@code READY=1} to systemd; see sd_notify(3). */
interface Sender {

    /** Returns when systemd has them. */
    void send(List<String> assignments) throws IOException, InterruptedException;

    /** Does not wait for anything. */
    void launch(List<String> assignments) throws IOException;
}
