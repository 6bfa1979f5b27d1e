package io.lbkeeper.cycle;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.observation.InterfaceAddresses;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/** The network interfaces of the machine that a node runs on. */
@FunctionalInterface
public interface Interfaces {
    /** The one usable address of the interface of this name, or why it is not known. */
    Answer<String> address(String name);

    /** Those of the machine that this process runs on. */
    static Interfaces ofThisMachine() {
        return name -> {
            try {
                NetworkInterface found = NetworkInterface.getByName(name);
                if (found == null) {
                    List<String> others = NetworkInterface.networkInterfaces().map(NetworkInterface::getName).toList();
                    return Answer.couldNotAsk("there is no interface " + name + "; there are "
                            + String.join(", ", others));
                }
                return InterfaceAddresses.choose(name, found.inetAddresses().toList());
            } catch (SocketException e) {
                return Answer.couldNotAsk("the interface " + name + " could not be read: " + e.getMessage());
            }
        };
    }
}
