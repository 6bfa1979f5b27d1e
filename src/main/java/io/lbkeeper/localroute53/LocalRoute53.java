package io.lbkeeper.localroute53;

import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.account.ChangeHistory;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.api.ApiCalls;
import io.lbkeeper.localroute53.api.ApiFront;
import io.lbkeeper.localroute53.api.ApiService;
import io.lbkeeper.localroute53.api.FaultControl;
import io.lbkeeper.localroute53.api.LocalControl;
import io.lbkeeper.localroute53.dns.DnsFront;
import io.lbkeeper.localroute53.dns.DnsResponder;
import io.lbkeeper.localroute53.dns.ZoneCatalog;
import io.lbkeeper.localroute53.faults.Faults;
import io.lbkeeper.localroute53.faults.RateLimiter;
import io.lbkeeper.localroute53.file.AccountFile;
import io.lbkeeper.localroute53.health.HealthStatus;
import io.lbkeeper.localroute53.signing.SignatureCheck;
import io.lbkeeper.localroute53.zone.Refusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The endpoint, running: the API over HTTP and the same records over DNS. DNS and the listing calls show a change at
 * once, whatever its status; PENDING is only told by GetChange, for as long as asked for. (At AWS the listing shows a
 * change at once, DNS within about 60 s.)
 */
public final class LocalRoute53 implements AutoCloseable {
    private final Account account;
    private final Optional<AccountFile> file;
    private final Faults faults;
    private final ApiFront api;
    private final DnsFront dns;

    private LocalRoute53(Account account, Optional<AccountFile> file, Faults faults, ApiFront api, DnsFront dns) {
        this.account = account;
        this.file = file;
        this.faults = faults;
        this.api = api;
        this.dns = dns;
    }

    /**
     * Starts it.
     *
     * @throws IOException              where an address cannot be listened on, or the file cannot be used; says
     *                                  which and why
     * @throws IllegalArgumentException where two zones have the same id or name
     */
    public static LocalRoute53 start(LocalRoute53Options options) throws IOException {
        if (options.file().isEmpty()) {
            return start(options, Account.of(options.zones()), Optional.empty());
        }
        AccountFile file = AccountFile.open(options.file().get());
        try {
            return start(options, file.account(options.zones()), Optional.of(file));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static LocalRoute53 start(LocalRoute53Options options, Account account, Optional<AccountFile> file)
            throws IOException {
        Faults faults = new Faults(options.seed());
        faults.replace(options.faults());
        DnsFront dns;
        try {
            dns = new DnsFront(options.dnsAddress(),
                    new DnsResponder(new ZoneCatalog(account), new Random(options.seed())));
        } catch (IOException e) {
            throw cannotListen("for DNS", options.dnsAddress(), e);
        }
        try {
            return new LocalRoute53(account, file, faults, apiFront(options, account, faults), dns);
        } catch (IOException e) {
            dns.close();
            throw cannotListen("for the API", options.apiAddress(), e);
        }
    }

    private static ApiFront apiFront(LocalRoute53Options options, Account account, Faults faults) throws IOException {
        ChangeHistory history = new ChangeHistory(() -> Collections.max(List.of(options.insyncAfter(),
                faults.pending())));
        RateLimiter limiter = new RateLimiter(options.rate(), System::nanoTime);
        ApiCalls calls = new ApiCalls(account, history, Clock.systemUTC(), new Random(options.seed()));
        SignatureCheck signatures = new SignatureCheck(options.credentials(), Clock.systemUTC());
        return new ApiFront(options.apiAddress(), new ApiService(signatures, limiter, calls), faults,
                new LocalControl(account, new FaultControl(faults, limiter)));
    }

    /** The same with the options that a test needs most. */
    public static LocalRoute53 start(InetSocketAddress apiAddress, InetSocketAddress dnsAddress,
                                     Collection<HostedZone> zones, Duration insyncAfter) throws IOException {
        return start(LocalRoute53Options.on(apiAddress, dnsAddress).withZones(List.copyOf(zones))
                .withInsyncAfter(insyncAfter));
    }

    private static IOException cannotListen(String purpose, InetSocketAddress address, IOException e) {
        return new IOException("cannot listen " + purpose + " on " + address.getHostString() + ":" + address.getPort()
                + ": " + e.getMessage() + "; give another address, or port 0 for any free one", e);
    }

    public int apiPort() {
        return api.port();
    }

    /** For UDP and TCP. */
    public int dnsPort() {
        return dns.port();
    }

    /** What goes wrong on demand; may be changed while it runs. */
    public Faults faults() {
        return faults;
    }

    /** The zones that are there now, the oldest first. */
    public List<HostedZone> zones() {
        return account.state().zones().values().stream().map(zone -> new HostedZone(account, zone)).toList();
    }

    /**
     * The zone itself, for looking and changing without HTTP.
     *
     * @throws IllegalArgumentException where there is none with this id
     */
    public HostedZone zone(String id) {
        try {
            return new HostedZone(account, account.state().zone(id));
        } catch (Refusal e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Says what the checkers of a health check report from now on. Nothing is really probed.
     *
     * @throws IllegalArgumentException where there is no such health check, or its status is calculated from others
     */
    public void setHealth(String healthCheckId, HealthStatus status) {
        try {
            LocalControl.setHealth(account, healthCheckId, status);
        } catch (Refusal e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Whether Route 53 takes it for healthy now: what its checkers report, or its children, Disabled and Inverted
     * considered.
     */
    public boolean isHealthy(String healthCheckId) {
        return account.state().checks().isHealthy(healthCheckId);
    }

    @Override
    public void close() {
        api.close();
        dns.close();
        file.ifPresent(AccountFile::close);
    }
}
