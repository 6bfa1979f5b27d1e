package io.lbkeeper.localroute53.zone;

import org.xbill.DNS.Type;

/** The record types that Route 53 keeps, in the order of its API model. */
public enum RecordType {
    SOA, A, TXT, NS, CNAME, MX, NAPTR, PTR, SRV, SPF, AAAA, CAA, DS, TLSA, SSHFP, SVCB, HTTPS;

    /** The number of this type in DNS messages. */
    public int dnsType() {
        return Type.value(name());
    }
}
