package io.lbkeeper.thread;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that do not keep the process. */
public final class Daemons {
    private Daemons() {
    }

    /** As many as there is to do at once. */
    public static ExecutorService many(String name) {
        return Executors.newCachedThreadPool(named(name));
    }

    /** One, while there is something to do; what hangs holds it, and nobody else. */
    public static Executor one(String name) {
        return one(name, new LinkedBlockingQueue<>());
    }

    /** The same with a queue that refuses what it has no room for. */
    public static Executor one(String name, BlockingQueue<Runnable> waiting) {
        ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, waiting, named(name));
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
