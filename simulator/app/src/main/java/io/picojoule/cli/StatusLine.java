package io.picojoule.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A line on a terminal that says how far something is, once it takes longer than two seconds: it is rewritten at most ten times a second and
 * gone at the end, also if that is Ctrl-C. Without a terminal it says nothing.
 */
final class StatusLine implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int REDRAW_MILLISECONDS = 100;
    private static final int WIDEST = 79;
    private static final String ERASE = "\r\u001b[K";

    private final Session session;
    private final Duration patience;
    private final boolean active;
    private final Supplier<String> line;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread eraser = new Thread(this::end, "progress-eraser");
    private String shown = "";

    /**
     * Begins to wait, if there is a terminal.
     *
     * @param line what is to be said now; it is cut where the terminal may end
     */
    StatusLine(Session session, boolean quiet, Duration patience, Supplier<String> line) {
        this.session = session;
        this.patience = patience;
        this.active = session.messagesToTerminal() && !quiet;
        this.line = line;
        if (active) {
            ShutdownHooks.add(eraser);
            Thread thread = new Thread(this::tell, "progress");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Says something that stays. */
    synchronized void message(String text) {
        erase();
        session.err().println(text);
    }

    private void tell() {
        try {
            boolean ended = over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            while (!ended) {
                String now = line.get();
                show(now.substring(0, Math.min(WIDEST, now.length())));
                ended = over.await(REDRAW_MILLISECONDS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show(String now) {
        if (over.getCount() > 0 && !now.equals(shown)) {
            session.err().print(ERASE + now);
            session.err().flush();
            shown = now;
        }
    }

    private synchronized void erase() {
        if (!shown.isEmpty()) {
            session.err().print(ERASE);
            session.err().flush();
            shown = "";
        }
    }

    private synchronized void end() {
        erase();
        over.countDown();
    }

    @Override
    public void close() {
        end();
        if (active) {
            ShutdownHooks.remove(eraser);
        }
    }
}
