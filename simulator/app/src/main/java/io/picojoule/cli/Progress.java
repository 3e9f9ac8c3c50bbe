package io.picojoule.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says on a terminal what is going on, once it takes longer than two seconds: a line that is rewritten every second and gone at the end.
 * Without a terminal it says nothing.
 */
final class Progress implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 2;
    private static final String ERASE = "\r\u001b[K";

    private final Session session;
    private final int total;
    private final ScheduledExecutorService clock;
    private final long begin = System.nanoTime();
    private volatile String task = "";
    private volatile int begun;
    private volatile boolean shown;

    /** @param total how many tasks there are */
    Progress(Session session, boolean quiet, int total) {
        this.session = session;
        this.total = total;
        this.clock = Executors.newSingleThreadScheduledExecutor(runnable -> {
            Thread thread = new Thread(runnable, "progress");
            thread.setDaemon(true);
            return thread;
        });
        if (session.terminal() && !quiet) {
            clock.scheduleAtFixedRate(this::show, PATIENCE_SECONDS, 1, TimeUnit.SECONDS);
        }
    }

    /** The next task begins. */
    void begin(String name) {
        task = name;
        begun++;
    }

    private void show() {
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        String count = total > 1 ? " (" + begun + " of " + total + ")" : "";
        session.err().print(ERASE + "simulating " + task + count + ", " + seconds + " s");
        session.err().flush();
        shown = true;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        if (shown) {
            session.err().print(ERASE);
            session.err().flush();
        }
    }
}
