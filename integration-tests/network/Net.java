package network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Two load balancers, the DNS provider and the clients, each in a namespace and a subnet of its own, with a router
 * between them that loses what it is told to. Faults are by cable, not by address: they hold when an address changes.
 */
public final class Net implements AutoCloseable {
    static final List<String> HOSTS = List.of("lb1", "lb2", "dns", "client");
    private static final String ROUTER = "router";
    private static final String ALL = " counter drop";
    private static final Pattern COUNTER = Pattern.compile("counter packets (\\d+)");

    private final Map<String, String> namespaces = new TreeMap<>();
    private final List<String> losses = new ArrayList<>();

    public Net() {
        int group = Namespaces.nextGroup();
        try {
            namespaces.put(ROUTER, Namespaces.add(ROUTER, group));
            for (String host : HOSTS) {
                namespaces.put(host, Namespaces.add(host, group));
                connect(host);
            }
            inRouter("", "sh", "-c", "echo 1 >/proc/sys/net/ipv4/ip_forward");
            inRouter("add table inet faults\n"
                    + "add chain inet faults forward { type filter hook forward priority 0; policy accept; }\n",
                    "nft", "-f", "-");
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private void connect(String host) {
        Tool.run("", "ip", "link", "add", "eth0", "netns", namespace(host), "type", "veth", "peer", "name", host,
                "netns", namespace(ROUTER));
        Tool.run("addr add " + subnet(host) + ".1/24 dev " + host + "\nlink set " + host + " up\n",
                "ip", "-n", namespace(ROUTER), "-batch", "-");
        Tool.run("link set lo up\nlink set eth0 up\n", "ip", "-n", namespace(host), "-batch", "-");
        readdress(host, address(host));
    }

    public String namespace(String host) {
        return namespaces.get(host);
    }

    private static String subnet(String host) {
        return "10.0." + (HOSTS.indexOf(host) + 1);
    }

    /** Where a host is at first. */
    public static String address(String host) {
        return subnet(host) + ".10";
    }

    /** Where a host could move to. */
    static String otherAddress(String host) {
        return subnet(host) + ".77";
    }

    /** Gives a host another address, and takes its old one away. */
    void readdress(String host, String address) {
        Tool.run("addr flush dev eth0\naddr add " + address + "/24 dev eth0\nroute add default via " + subnet(host)
                + ".1\n", "ip", "-n", namespace(host), "-batch", "-");
    }

    /** From now on nothing that the one host sends reaches the other; the other way stays open. */
    void cutOneWay(String from, String to) {
        lose(between(from, to) + ALL);
    }

    public void cut(String one, String other) {
        lose(between(one, other) + ALL, between(other, one) + ALL);
    }

    /** The network drops everything to and from a host, and answers for it with nothing. */
    public void blackhole(String host) {
        lose("iifname " + host + ALL, "oifname " + host + ALL);
    }

    /** Loses so many packets of a hundred, at random, in each direction. */
    public void loseSome(String one, String other, int percent) {
        lose(between(one, other) + chance(percent), between(other, one) + chance(percent));
    }

    private static String between(String from, String to) {
        return "iifname " + from + " oifname " + to;
    }

    /** The kernel's own dice: not every one has netem. */
    static String chance(int percent) {
        return " numgen random mod 100 < " + percent + ALL;
    }

    public void heal() {
        losses.clear();
        lose();
    }

    private void lose(String... rules) {
        losses.addAll(List.of(rules));
        inRouter("flush chain inet faults forward\n" + losses.stream()
                .map(rule -> "add rule inet faults forward " + rule + "\n").collect(Collectors.joining()),
                "nft", "-f", "-");
    }

    /** How many packets have been lost since the faults were last changed. */
    long lost() {
        return COUNTER.matcher(inRouter("", "nft", "list", "ruleset")).results()
                .mapToLong(counter -> Long.parseLong(counter.group(1))).sum();
    }

    private String inRouter(String input, String... command) {
        List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", namespace(ROUTER)));
        all.addAll(List.of(command));
        return Tool.run(input, all.toArray(String[]::new));
    }

    @Override
    public void close() {
        namespaces.values().forEach(Namespaces::remove);
    }
}
