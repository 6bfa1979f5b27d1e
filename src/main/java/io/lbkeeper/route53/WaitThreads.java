package io.lbkeeper.route53;

import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ThreadPoolProfile;

/**
 * The few threads in which all asynchronous waits of a component go on; they are made at the first wait. Only some of
 * them may look at a time: a look can hang, and deadlines and exchanges that go on must not stand behind it.
 */
final class WaitThreads {
    static final int THREADS = 4;
    private static final int LOOKS_AT_A_TIME = 2;
    private static final String NAME = "aws2-route53-wait";
    private final Queue<Runnable> due = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> rests = new ConcurrentLinkedQueue<>();
    private final Semaphore looks = new Semaphore(LOOKS_AT_A_TIME);
    private final Set<ChangeWaits> producers = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService threads;

    void add(ChangeWaits waits) {
        producers.add(waits);
    }

    void remove(ChangeWaits waits) {
        producers.remove(waits);
    }

    /** Makes the threads where there are none yet; to be called before anything else. */
    synchronized void start(CamelContext context) {
        if (threads == null) {
            // Without a limit of the queue: each wait has two tasks in it, and Camel's default refuses from 1,000 on.
            ThreadPoolProfile profile = new ThreadPoolProfileBuilder(NAME).poolSize(THREADS).maxQueueSize(-1).build();
            threads = context.getExecutorServiceManager().newScheduledThreadPool(this, NAME, profile);
        }
    }

    /** Ends the waits that go through this endpoint. */
    void endWaits(Route53Endpoint endpoint) {
        producers.forEach(waits -> waits.endpointStops(endpoint));
    }

    void stop(CamelContext context) {
        producers.forEach(ChangeWaits::componentStops);
        ScheduledExecutorService gone;
        synchronized (this) {
            gone = threads;
            threads = null;
        }
        if (gone != null) {
            context.getExecutorServiceManager().shutdownNow(gone);
        }
        while (!rests.isEmpty()) {
            goOnWithOne();
        }
    }

    private synchronized ScheduledExecutorService threads() {
        if (threads == null) {
            throw new RejectedExecutionException("aws2-route53: the component has stopped");
        }
        return threads;
    }

    Future<?> after(Duration pause, Runnable task) {
        return threads().schedule(task, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Looks as soon as another may; in this thread or in one that looks already. */
    void look(Runnable look) {
        due.add(look);
        while (!due.isEmpty() && looks.tryAcquire()) {
            try {
                for (Runnable next = due.poll(); next != null; next = due.poll()) {
                    next.run();
                }
            } finally {
                looks.release();
            }
        }
    }

    /** Where the threads are gone, or go before its turn, in another: an exchange must not be left hanging. */
    void goOn(Runnable rest) {
        rests.add(rest);
        try {
            threads().execute(this::goOnWithOne);
        } catch (RejectedExecutionException e) {
            goOnWithOne();
        }
    }

    private void goOnWithOne() {
        Runnable rest = rests.poll();
        if (rest != null) {
            rest.run();
        }
    }
}
