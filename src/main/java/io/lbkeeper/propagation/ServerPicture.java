package io.lbkeeper.propagation;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.nameserver.Serials;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.xbill.DNS.Address;

/**
 * What the name servers' answers say together.
 *
 * @param others what those say that do not answer as it was written
 * @param heard  how many have answered at all
 * @param words  all of it, for a sentence
 */
record ServerPicture(List<String> others, int heard, String words) {

    static ServerPicture of(List<ServerAnswer> answers, RecordSet written, Answer<List<String>> servers) {
        if (answers.isEmpty()) {
            return new ServerPicture(List.of(), 0, "its name servers were not asked: " + whyNone(servers));
        }
        List<String> others = new ArrayList<>();
        OptionalLong newest = newestSerial(answers);
        int heard = 0;
        for (ServerAnswer answer : answers) {
            heard += answer instanceof ServerAnswer.Silent ? 0 : 1;
            if (!matches(answer, written)) {
                others.add(told(answer, newest));
            }
        }
        String all = answers.size() == 1 ? "its name server" : "all its " + answers.size() + " name servers";
        String words = others.isEmpty() ? all + " answer" + (answers.size() == 1 ? "s " : " ")
                + String.join(", ", written.values())
                : heard == 0 ? "none of its name servers could be asked from here (" + String.join("; ", others) + ")"
                        : String.join("; ", others);
        return new ServerPicture(others, heard, words);
    }

    /** Whether all answer as it was written. */
    boolean isComplete() {
        return heard > 0 && others.isEmpty();
    }

    /** Whether any has answered: where none has, it may well be this machine that can't ask. */
    boolean isUseful() {
        return heard > 0;
    }

    private static String whyNone(Answer<List<String>> servers) {
        return servers instanceof Answer.CouldNotAsk<List<String>> failed ? failed.why()
                : servers instanceof Answer.Absent<List<String>> none ? none.how() : "there are none";
    }

    private static boolean matches(ServerAnswer answer, RecordSet written) {
        return answer instanceof ServerAnswer.Told told && told.ttl().equals(written.ttl())
                && told.addresses().equals(written.values().stream().map(ServerPicture::canonical)
                        .collect(Collectors.toSet()));
    }

    private static OptionalLong newestSerial(List<ServerAnswer> answers) {
        return answers.stream().flatMapToLong(answer -> answer instanceof ServerAnswer.Told told
                ? told.serial().stream() : LongStream.empty())
                .reduce((one, other) -> Serials.compare(one, other) > 0 ? one : other);
    }

    private static String told(ServerAnswer answer, OptionalLong newest) {
        if (answer instanceof ServerAnswer.Told told) {
            Set<String> addresses = told.addresses();
            return told.server() + " still answers " + (addresses.isEmpty() ? "nothing"
                    : String.join(", ", addresses.stream().sorted().toList()) + " (TTL " + told.ttl().toSeconds()
                            + " s)") + behind(told.serial(), newest);
        }
        return answer instanceof ServerAnswer.Refused refused ? refused.server() + " gives " + refused.how()
                : answer.server() + ": " + ((ServerAnswer.Silent) answer).why();
    }

    private static String behind(OptionalLong serial, OptionalLong newest) {
        return serial.isEmpty() || serial.equals(newest) ? ""
                : " from serial " + serial.getAsLong() + " where another has " + newest.orElseThrow();
    }

    private static String canonical(String address) {
        try {
            return Address.getByAddress(address).getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
