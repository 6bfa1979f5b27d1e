package io.lbkeeper.rehearsal.world;

import io.lbkeeper.rehearsal.world.Fault.OldAddress;
import java.util.HashMap;
import java.util.Map;

/** Who is at which address. Addresses come from the documentation's networks, so that nobody has them. */
final class Addresses {
    private static final int STRANGER = -1;
    private static final int CLOSED = -2;
    private static final int NOBODY = -3;

    private final Map<String, Integer> occupants = new HashMap<>();
    private final String[] current;
    private int given;

    Addresses(int size) {
        current = new String[size];
        for (int node = 0; node < size; node++) {
            occupy(node);
        }
    }

    String of(int node) {
        return current[node];
    }

    /** Gives a node an address that nobody has had. */
    void change(int node, OldAddress old) {
        occupants.put(current[node], old == OldAddress.STRANGER ? STRANGER : old == OldAddress.REFUSED ? CLOSED
                : NOBODY);
        occupy(node);
    }

    /** The number of the node that has it, or less than zero. */
    int nodeAt(String address) {
        return occupants.getOrDefault(address, NOBODY);
    }

    boolean isStranger(String address) {
        return nodeAt(address) == STRANGER;
    }

    boolean isClosed(String address) {
        return nodeAt(address) == CLOSED;
    }

    private void occupy(int node) {
        int number = given++;
        current[node] = number < 200 ? "203.0.113." + (number + 10) : "198.51." + number / 200 + "." + number % 200;
        occupants.put(current[node], node);
    }
}
