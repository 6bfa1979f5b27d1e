package io.lbkeeper.command;

import io.lbkeeper.settings.WrittenDuration;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** For how long something is asked. */
final class ForOption implements ITypeConverter<Duration> {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofDays(365);

    @Override
    public Duration convert(String text) {
        return WrittenDuration.read(text).filter(time -> time.compareTo(LEAST) >= 0 && time.compareTo(MOST) <= 0)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not a duration of 1s to 8760h, such "
                        + "as 30m, 2h or 1h30m"));
    }
}
