package io.lbkeeper.dnsupdate;

import org.apache.camel.spi.Metadata;

/** The message headers that the component reads and sets. The label tells which operations use a header. */
public interface DnsUpdateConstants {
    @Metadata(description = "The operation to perform; it goes before the option of the endpoint",
              javaType = "io.lbkeeper.dnsupdate.DnsUpdateOperations or String")
    String OPERATION = "CamelDnsUpdateOperation";

    @Metadata(label = "getRecords", description = "The names whose record sets are wanted, with or without the final "
                                                  + "dot. At those that are not in the zone there is nothing.",
              javaType = "java.util.Collection<String> or a comma-separated String")
    String RECORD_NAMES = "CamelDnsUpdateRecordNames";

    @Metadata(label = "update", description = "The record sets that must be there, with exactly these values; those "
                                              + "that are not desired too are deleted. A TTL is not compared.",
              javaType = "java.util.Collection<org.xbill.DNS.RRset>, or lines of a zone file")
    String EXPECTED = "CamelDnsUpdateExpected";

    @Metadata(label = "update replaceRecord", description = "The record sets that shall be there",
              javaType = "java.util.Collection<org.xbill.DNS.RRset>, or lines of a zone file")
    String DESIRED = "CamelDnsUpdateDesired";

    @Metadata(label = "getRecords getSoa update replaceRecord", description = "Out: the server that has answered",
              javaType = "String")
    String SERVER = "CamelDnsUpdateServer";

    @Metadata(label = "getSoa update replaceRecord", description = "Out: the zone's serial there; after an update, "
                                                                   + "only where the server tells it in time",
              javaType = "Long")
    String SERIAL = "CamelDnsUpdateSerial";

    @Metadata(label = "getRecords getSoa update replaceRecord",
              description = "Out: why it has failed, where it has",
              javaType = "io.lbkeeper.dnsupdate.DnsFailureKind")
    String FAILURE = "CamelDnsUpdateFailure";
}
