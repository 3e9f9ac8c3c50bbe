package io.picojoule.cli;

import io.picojoule.simulation.RunProgress;
import java.time.Duration;

/**
 * What is going on in the simulations of a command, for a line on the terminal.
 */
final class Progress implements RunProgress, AutoCloseable {
    /** Of the time of a task with searches; what follows them is quick. */
    private static final double SHARE_OF_SEARCHES = 0.9;

    private static final String SIMULATING = "simulating ";
    private static final String COMPRESSING = "compressing ";

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

    private final int tasks;
    private final long begin = System.nanoTime();
    private final StatusLine status;
    private volatile State state = new State("", 0, SIMULATING, 0, 0, 0, begin);
    private double searched;

    /** Begins to wait, if there is a terminal. */
    Progress(Session session, boolean quiet, int tasks) {
        this(session, quiet, tasks, StatusLine.PATIENCE);
    }

    Progress(Session session, boolean quiet, int tasks, Duration patience) {
        this.tasks = tasks;
        this.status = new StatusLine(session, quiet, patience, () -> line(state, System.nanoTime()));
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
    void message(String text) {
        status.message(text);
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
        return line.toString();
    }

    private static long seconds(long from, long to) {
        return Duration.ofNanos(to - from).toSeconds();
    }

    @Override
    public void close() {
        status.close();
    }
}
