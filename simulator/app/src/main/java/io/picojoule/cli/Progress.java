package io.picojoule.cli;

import io.picojoule.simulation.RunProgress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Says on a terminal what is going on, once it takes longer than two seconds: a line that is rewritten at most ten times a second and gone
 * at the end, also if that is Ctrl-C. Without a terminal it says nothing.
 */
final class Progress implements RunProgress, AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int REDRAW_MILLISECONDS = 100;
    private static final int WIDEST = 79;
    /** Of the time of a task with searches; what follows them is quick. */
    private static final double SHARE_OF_SEARCHES = 0.9;

    private static final String SIMULATING = "simulating ";
    private static final String COMPRESSING = "compressing ";
    private static final String ERASE = "\r\u001b[K";

    /**
     * What is going on.
     *
     * @param number of the task, from 1
     * @param what is done in it now
     * @param done how often that is done
     * @param of how often in all; 0 as long as nobody knows
     * @param finished the part of the task that is
     * @param nanos when it came to this
     */
    private record State(String task, int number, String what, int done, int of, double finished, long nanos) {}

    private final Session session;
    private final int tasks;
    private final Duration patience;
    private final boolean active;
    private final long begin = System.nanoTime();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread eraser = new Thread(this::end, "progress-eraser");
    private volatile State state = new State("", 0, SIMULATING, 0, 0, 0, begin);
    private double searched;
    private String shown = "";

    /** Begins to wait, if there is a terminal. */
    Progress(Session session, boolean quiet, int tasks) {
        this(session, quiet, tasks, PATIENCE);
    }

    Progress(Session session, boolean quiet, int tasks, Duration patience) {
        this.session = session;
        this.tasks = tasks;
        this.patience = patience;
        this.active = session.messagesToTerminal() && !quiet;
        if (active) {
            ShutdownHooks.add(eraser);
            Thread thread = new Thread(this::tell, "progress");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** The next task begins. */
    synchronized void begin(String task) {
        searched = 0;
        state = new State(task, state.number() + 1, SIMULATING, 0, 0, 0, System.nanoTime());
    }

    @Override
    public synchronized void searching(String layer, int done, int of) {
        String what = "searching mappings of " + layer + " for ";
        searched = SHARE_OF_SEARCHES;
        double finished = searched * done / of;
        state = new State(state.task(), state.number(), what, done, of, finished, System.nanoTime());
    }

    /** A layer's weights are compressed. */
    synchronized void compressed(String layer, int done, int of) {
        double finished = (double) done / of;
        state = new State(state.task(), state.number(), COMPRESSING, done, of, finished, System.nanoTime());
    }

    @Override
    public synchronized void layerDone(String layer, int done, int of) {
        double finished = searched + (1 - searched) * done / of;
        state = new State(state.task(), state.number(), SIMULATING, done, of, finished, System.nanoTime());
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
                show(line(state, System.nanoTime()));
                ended = over.await(REDRAW_MILLISECONDS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String line(State now, long nanos) {
        StringBuilder line = new StringBuilder().append(seconds(begin, nanos)).append(" s");
        if (now.of() > 0) {
            line.append(", ").append(now.done()).append(" of ").append(now.of()).append(" layers");
        }
        double finished = (now.number() - 1 + now.finished()) / tasks;
        if (finished > 0 && finished < 1) {
            double left = (now.nanos() - begin) * (1 - finished) / finished - (nanos - now.nanos());
            line.append(", about ").append(Math.max(1, Math.round(left / 1e9))).append(" s left");
        }
        line.append(": ").append(now.what()).append(now.task());
        if (tasks > 1) {
            line.append(" (").append(now.number()).append(" of ").append(tasks).append(')');
        }
        return line.substring(0, Math.min(WIDEST, line.length()));
    }

    private static long seconds(long from, long to) {
        return Duration.ofNanos(to - from).toSeconds();
    }

    private synchronized void show(String line) {
        if (over.getCount() > 0 && !line.equals(shown)) {
            session.err().print(ERASE + line);
            session.err().flush();
            shown = line;
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
