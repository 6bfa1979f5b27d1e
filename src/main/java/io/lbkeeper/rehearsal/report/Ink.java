package io.lbkeeper.rehearsal.report;

/** Colours on a terminal; none anywhere else. */
enum Ink {
    PLAIN(""), QUIET("2"), STRONG("1"), FAULT("33"), HEAL("32"), RECORDS("36"), GOOD("1;32"), BAD("1;31");

    private static final String ESCAPE = "\u001b[";

    /** The parameters of the terminal's escape sequence (ECMA-48 SGR). */
    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String on(String text, boolean coloured) {
        return coloured && !code.isEmpty() && !text.isEmpty() ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
