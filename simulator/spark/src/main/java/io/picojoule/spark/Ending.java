package io.picojoule.spark;

import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;

/** At Ctrl-C Spark ends, and all that is in work with it. Before it does, this waits for that, if it is soon done. */
final class Ending implements AutoCloseable {
    /** Spark's own are below. */
    private static final int BEFORE_SPARK = 100;

    private static final int PATIENCE_SECONDS = 5;

    private final Runnable hook = this::await;
    private boolean isBusy;
    private boolean hasBegun;

    Ending() {
        ShutdownHookManager.get().addShutdownHook(hook, BEFORE_SPARK, 2 * PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    synchronized void begin() {
        isBusy = true;
    }

    synchronized void done() {
        isBusy = false;
        notifyAll();
    }

    private synchronized void await() {
        hasBegun = true;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            long left = PATIENCE_SECONDS;
            while (isBusy && left > 0) {
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                wait(Math.max(1, left));
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** What fails once the process ends fails for that reason; nothing is to be said of it. */
    void awaitIfBegun() {
        while (hasBegun()) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException impatient) {
                // The end comes when the hooks are done.
            }
        }
    }

    private synchronized boolean hasBegun() {
        return hasBegun;
    }

    @Override
    public void close() {
        ShutdownHookManager manager = ShutdownHookManager.get();
        if (!manager.isShutdownInProgress()) {
            manager.removeShutdownHook(hook);
        }
    }
}
