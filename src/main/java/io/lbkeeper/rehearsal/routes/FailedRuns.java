package io.lbkeeper.rehearsal.routes;

import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;

/** Hears of each run of a route that ended in an exception which no step has caught. */
record FailedRuns(Consumer<Throwable> told) implements ExceptionHandler {
    @Override
    public void handleException(Throwable failure) {
        told.accept(failure);
    }

    @Override
    public void handleException(String message, Throwable failure) {
        told.accept(failure);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable failure) {
        told.accept(failure);
    }
}
