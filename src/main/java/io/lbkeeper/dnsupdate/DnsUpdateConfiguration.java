package io.lbkeeper.dnsupdate;

import java.time.Duration;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/** The options of the component and of its endpoints. */
@UriParams
public class DnsUpdateConfiguration implements Cloneable {
    @UriPath(description = "The zone to work in, such as example.com")
    @Metadata(required = true)
    private String zone;

    @UriParam(description = "The operation to perform, where the message does not tell it by its header")
    private DnsUpdateOperations operation;

    @UriParam(description = "The servers that take updates of the zone, as HOST or HOST:PORT with commas between them. "
                            + "Of several the one with the newest copy is asked first, and the next where it is not "
                            + "there or takes no updates. Empty for the one that the zone's SOA record names.")
    private String servers;

    @UriParam(label = "security", description = "The name of the TSIG key by which messages are signed, and answers "
                                                + "must be")
    private String keyName;

    @UriParam(label = "security", secret = true, description = "The secret of the TSIG key, in base64")
    private String key;

    @UriParam(label = "security", defaultValue = "hmac-sha256",
              enums = "hmac-sha224,hmac-sha256,hmac-sha384,hmac-sha512", description = "The algorithm of the TSIG key")
    private String keyAlgorithm = "hmac-sha256";

    @UriParam(defaultValue = "3s", javaType = "java.time.Duration",
              description = "How long a whole operation may take, with all its tries and servers")
    private Duration timeout = Duration.ofSeconds(3);

    @UriParam(label = "advanced", defaultValue = "2",
              description = "How often a message is sent to a silent server as a datagram, each time with a signature "
                            + "of its own")
    private int tries = 2;

    @UriParam(label = "advanced", description = "Whether to ask over TCP only. Else it is used for what is too long "
                                                + "for a datagram.")
    private boolean tcp;

    @UriParam(label = "advanced", description = "What carries the messages, instead of the network. The options about "
                                                + "keys, tries and tcp do not touch it.")
    @Metadata(autowired = true)
    private DnsTransport transport;

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public DnsUpdateOperations getOperation() {
        return operation;
    }

    public void setOperation(DnsUpdateOperations operation) {
        this.operation = operation;
    }

    public String getServers() {
        return servers;
    }

    public void setServers(String servers) {
        this.servers = servers;
    }

    public String getKeyName() {
        return keyName;
    }

    public void setKeyName(String keyName) {
        this.keyName = keyName;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getKeyAlgorithm() {
        return keyAlgorithm;
    }

    public void setKeyAlgorithm(String keyAlgorithm) {
        this.keyAlgorithm = keyAlgorithm;
    }

    public Duration getTimeout() {
        return timeout;
    }

    public void setTimeout(Duration timeout) {
        this.timeout = timeout;
    }

    public int getTries() {
        return tries;
    }

    public void setTries(int tries) {
        this.tries = tries;
    }

    public boolean isTcp() {
        return tcp;
    }

    public void setTcp(boolean tcp) {
        this.tcp = tcp;
    }

    public DnsTransport getTransport() {
        return transport;
    }

    public void setTransport(DnsTransport transport) {
        this.transport = transport;
    }

    public DnsUpdateConfiguration copy() {
        try {
            return (DnsUpdateConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
