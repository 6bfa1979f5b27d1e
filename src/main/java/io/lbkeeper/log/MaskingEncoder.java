package io.lbkeeper.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Another encoder's lines without the secrets: libraries write what they send and receive when told to say more. */
final class MaskingEncoder extends EncoderBase<ILoggingEvent> {
    private final Encoder<ILoggingEvent> plain;
    private final UnaryOperator<String> masked;

    MaskingEncoder(Encoder<ILoggingEvent> plain, UnaryOperator<String> masked) {
        this.plain = plain;
        this.masked = masked;
    }

    Encoder<ILoggingEvent> plain() {
        return plain;
    }

    @Override
    public byte[] headerBytes() {
        return plain.headerBytes();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        String line = new String(plain.encode(event), StandardCharsets.UTF_8);
        return masked.apply(line).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return plain.footerBytes();
    }
}
