package io.lbkeeper.cycle;

import io.lbkeeper.decision.Answer;

/** The network interfaces of the machine that a node runs on. */
public interface Interfaces {
    /** The one usable address of the interface of this name, or why it is not known. */
    Answer<String> address(String name);

    /** Whether the machine has this address on one of its interfaces. */
    boolean have(String address);
}
