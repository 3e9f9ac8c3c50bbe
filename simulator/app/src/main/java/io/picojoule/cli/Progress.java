package io.picojoule.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Says on a terminal what is going on, once it takes longer than two seconds: a line that is rewritten every second and gone at the end.
 * Without a terminal it says nothing.
 */
final class Progress implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 2;
    private static final String ERASE = "\r\u001b[K";

    private record Task(String name, int number) {}

    private final Session session;
    private final int total;
    private final long begin = System.nanoTime();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile Task task = new Task("", 0);

    /** Begins to wait, if there is a terminal. */
    Progress(Session session, boolean quiet, int total) {
        this.session = session;
        this.total = total;
        if (session.terminal() && !quiet) {
            Thread thread = new Thread(this::tell, "progress");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** The next task begins. */
    void begin(String name) {
        task = new Task(name, task.number() + 1);
    }

    private void tell() {
        try {
            boolean over = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            while (!over) {
                show();
                over = done.await(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() {
        Task now = task;
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        String count = total > 1 ? " (" + now.number() + " of " + total + ")" : "";
        say(ERASE + "simulating " + now.name() + count + ", " + seconds + " s");
    }

    private synchronized void say(String text) {
        if (done.getCount() > 0) {
            session.err().print(text);
            session.err().flush();
        }
    }

    @Override
    public synchronized void close() {
        boolean shown = Duration.ofNanos(System.nanoTime() - begin).toSeconds() >= PATIENCE_SECONDS;
        if (session.terminal() && shown) {
            say(ERASE);
        }
        done.countDown();
    }
}
