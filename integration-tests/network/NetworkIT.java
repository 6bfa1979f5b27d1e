package network;

/**
 * Pairs of real machines' programs in network namespaces, and what befalls them. One class, so that its scenarios are
 * played beside one another and nothing else beside them; the longest are named first.
 */
class NetworkIT implements LinkFaults, ApiFaults, HaproxyFaults, LbkeeperFaults, MachineFaults {
}
