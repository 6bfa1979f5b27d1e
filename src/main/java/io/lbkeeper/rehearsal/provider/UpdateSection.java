package io.lbkeeper.rehearsal.provider;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** What may be in an update section: <a href="https://www.rfc-editor.org/rfc/rfc2136#section-3.4.1">RFC 2136</a>. */
final class UpdateSection {
    private static final Set<Integer> QUESTIONS_ONLY = Set.of(Type.AXFR, Type.MAILA, Type.MAILB);

    private UpdateSection() {
    }

    /** The code with which all of it is refused before any of it is carried out. */
    static Optional<Integer> refused(List<Record> updates, Name apex) {
        for (Record one : updates) {
            if (!one.getName().subdomain(apex)) {
                return Optional.of(Rcode.NOTZONE);
            }
            if (!isWellFormed(one)) {
                return Optional.of(Rcode.FORMERR);
            }
        }
        return Optional.empty();
    }

    private static boolean isWellFormed(Record one) {
        boolean ofQuestions = QUESTIONS_ONLY.contains(one.getType());
        boolean any = one.getType() == Type.ANY;
        return switch (one.getDClass()) {
            case DClass.IN -> !ofQuestions && !any;
            case DClass.ANY -> one.getTTL() == 0 && one.rdataToWireCanonical().length == 0 && !ofQuestions;
            case DClass.NONE -> one.getTTL() == 0 && !ofQuestions && !any;
            default -> false;
        };
    }
}
