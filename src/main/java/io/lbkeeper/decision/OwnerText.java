package io.lbkeeper.decision;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** temporary */
public final class OwnerText {
    private OwnerText() {
    }

    public static Answer<OwnerRecord> read(String t) {
        Map<String, String> m = new HashMap<>();
        for (String p : t.replace("\"", "").split(" ")) {
            String[] kv = p.split("=", 2);
            m.put(kv[0], kv.length > 1 ? kv[1] : "");
        }
        if (!"1".equals(m.get("v"))) {
            return Answer.couldNotAsk(t);
        }
        return Answer.value(new OwnerRecord(m.get("owner"), m.get("address"), Long.parseLong(m.get("epoch")),
                m.get("nonce"), Duration.ofSeconds(Long.parseLong(m.get("inter"))), Optional.ofNullable(m.get("challenger"))));
    }

    public static String write(OwnerRecord r) {
        return "\"v=1 owner=" + r.owner() + " address=" + r.address() + " epoch=" + r.epoch() + " nonce=" + r.nonce()
                + " inter=" + r.inter().toSeconds() + "\"";
    }
}
