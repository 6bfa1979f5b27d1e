package io.lbkeeper.rehearsal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The table of all runs, one a line, at most as wide as asked for. */
final class TextTable {
    private static final String GAP = "  ";
    private static final String NONE = "-";
    private static final int NARROWEST_GIST = 16;

    private final int columns;
    private final boolean coloured;

    TextTable(int columns, boolean coloured) {
        this.columns = columns;
        this.coloured = coloured;
    }

    List<String> lines(List<Account> accounts) {
        int name = width("scenario", accounts, Account::name);
        int recovered = width("recovered", accounts, TextTable::recovered);
        int changes = width("moves/writes", accounts, TextTable::changes);
        int verdict = width("verdict", accounts, TextTable::verdict);
        int others = name + recovered + changes + verdict + 4 * GAP.length();
        int gist = Math.max(NARROWEST_GIST, Math.min(columns - others, width("what happened", accounts, Gist::of)));
        Layout layout = new Layout(name, gist, recovered, changes);
        List<String> lines = new ArrayList<>();
        lines.add(Ink.STRONG.on(layout.line("scenario", "what happened", "recovered", "moves/writes") + "verdict",
                coloured));
        for (Account account : accounts) {
            lines.addAll(lines(account, layout));
        }
        return lines;
    }

    private List<String> lines(Account account, Layout layout) {
        List<String> lines = new ArrayList<>();
        List<String> gist = Wrapped.at(layout.gist(), Gist.of(account));
        lines.add(layout.line(account.name(), gist.get(0), recovered(account), changes(account))
                + (account.isGood() ? Ink.GOOD : Ink.BAD).on(verdict(account), coloured));
        gist.subList(1, gist.size()).forEach(more -> lines.add(layout.line("", more, "", "").stripTrailing()));
        return lines;
    }

    private record Layout(int name, int gist, int recovered, int changes) {
        String line(String first, String second, String third, String fourth) {
            return pad(first, name) + GAP + pad(second, gist) + GAP + " ".repeat(recovered - third.length()) + third
                    + GAP + " ".repeat(changes - fourth.length()) + fourth + GAP;
        }

        private static String pad(String text, int width) {
            return text + " ".repeat(Math.max(0, width - text.length()));
        }
    }

    static String recovered(Account account) {
        return account.history().recovery().map(time -> Seconds.tenths(time) + " s").orElse(NONE);
    }

    static String changes(Account account) {
        return account.history().moves() + " / " + account.history().ownerRecordWrites();
    }

    static String verdict(Account account) {
        return account.isGood() ? "ok" : account.badWord() + ": " + account.broken().get(0)
                + (account.broken().size() > 1 ? " +" + (account.broken().size() - 1) : "");
    }

    private static int width(String title, List<Account> accounts, Function<Account, String> cell) {
        return accounts.stream().map(cell).mapToInt(String::length).reduce(title.length(), Math::max);
    }
}
