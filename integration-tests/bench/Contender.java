package bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import network.Running;

/** One way to keep the name on a machine that lives. It has no state: that is the site's. */
interface Contender {
    List<Contender> ALL = List.of(new LbkeeperContender(), new GdnsdContender(), new PowerdnsContender(),
            KeepalivedContender.byScript(), KeepalivedContender.byEvent(), LoopContender.withAwsCli(),
            LoopContender.withCurl());

    String name();

    /** The Debian packages that its version is from, the one that it is named after first; none for lbkeeper. */
    List<String> packages();

    /** Why it can't be set so; empty where it can. */
    default Optional<String> obstacle(Setting setting) {
        return Optional.empty();
    }

    /** What it makes of the interval: some have a least one. */
    default Duration interval(Setting setting) {
        return setting.interval();
    }

    /** What it makes of the number of failed checks. */
    default int fall(Setting setting) {
        return setting.fall();
    }

    default Duration timeout(Setting setting) {
        return setting.timeout();
    }

    /** Whether it changes a record at the DNS provider; else each machine is a DNS server of its own. */
    default boolean asksProvider() {
        return true;
    }

    /** Writes its files for a machine and starts it there. */
    Running start(Site site, String machine);

    /** Whether what runs there has found its place. */
    default boolean isReady(Site site, String machine) {
        return true;
    }

    /** What the machine's HAProxy is run by, as a systemd unit with commands for its start and end would. */
    default List<String> haproxyWrapper(Site site, String machine) {
        return List.of();
    }

    /**
     * Has the name given to another machine by hand.
     *
     * @return the monotonic times from which it may be counted
     */
    HandOver handOver(Site site, String from, String to);

    /** After a hand-over by hand: takes back what would keep the name from coming back. */
    default void forgetHandOver(Site site) {
    }

    /**
     * @param typedNanos   when the command was started
     * @param writtenNanos when what it asks for had been written down
     */
    record HandOver(long typedNanos, long writtenNanos) {
    }
}
