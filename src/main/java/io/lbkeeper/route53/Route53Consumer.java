package io.lbkeeper.route53;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.ObjectHelper;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByNameRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * Polls a hosted zone and emits an exchange for each record set that differs from what was handled before. A record
 * set counts as handled once its exchange has completed; one whose exchange failed comes again at the next poll.
 */
public class Route53Consumer extends ScheduledBatchPollingConsumer {
    private final Set<RecordKey> inFlight = ConcurrentHashMap.newKeySet();
    private final FailedEvents failedEvents = new FailedEvents();
    private final RecordFilter filter;
    private final Set<Route53RecordEvent> kinds;
    private final String scope;
    private final ZoneMemory memory;
    private volatile String hostedZoneId;
    private boolean loaded;
    private boolean failed;

    public Route53Consumer(Route53Endpoint endpoint, Processor processor) {
        super(endpoint, processor);
        Route53Configuration options = endpoint.getConfiguration();
        if (ObjectHelper.isEmpty(options.getHostedZoneId()) && ObjectHelper.isEmpty(options.getHostedZoneName())) {
            throw new IllegalArgumentException("aws2-route53: the hosted zone to watch is not told: set the option "
                    + "hostedZoneId or hostedZoneName");
        }
        filter = RecordFilter.of(options.getRecordNames(), options.getRecordTypes());
        kinds = kinds(options.getEvents());
        scope = "aws2-route53/" + URLEncoder.encode(options.getLabel(), StandardCharsets.UTF_8) + "/" + zone(options);
        memory = new ZoneMemory(options.getStateRepository(), scope);
    }

    private static Set<Route53RecordEvent> kinds(String events) {
        Set<Route53RecordEvent> kinds = EnumSet.noneOf(Route53RecordEvent.class);
        for (String event : Commas.split(events)) {
            try {
                kinds.add(Route53RecordEvent.valueOf(event));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("aws2-route53: the option events holds '" + event
                        + "', but each must be one of " + EnumSet.allOf(Route53RecordEvent.class), e);
            }
        }
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("aws2-route53: the option events is empty, so nothing would ever be "
                    + "emitted: name at least one of " + EnumSet.allOf(Route53RecordEvent.class));
        }
        return kinds;
    }

    private static String zone(Route53Configuration options) {
        return ObjectHelper.isNotEmpty(options.getHostedZoneId()) ? Call.bareId(options.getHostedZoneId())
                : RecordName.of(options.getHostedZoneName()).text();
    }

    @Override
    protected void doStart() throws Exception {
        StateRepository<String, String> repository = repository();
        if (repository != null) {
            getEndpoint().getComponent().claimState(repository, scope);
            if (!ServiceHelper.isStarted(repository)) {
                // The context stops it, after all consumers: another one may still use it when this one ends.
                getEndpoint().getCamelContext().addService(repository, true, true);
            }
        }
        loaded = false;
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        memory.close();
        if (repository() != null) {
            getEndpoint().getComponent().releaseState(repository(), scope);
        }
    }

    private StateRepository<String, String> repository() {
        return getEndpoint().getConfiguration().getStateRepository();
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        failed = false;
        Map<RecordKey, ResourceRecordSet> current = asked();
        forceConsumerAsReady();
        if (!loaded) {
            memory.load();
            loaded = true;
        }
        if (!memory.isBegun()) {
            memory.begin(getEndpoint().getConfiguration().isEmitExisting() ? List.of() : current.values());
        }
        Queue<Object> wanted = new ArrayDeque<>();
        List<RecordEvent> unwanted = new ArrayList<>();
        List<RecordEvent> events = memory.events(current, filter);
        for (RecordEvent event : maxMessagesPerPoll > 0 ? failedEvents.last(events) : events) {
            if (!kinds.contains(event.kind())) {
                unwanted.add(event);
            } else if (!inFlight.contains(event.key())
                    && (maxMessagesPerPoll <= 0 || wanted.size() < maxMessagesPerPoll)) {
                wanted.add(event);
            }
        }
        memory.remember(unwanted);
        return processBatch(wanted);
    }

    private Map<RecordKey, ResourceRecordSet> asked() {
        try {
            hostedZoneId = getEndpoint().hostedZoneId(ListHostedZonesByNameRequest.builder().build());
            return current();
        } catch (AwsServiceException e) {
            if (e instanceof NoSuchHostedZoneException) {
                getEndpoint().forgetZone();
            }
            // For the health check, in the words of the producer's.
            addLastErrorDetail(AbstractHealthCheck.SERVICE_STATUS_CODE, e.statusCode());
            if (Failure.code(e) != null) {
                addLastErrorDetail(AbstractHealthCheck.SERVICE_ERROR_CODE, Failure.code(e));
            }
            throw e;
        }
    }

    /** What the filter lets through, each record set once: of one that came twice, the later is the newer. */
    private Map<RecordKey, ResourceRecordSet> current() {
        List<RecordName> names = filter.onlyNames();
        List<ResourceRecordSet> sets = names.isEmpty()
                ? ZoneListing.read(getEndpoint().getRoute53Client(), hostedZoneId)
                : new RecordSearch(getEndpoint().getRoute53Client(), ListResourceRecordSetsRequest.builder()
                        .hostedZoneId(hostedZoneId).build()).find(names);
        Map<RecordKey, ResourceRecordSet> current = new LinkedHashMap<>();
        for (ResourceRecordSet set : sets) {
            RecordKey key = RecordKey.of(set);
            if (filter.matches(key)) {
                current.put(key, set);
            }
        }
        return current;
    }

    /**
     * @return how many exchanges came back without an exception; a failed one is not counted, lest {@code greedy}
     *         tries it again and again without a pause
     */
    @Override
    public int processBatch(Queue<Object> events) throws Exception {
        int total = events.size();
        int well = 0;
        for (int index = 0; index < total && isBatchAllowed(); index++) {
            RecordEvent event = (RecordEvent) events.remove();
            pendingExchanges = total - index - 1;
            // Before anybody hears of it: if this fails, the poll does, and nothing was emitted.
            memory.emit(event);
            Exchange exchange = exchange(event);
            exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
            exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, total);
            exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == total - 1);
            if (process(exchange, event)) {
                well++;
            } else {
                failed = true;
            }
        }
        return well;
    }

    /** One after the other, so that they keep their order. A route may still hand an exchange over, such as to seda. */
    private boolean process(Exchange exchange, RecordEvent event) {
        inFlight.add(event.key());
        exchange.getExchangeExtension().addOnCompletion(new RecordEventCompletion(event, this));
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        Exception exception = exchange.getException();
        boolean well = exception == null && !RecordEventCompletion.isRolledBack(exchange);
        if (exception != null) {
            // Where Camel refuses an exchange, such as in a forced shutdown, it completes none.
            inFlight.remove(event.key());
            getExceptionHandler().handleException("Error processing " + event.kind() + " " + event.key()
                    + " of the hosted zone " + hostedZoneId + ". It will come again at the next poll", exchange,
                    exception);
        }
        releaseExchange(exchange, false);
        return well;
    }

    /** The end of an event's exchange, in whatever thread. */
    void ended(RecordEvent event, boolean well) {
        try {
            if (well) {
                memory.remember(List.of(event));
                failedEvents.remove(event.key());
            } else {
                failedEvents.add(event.key());
            }
        } catch (RuntimeException e) {
            getExceptionHandler().handleException("Error noting in the stateRepository that " + event.kind() + " "
                    + event.key() + " of the hosted zone " + hostedZoneId + " was handled. It will come again at the "
                    + "next poll", e);
        } finally {
            inFlight.remove(event.key());
        }
    }

    private Exchange exchange(RecordEvent event) {
        Exchange exchange = createExchange(false);
        Message message = exchange.getMessage();
        ResourceRecordSet set = event.latest();
        message.setBody(set);
        message.setHeader(Route53Constants.RECORD_EVENT, event.kind());
        message.setHeader(Route53Constants.EVENT_HOSTED_ZONE_ID, hostedZoneId);
        message.setHeader(Route53Constants.RECORD_NAME, set.name());
        message.setHeader(Route53Constants.RECORD_TYPE, set.typeAsString());
        if (set.setIdentifier() != null) {
            message.setHeader(Route53Constants.SET_IDENTIFIER, set.setIdentifier());
        }
        if (event.previous() != null) {
            message.setHeader(Route53Constants.PREVIOUS_RECORD, event.previous());
        }
        return exchange;
    }

    /** Nothing came, but not because nothing happened: an empty message would say so. */
    @Override
    protected void processEmptyMessage() throws Exception {
        if (!failed) {
            super.processEmptyMessage();
        }
    }

    @Override
    public Route53Endpoint getEndpoint() {
        return (Route53Endpoint) super.getEndpoint();
    }
}
