package io.lbkeeper.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.junit.jupiter.api.Test;

/** What is said of an exchange that failed by itself, before its caller's wait ended. */
class HttpDeadlineFailureTest {
    private static final long DEADLINE_MILLIS = 700;

    @Test
    void theSocketsTimerSaysWhatTheDeadlineSays() throws HttpException {
        IOException said = HttpDeadline.failure(new SocketTimeoutException("Read timed out"), true, DEADLINE_MILLIS);
        assertThat(said).isInstanceOf(SocketTimeoutException.class).hasMessage("no complete answer within 700 ms");
    }

    @Test
    void aShorterTimerOfTheSocketKeepsItsWords() throws HttpException {
        IOException shorter = new SocketTimeoutException("Connect timed out");
        assertThat(HttpDeadline.failure(shorter, false, DEADLINE_MILLIS)).isSameAs(shorter);
    }

    @Test
    void anotherFailureKeepsItsWordsHoweverLateItIs() throws HttpException {
        IOException reset = new SocketException("Connection reset");
        assertThat(HttpDeadline.failure(reset, true, DEADLINE_MILLIS)).isSameAs(reset);
        HttpException garbled = new HttpException("garbled");
        assertThatThrownBy(() -> HttpDeadline.failure(garbled, true, DEADLINE_MILLIS)).isSameAs(garbled);
    }
}
