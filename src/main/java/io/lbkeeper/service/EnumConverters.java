package io.lbkeeper.service;

import io.lbkeeper.decision.Health;
import java.util.Locale;
import org.apache.camel.Converter;
import org.apache.camel.TypeConverters;
import org.apache.camel.component.http.HttpMethods;

/**
 * The enums that routes name in text. For a pair of types without a converter of its own Camel looks through all that
 * it has, each time anew: that was the half of what a check costs.
 */
public final class EnumConverters implements TypeConverters {

    @Converter
    public Health health(String name) {
        return Health.valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Converter
    public HttpMethods httpMethod(String name) {
        return HttpMethods.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
