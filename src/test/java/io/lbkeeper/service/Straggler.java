package io.lbkeeper.service;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A step of a route that hangs, and the one behind it. */
public final class Straggler {
    static final CountDownLatch HANGING = new CountDownLatch(1);
    static final CountDownLatch MAY_GO_ON = new CountDownLatch(1);
    static final CountDownLatch WENT_ON = new CountDownLatch(1);
    static final AtomicInteger ACTED = new AtomicInteger();

    /** As a call would that heeds no interrupt. */
    public void hang() {
        HANGING.countDown();
        boolean over = false;
        while (!over) {
            try {
                over = MAY_GO_ON.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                over = false;
            }
        }
        WENT_ON.countDown();
    }

    public void act() {
        ACTED.incrementAndGet();
    }
}
