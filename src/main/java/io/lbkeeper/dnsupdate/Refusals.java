package io.lbkeeper.dnsupdate;

import java.time.Duration;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** What a server's refusal means, and what can be done about it. */
final class Refusals {
    private Refusals() {
    }

    /** By the signature. */
    static DnsUpdateException ofKey(Signature.Worth.Refusal refusal, String server) {
        return new DnsUpdateException(refusal.kind(), server + switch (refusal.kind()) {
            case BAD_KEY -> ": BADKEY, it does not know the key, or (Knot) allows it no such thing: look at the key's "
                    + "name, algorithm and rights there";
            case BAD_SIGNATURE -> ": BADSIG, it has another secret for the key: copy the secret again";
            default -> ": BADTIME, its clock is " + far(refusal.serverAhead().orElseThrow())
                    + " of this machine's: set the clocks, and keep them by NTP";
        }, refusal.serverAhead());
    }

    private static String far(Duration ahead) {
        return ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind that" : "ahead");
    }

    /** By the answer's code, which is not {@code NOERROR}. */
    static DnsUpdateException of(Message answer, String zone, String server) {
        int code = answer.getRcode();
        DnsFailureKind kind = kind(code);
        return new DnsUpdateException(kind, server + ": " + Rcode.string(code) + switch (kind) {
            case LOST_RACE -> ", " + prerequisite(code);
            case NOT_AUTHORITATIVE -> ", it takes no updates of the zone " + zone + ": name the zone's own server, or "
                    + "make it one";
            case REFUSED -> ", it does not allow this for the zone " + zone + " with this key: look at its policy "
                    + "(allow-update, update-policy, acl, TSIG-ALLOW-DNSUPDATE), and at its log (PowerDNS says so of "
                    + "a wrong key, and of a clock that is off, too)";
            case NOT_IMPLEMENTED -> ", it takes no updates: switch them on there";
            case NOT_IN_ZONE -> ", a name is not in the zone " + zone;
            case FORMAT_ERROR -> ", it can't read what was sent";
            default -> ", look at its log (PowerDNS says so too of what its policy script does not grant)";
        });
    }

    /** Of a question, which has no prerequisites: by its code, which is neither {@code NOERROR} nor "no such name". */
    static DnsUpdateException ofQuery(Message answer, String zone, String server) {
        int code = answer.getRcode();
        DnsFailureKind kind = kind(code) == DnsFailureKind.LOST_RACE ? DnsFailureKind.SERVER_FAILURE : kind(code);
        return new DnsUpdateException(kind, server + ": " + Rcode.string(code) + switch (kind) {
            case NOT_AUTHORITATIVE, REFUSED -> ", it does not serve the zone " + zone + ", or not to this machine, or "
                    + "(PowerDNS) does not accept the key: look at its configuration and its log";
            default -> ", look at its log";
        });
    }

    private static DnsFailureKind kind(int code) {
        return switch (code) {
            case Rcode.YXDOMAIN, Rcode.YXRRSET, Rcode.NXRRSET, Rcode.NXDOMAIN -> DnsFailureKind.LOST_RACE;
            case Rcode.NOTAUTH -> DnsFailureKind.NOT_AUTHORITATIVE;
            case Rcode.REFUSED -> DnsFailureKind.REFUSED;
            case Rcode.NOTIMP -> DnsFailureKind.NOT_IMPLEMENTED;
            case Rcode.NOTZONE -> DnsFailureKind.NOT_IN_ZONE;
            case Rcode.FORMERR -> DnsFailureKind.FORMAT_ERROR;
            default -> DnsFailureKind.SERVER_FAILURE;
        };
    }

    private static String prerequisite(int code) {
        return code == Rcode.YXRRSET || code == Rcode.YXDOMAIN ? "there is a record where none was expected"
                : "a record is not as it was expected";
    }
}
