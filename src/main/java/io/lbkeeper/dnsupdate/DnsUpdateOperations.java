package io.lbkeeper.dnsupdate;

/** What the producer can do; the names are those of the option and of the header, so they are in camel case. */
public enum DnsUpdateOperations {
    getRecords,
    getSoa,
    update,
    replaceRecord
}
