package io.lbkeeper.routes;

import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.RecordSet;
import java.time.Duration;
import java.util.List;

/** One decision of each kind, over the records of a pair. */
final class Decisions {
    static final Duration TTL = Duration.ofSeconds(60);
    static final RecordSet SERVICE_OLD = RecordSet.simple("lb.example.com", "A", TTL, "203.0.113.20");
    static final RecordSet OWNER_OLD = RecordSet.simple("_owner.lb.example.com", "TXT", TTL,
            "\"v=1 owner=lb2 address=203.0.113.20 epoch=6 nonce=n-6 inter=5\"");
    static final RecordSet SERVICE = RecordSet.simple("lb.example.com", "A", TTL, "203.0.113.10");
    static final RecordSet OWNER = RecordSet.simple("_owner.lb.example.com", "TXT", TTL,
            "\"v=1 owner=lb1 address=203.0.113.10 epoch=7 nonce=n-7 inter=5\"");
    static final RecordSet NODE = RecordSet.simple("lb1.example.com", "A", TTL, "203.0.113.10");
    static final Change SWAP = Change.swap(List.of(SERVICE_OLD, OWNER_OLD), List.of(SERVICE, OWNER));
    static final Change SET = Change.set(NODE);

    static final Decision CREATE = new Decision.CreateRecord("It is not there.",
            Change.swap(List.of(), List.of(SERVICE, OWNER)));
    static final Decision ADOPT = new Decision.AdoptRecord("Nobody has claimed it.",
            Change.swap(List.of(), List.of(OWNER)));
    private static final Change CONTEST = Change.swap(List.of(OWNER_OLD), List.of(OWNER));
    static final Decision CHALLENGE = new Decision.Challenge("The owner fails a check.", CONTEST);
    static final Decision AWAIT_REFUTATION = new Decision.AwaitRefutation("The challenge stands.");
    static final Decision WITHDRAW = new Decision.WithdrawChallenge("The owner is well again.", CONTEST);
    static final Decision REFUTE = new Decision.RefuteChallenge("The owner is well.", CONTEST);
    static final Decision HAND_OVER = new Decision.HandOver("The own HAProxy is gone.", SWAP);
    static final Decision TAKE_OVER = new Decision.TakeOver("The owner is gone.", SWAP);
    static final Decision MOVE_ADDRESS = new Decision.UpdateAddress("The owner's address is another.", SWAP, false);
    static final Decision REGISTER = new Decision.UpdateAddress("The own record is not there.", SET, false);
    static final Decision KEEP = new Decision.KeepRecord("All is well.", false);
    static final Decision AWAIT = new Decision.AwaitMoreChecks("Failed check 1 of 3 in a row.");
    static final Decision REFUSE = new Decision.RefuseToMove("It holds three addresses.");

    private Decisions() {
    }
}
