package io.lbkeeper.demo;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where everything listens. Linux answers on all of 127.0.0.0/8 without any set-up, so that two machines are two
 * addresses of it.
 *
 * @param prefix the first three numbers of all addresses, such as {@code 127.0.0}
 */
record Network(String prefix) {
    static final int SERVICE_PORT = 8080;
    static final int STATS_PORT = 8404;
    static final int API_PORT = 8053;
    static final int DNS_PORT = 8054;
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.(\\d|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])){2}");

    static boolean isPrefix(String text) {
        return LOOPBACK.matcher(text).matches();
    }

    String address(int machine) {
        return prefix + "." + machine;
    }

    String api() {
        return address(1) + ":" + API_PORT;
    }

    String apiUrl() {
        return "http://" + api();
    }

    String dns() {
        return address(1) + ":" + DNS_PORT;
    }

    /** What this machine can't give, one line each: where, for what, and what was seen. */
    List<String> taken() {
        List<String> taken = new ArrayList<>();
        tcp(taken, 1, API_PORT, "the local Route 53's API");
        tcp(taken, 1, DNS_PORT, "its DNS");
        udp(taken, 1, DNS_PORT, "its DNS");
        for (int machine = 1; machine <= 2; machine++) {
            tcp(taken, machine, SERVICE_PORT, "the service of lb" + machine);
            tcp(taken, machine, STATS_PORT, "the stats page of lb" + machine);
        }
        return taken;
    }

    private void tcp(List<String> taken, int machine, int port, String what) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address(machine)), port));
        } catch (IOException e) {
            taken.add(refusal(machine, port, "TCP", what, e));
        }
    }

    private void udp(List<String> taken, int machine, int port, String what) {
        try (DatagramSocket socket = new DatagramSocket(null)) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address(machine)), port));
        } catch (IOException e) {
            taken.add(refusal(machine, port, "UDP", what, e));
        }
    }

    private String refusal(int machine, int port, String protocol, String what, IOException failure) {
        return address(machine) + ":" + port + " (" + protocol + ", for " + what + "): " + failure.getMessage();
    }
}
