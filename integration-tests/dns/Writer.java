package dns;

import io.lbkeeper.dnsupdate.DnsFailureKind;
import io.lbkeeper.dnsupdate.DnsUpdateConstants;
import io.lbkeeper.dnsupdate.DnsUpdateException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.xbill.DNS.RRset;

/** Changes a zone by the component dns-update, as lbkeeper does: the service record and the owner record at once. */
final class Writer implements AutoCloseable {
    static final String SERVICE = "lb.example.com";
    static final String OWNER = "_owner.lb.example.com";

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template;
    private final String endpoint;

    /** What became of a change. */
    enum Outcome {
        APPLIED, LOST, IN_DOUBT
    }

    /** Each write has its own. */
    record Records(String address, String nonce) {
        static final Records NONE = new Records("", "");

        /** @param number of 24 bits */
        static Records of(int number) {
            return new Records("10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255),
                    "n" + number);
        }

        String text() {
            return equals(NONE) ? "" : SERVICE + ". 60 A " + address + "\n" + OWNER + ". 60 TXT nonce=" + nonce;
        }

        static Records of(Collection<RRset> sets) {
            Map<String, String> values = sets.stream().collect(Collectors.toMap(set -> set.getName().toString(true),
                    set -> set.rrs(false).stream().map(org.xbill.DNS.Record::rdataToString)
                            .collect(Collectors.joining(" and "))));
            return new Records(values.getOrDefault(SERVICE, ""), values.getOrDefault(OWNER, "")
                    .replaceAll("\"|nonce=", ""));
        }
    }

    Writer(String server, TsigKey key, int timeoutMillis) {
        camel.start();
        template = camel.createProducerTemplate();
        endpoint = "dns-update:" + Zone.NAME + "?servers=" + server + "&keyName=" + key.name() + "&key=RAW("
                + key.secret() + ")&keyAlgorithm=" + key.algorithm() + "&timeout=" + timeoutMillis;
    }

    Outcome swap(Records expected, Records desired) {
        Map<String, Object> headers = new HashMap<>(Map.of(DnsUpdateConstants.OPERATION, "update",
                DnsUpdateConstants.EXPECTED, expected.text(), DnsUpdateConstants.DESIRED, desired.text()));
        try {
            template.requestBodyAndHeaders(endpoint, null, headers);
            return Outcome.APPLIED;
        } catch (CamelExecutionException failed) {
            if (!(failed.getCause() instanceof DnsUpdateException why)) {
                throw failed;
            }
            if (why.getKind() == DnsFailureKind.LOST_RACE) {
                return Outcome.LOST;
            }
            if (why.getKind().isInDoubt()) {
                return Outcome.IN_DOUBT;
            }
            throw failed;
        }
    }

    @SuppressWarnings("unchecked")
    Records read() {
        return Records.of((Collection<RRset>) template.requestBodyAndHeaders(endpoint, null, Map.of(
                DnsUpdateConstants.OPERATION, "getRecords", DnsUpdateConstants.RECORD_NAMES, Set.of(SERVICE, OWNER))));
    }

    @Override
    public void close() {
        camel.stop();
    }
}
