package io.lbkeeper.localroute53;

import static io.lbkeeper.localroute53.LocalEndpoint.change;
import static io.lbkeeper.localroute53.LocalEndpoint.set;

import io.lbkeeper.localroute53.account.HostedZone;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * What {@code bin/bench route53} runs: how long the endpoint takes with a full zone and with an almost empty one, as a
 * client sees it, both in this process. The two take turns, so that a busy moment of the machine is in both.
 */
public final class ZoneBench {
    private static final int SAMPLES = 3000;
    private static final Duration TARGET = Duration.ofMillis(5);
    private static final long SEED = 1;
    private final int samples;
    private final PrintStream out;
    private final Route53Client client;
    private final SimpleResolver udp;
    private final SimpleResolver tcp;
    private final Map<String, Integer> swaps = new LinkedHashMap<>();

    /** One thing that is measured, on the zone of this id and name. */
    @FunctionalInterface
    private interface Call {
        void make(String id, String zone) throws IOException;
    }

    private ZoneBench(int samples, PrintStream out, LocalEndpoint endpoint, Route53Client client) {
        this.samples = samples;
        this.out = out;
        this.client = client;
        this.udp = new SimpleResolver(endpoint.dns());
        this.tcp = new SimpleResolver(endpoint.dns());
        tcp.setTCP(true);
    }

    public static void main(String[] none) {
        try {
            System.exit(measure(SAMPLES, System.out) ? 0 : 1);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(2);
        }
    }

    /** True where the target is met. */
    static boolean measure(int samples, PrintStream out) throws Exception {
        HostedZone small = HostedZone.create("ZSMALL", "example.net");
        try (LocalEndpoint endpoint = new LocalEndpoint(Duration.ZERO, small); Route53Client client =
                endpoint.client()) {
            ZoneBench bench = new ZoneBench(samples, out, endpoint, client);
            bench.create("ZSMALL", "example.net");
            bench.create(LocalEndpoint.ZONE, "example.com");
            TenThousandRecords.fill(endpoint.zone(), SEED);
            Latencies batch = bench.run(endpoint.local.zone("ZSMALL").records().size());
            boolean met = batch.median().compareTo(TARGET) < 0;
            out.printf("%nA change batch against %,d records: median %s, target below %s: %s%n",
                    endpoint.zone().records().size(), Latencies.show(batch.median()), Latencies.show(TARGET),
                    met ? "met" : "missed");
            return met;
        }
    }

    private Latencies run(int least) throws IOException {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("change batch: swap two records", this::swap);
        calls.put("list one record", (id, zone) -> list(id, zone, 1));
        calls.put("list 300 records, or all", (id, zone) -> list(id, zone, 300));
        calls.put("DNS query over UDP", (id, zone) -> ask(udp, zone));
        calls.put("DNS query over TCP, connecting", (id, zone) -> ask(tcp, zone));
        out.printf("%d calls of each kind after %d to warm up; Java %s on %d processors%n%n", samples, samples / 3,
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        out.printf("%-32s%s%n%-32s%s%n", "", Latencies.heading("with " + least
                + " records", String.format("with %,d records", TenThousandRecords.COUNT)), "", Latencies.columns());
        Latencies batch = null;
        for (Map.Entry<String, Call> call : calls.entrySet()) {
            Latencies small = new Latencies(samples);
            Latencies full = new Latencies(samples);
            for (int i = -samples / 3; i < samples; i++) {
                small.measure(i, () -> call.getValue().make("ZSMALL", "example.net"));
                full.measure(i, () -> call.getValue().make(LocalEndpoint.ZONE, "example.com"));
            }
            out.printf("%-32s%s%n", call.getKey(), small.beside(full));
            batch = batch == null ? full : batch;
        }
        return batch;
    }

    private void create(String id, String zone) {
        client.changeResourceRecordSets(r -> r.hostedZoneId(id).changeBatch(b -> b.changes(
                change("CREATE", address(zone, 0)), change("CREATE", text(zone, 0)))));
    }

    /** As lbkeeper does it: an address and the text beside it, each deleted as it was and created as it shall be. */
    private void swap(String id, String zone) {
        int from = swaps.merge(id, 1, Integer::sum) - 1;
        client.changeResourceRecordSets(r -> r.hostedZoneId(id).changeBatch(b -> b.changes(
                change("DELETE", address(zone, from)), change("DELETE", text(zone, from)),
                change("CREATE", address(zone, from + 1)), change("CREATE", text(zone, from + 1)))));
    }

    private static ResourceRecordSet address(String zone, int number) {
        return set("lb." + zone, RRType.A, 60, "10.1." + number / 250 + "." + number % 250);
    }

    private static ResourceRecordSet text(String zone, int number) {
        return set("_owner.lb." + zone, RRType.TXT, 60, "\"epoch=" + number + "\"");
    }

    private void list(String id, String zone, int records) {
        client.listResourceRecordSets(r -> r.hostedZoneId(id).startRecordName("h4." + zone)
                .maxItems(String.valueOf(records)));
    }

    private static void ask(SimpleResolver resolver, String zone) throws IOException {
        Message query = Message.newQuery(Record.newRecord(Name.fromString("lb." + zone + "."), Type.A, DClass.IN));
        int rcode = resolver.send(query).getRcode();
        if (rcode != Rcode.NOERROR) {
            throw new IOException("the endpoint answered " + Rcode.string(rcode) + " to lb." + zone);
        }
    }
}
