package io.lbkeeper.nameserver;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.Address;

/**
 * Where a server is.
 *
 * @param host a name or an address
 */
public record ServerAddress(String host, int port) {
    private static final int DNS_PORT = 53;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads {@code HOST} or {@code HOST:PORT}; an IPv6 address with a port has brackets.
     *
     * @throws IllegalArgumentException where it is neither
     */
    public static ServerAddress of(String text) {
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
        String host = (hasPort ? text.substring(0, colon) : text).replaceAll("^\\[(.*)]$", "$1");
        String digits = hasPort ? text.substring(colon + 1) : String.valueOf(DNS_PORT);
        int port = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
        if (host.isBlank() || port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("the server \"" + text + "\" is no HOST or HOST:PORT, such as "
                    + "ns1.example.com, 192.0.2.53:5353 or [2001:db8::53]:5353");
        }
        return new ServerAddress(host, port);
    }

    /** Looks a name up, however long this machine's resolver takes for it. */
    public InetSocketAddress resolve() throws UnknownHostException {
        return found(lookUp());
    }

    /** Looks a name up, which has no deadline of its own, in another thread. */
    public InetSocketAddress resolve(Duration deadline) throws UnknownHostException {
        if (isAddress()) {
            return resolve();
        }
        try {
            return found(CompletableFuture.supplyAsync(this::lookUp).get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            throw new UnknownHostException("this machine's resolver does not tell the address of " + host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("interrupted while looking up " + host);
        }
    }

    private InetSocketAddress lookUp() {
        return new InetSocketAddress(host, port);
    }

    private InetSocketAddress found(InetSocketAddress address) throws UnknownHostException {
        if (address.isUnresolved()) {
            throw new UnknownHostException("this machine finds no address of the host " + host);
        }
        return address;
    }

    private boolean isAddress() {
        return Address.isDottedQuad(host) || host.contains(":");
    }
}
