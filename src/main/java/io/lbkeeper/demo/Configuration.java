package io.lbkeeper.demo;

import java.nio.file.Path;

/** The settings files that one machine of the pair is run with. */
final class Configuration {
    static final String DOMAIN = "example.com";
    static final String SERVICE = "lb." + DOMAIN;
    static final String ZONE_ID = "ZEXAMPLE";
    static final int FALL_CHECKS = 3;
    static final int INTERVAL_SECONDS = 1;
    static final int TTL_SECONDS = 60;
    static final int STATUS_PORT = 8405;
    /** Short, so that a person who plays need not wait a minute between two moves of the same node. */
    private static final int HOLD_DOWN_SECONDS = 5;

    private Configuration() {
    }

    /**
     * An HAProxy whose backend is a second frontend of its own, over an abstract socket, so that no other server
     * program is needed: the check, the balancing and the answer are real all the same. To be loaded together with
     * {@code lbkeeper.cfg}.
     *
     * @param socket the abstract socket's name, unique on this machine
     */
    static String haproxy(String node, String address, String socket) {
        return """
                global
                  setenv LBKEEPER_NODE %1$s
                  setenv LBKEEPER_PEERS "127.0.0.0/8"
                  setenv LBKEEPER_BIND %2$s:%4$d
                  maxconn 1000

                defaults
                  mode http
                  timeout connect 1s
                  timeout client 10s
                  timeout server 10s
                  timeout http-request 5s

                frontend www
                  bind %2$s:%5$d
                  maxconn 500
                  default_backend app

                backend app
                  option httpchk GET /
                  server hello abns@%3$s check inter 1s

                frontend hello
                  bind abns@%3$s
                  maxconn 200
                  http-request return status 200 content-type text/plain string "hello from %1$s\\n"
                """.formatted(node, address, socket, Network.STATS_PORT, Network.SERVICE_PORT);
    }

    /** The lbkeeper beside it. */
    static String lbkeeper(String node, String address, Network network, Path stateDir) {
        return """
                lb.node=%1$s
                lb.nodes=lb1,lb2
                lb.domain=%2$s
                lb.service=%3$s
                lb.ttl=%4$ds
                lb.dns=local
                lb.route53.zone-id=%5$s
                lb.route53.endpoint=%6$s
                lb.route53.timeout=900ms
                lb.address=%7$s
                lb.address.timeout=900ms
                lb.check.own-url=http://%7$s:%8$d/stats;csv
                lb.check.url=http://{address}:%8$d/stats;csv
                lb.check.interval=%9$ds
                lb.check.fastinter=%9$ds
                lb.check.timeout=900ms
                lb.check.fall=%10$d
                lb.hold-down=%11$ds
                lb.state-dir=%12$s
                lb.http=%7$s:%14$d
                lb.follow.interval=1s
                lb.follow.name-servers=%13$s
                """.formatted(node, DOMAIN, SERVICE, TTL_SECONDS, ZONE_ID, network.apiUrl(), address,
                Network.STATS_PORT, INTERVAL_SECONDS, FALL_CHECKS, HOLD_DOWN_SECONDS, stateDir, network.dns(),
                STATUS_PORT);
    }
}
