package io.lbkeeper.rehearsal.routes;

import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Tells what a decision, and what the outcome of a change, is: the body behind the steps of the bean cycle for it. */
final class StepWatch implements InterceptStrategy {
    private static final Set<String> WATCHED = Set.of("decide", "acted");

    private final Consumer<Object> told;

    StepWatch(Consumer<Object> told) {
        this.told = told;
    }

    @Override
    public Processor wrapProcessorInInterceptors(CamelContext context, NamedNode step, Processor target,
            Processor next) {
        boolean watched = step instanceof BeanDefinition bean && "cycle".equals(bean.getRef())
                && WATCHED.contains(String.valueOf(bean.getMethod()).replaceFirst("\\(.*", ""));
        return watched ? new Telling(target) : target;
    }

    private final class Telling extends DelegateAsyncProcessor {
        Telling(Processor target) {
            super(target);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            return super.process(exchange, doneSync -> {
                told.accept(exchange.getMessage().getBody());
                callback.done(doneSync);
            });
        }
    }
}
