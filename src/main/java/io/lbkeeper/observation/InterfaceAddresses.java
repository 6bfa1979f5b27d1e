package io.lbkeeper.observation;

import static io.lbkeeper.observation.OwnAddress.Scope.DISCOVERED;

import io.lbkeeper.decision.Answer;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Which of a network interface's addresses is the node's own: its one IPv4 address, else its one IPv6 address. */
public final class InterfaceAddresses {
    private InterfaceAddresses() {
    }

    /** Several are not chosen from: the order in which a kernel lists them may change at any boot. */
    public static Answer<String> choose(String interfaceName, List<InetAddress> addresses) {
        List<InetAddress> plausible = addresses.stream().filter(a -> OwnAddress.plausible(a, DISCOVERED)).toList();
        List<InetAddress> ipv4 = plausible.stream().filter(Inet4Address.class::isInstance).toList();
        List<String> candidates = (ipv4.isEmpty() ? plausible : ipv4).stream().map(OwnAddress::canonical).toList();
        if (candidates.size() == 1) {
            return Answer.value(candidates.get(0));
        }
        if (candidates.isEmpty()) {
            return Answer.couldNotAsk("the interface " + interfaceName + " has no usable address" + (addresses.isEmpty()
                    ? "" : ", only " + SeenText.list(addresses.stream().map(OwnAddress::canonical).toList())));
        }
        return Answer.couldNotAsk("the interface " + interfaceName + " has " + candidates.size() + " addresses: "
                + SeenText.list(candidates) + "; name the one to use in lb.address");
    }
}
