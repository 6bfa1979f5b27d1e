package io.lbkeeper.demo;

/** How loud a line of the timeline is. */
enum Tone {
    QUIET("2"), PLAIN(""), STRONG("1"), ALARM("33"), GOOD("1;32"), BAD("1;31");

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    /** The parameters of the terminal's escape sequence (ECMA-48 SGR); empty for none. */
    String code() {
        return code;
    }
}
