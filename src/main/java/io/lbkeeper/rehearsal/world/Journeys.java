package io.lbkeeper.rehearsal.world;

/** What becomes of a look from one machine at whoever is at an address. */
final class Journeys {
    private static final Visit SILENT = new Visit.Silent();
    private static final Visit UNREACHABLE = new Visit.Unreachable();
    private static final Visit REFUSED = new Visit.Refused();
    private static final Visit STRANGER = new Visit.Answered(Page.ofStranger());

    private final Network network;
    private final Machines machines;
    private final Addresses addresses;

    Journeys(Network network, Machines machines, Addresses addresses) {
        this.network = network;
        this.machines = machines;
        this.addresses = addresses;
    }

    /** @param nanos after how long its end is known, if anybody has the patience */
    record Journey(Visit end, long nanos) {
    }

    /** @param address empty for the node's own HAProxy */
    Journey of(int from, String address, Glance glance, Conditions now, long atNanos) {
        if (address.isEmpty()) {
            return new Journey(machines.look(from, glance, now, atNanos), Network.LOOPBACK_NANOS);
        }
        int to = addresses.nodeAt(address);
        if (to < 0 || now.recycled[to]) {
            return new Journey(now.blackholed[from] ? SILENT : to >= 0 || addresses.isStranger(address)
                    ? stranger(glance) : addresses.isClosed(address) ? closed(glance) : SILENT,
                    2 * Network.LOOPBACK_NANOS);
        }
        long reached = glance == Glance.MACHINE ? network.echoNanos(now, from, to)
                : network.connectNanos(now, from, to);
        if (now.off[to]) {
            return new Journey(UNREACHABLE, reached);
        }
        Visit found = machines.look(to, glance, now, atNanos);
        boolean over = glance != Glance.PAGE || found instanceof Visit.Refused;
        return new Journey(found, over ? reached : reached + network.exchangeNanos(now, from, to));
    }

    /** Whether a connection to a HAProxy that is held can begin now. */
    boolean canHold(int from, int to, Conditions now) {
        return to >= 0 && !now.off[to] && !now.recycled[to] && !now.haproxyDown[to] && !now.haproxyHung[to]
                && (to == from || network.isOpen(now, from, to));
    }

    /** Somebody else's machine has a web server, at any port that is asked for. */
    private static Visit stranger(Glance glance) {
        return switch (glance) {
            case PAGE -> STRANGER;
            case PORT -> Machines.OPEN_PORT;
            case MACHINE -> Machines.ECHO;
        };
    }

    /** Somebody else's machine has nothing at any port. */
    private static Visit closed(Glance glance) {
        return glance == Glance.MACHINE ? Machines.ECHO : REFUSED;
    }
}
