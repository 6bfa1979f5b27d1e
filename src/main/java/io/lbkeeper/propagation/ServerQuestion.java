package io.lbkeeper.propagation;

import java.util.List;

/**
 * What to ask name servers.
 *
 * @param name    without the final dot
 * @param type    {@code A} or {@code AAAA}
 * @param servers each a host's name or address, perhaps with a port
 */
public record ServerQuestion(String name, String type, List<String> servers) {
    public ServerQuestion {
        servers = List.copyOf(servers);
    }
}
