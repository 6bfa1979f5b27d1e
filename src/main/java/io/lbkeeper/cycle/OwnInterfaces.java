package io.lbkeeper.cycle;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.observation.InterfaceAddresses;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;

/** The network interfaces of the machine that this process runs on. */
public final class OwnInterfaces implements Interfaces {
    @Override
    public Answer<String> address(String name) {
        try {
            NetworkInterface found = NetworkInterface.getByName(name);
            if (found == null) {
                List<String> others = NetworkInterface.networkInterfaces().map(NetworkInterface::getName).toList();
                return Answer.couldNotAsk("there is no interface " + name + "; there are " + String.join(", ", others));
            }
            return InterfaceAddresses.choose(name, found.inetAddresses().toList());
        } catch (SocketException e) {
            return Answer.couldNotAsk("the interface " + name + " could not be read: " + e.getMessage());
        }
    }

    @Override
    public boolean have(String address) {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByName(address)) != null;
        } catch (UnknownHostException | SocketException e) {
            return false;
        }
    }
}
