package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CausesTest {
    @Test
    void theMessagesStandInOneLineFromTheOutside() {
        assertThat(Causes.of(new IOException("no answer", new IOException("refused"))))
                .isEqualTo("no answer; because: refused");
    }

    @Test
    void whatWasSaidAlreadyIsNotSaidAgain() {
        IOException cause = new IOException("refused");
        assertThat(Causes.of(new IllegalStateException(cause))).isEqualTo("java.io.IOException: refused");
        assertThat(Causes.of(new IllegalStateException("refused", cause))).isEqualTo("refused");
    }

    @Test
    void anExceptionWithoutAMessageIsNamed() {
        assertThat(Causes.of(new IllegalStateException("failed", new NullPointerException())))
                .isEqualTo("failed; because: NullPointerException");
    }

    @Test
    void ofALongRowTheMiddleIsLeftOut() {
        Exception row = new Exception("cause 9");
        for (int i = 8; i >= 1; i--) {
            row = new Exception("cause " + i, row);
        }
        assertThat(Causes.of(row)).isEqualTo("cause 1; because: cause 2; because: cause 7; because: cause 8; because: "
                + "cause 9");
    }
}
