package io.picojoule.timing.array.fast;

/**
 * Notices when steps repeat. A step depends on moments of a bounded number of earlier steps only, and on nothing but their differences:
 * once every moment has moved on by the same cycles in as many steps as are looked back on, every further step will too.
 */
final class SteadyState {
    private final long[][] moments;
    private final long[][] before;
    private final BusClock[] buses;
    private final long[] busCycles;
    private final int[] busWords;
    private final int lookback;
    private int equalSteps;
    private long period;

    /**
     * @param lookback steps whose moments a step may depend on
     * @param moments of each element or column in the current step
     * @param buses that move words in every step
     */
    SteadyState(int lookback, long[][] moments, BusClock[] buses) {
        this.lookback = lookback;
        this.moments = moments;
        this.before = new long[moments.length][];
        for (int i = 0; i < moments.length; i++) {
            before[i] = moments[i].clone();
        }
        this.buses = buses;
        this.busCycles = new long[buses.length];
        this.busWords = new int[buses.length];
    }

    /** Steps differ from now on: an image begins or ends. */
    void restart() {
        equalSteps = 0;
        period = -1;
    }

    /** Looks at the moments after a step; whether all further steps will take {@link #period} cycles. */
    boolean reached() {
        long moved = buses[0].cycle() - busCycles[0];
        boolean equal = true;
        for (int i = 0; i < buses.length; i++) {
            equal &= buses[i].cycle() - busCycles[i] == moved && buses[i].sent() == busWords[i];
            busCycles[i] = buses[i].cycle();
            busWords[i] = buses[i].sent();
        }
        for (int i = 0; i < moments.length; i++) {
            equal &= equal && movedBy(moved, moments[i], before[i]);
            System.arraycopy(moments[i], 0, before[i], 0, before[i].length);
        }
        if (!equal) {
            restart();
            return false;
        }
        equalSteps = moved == period ? equalSteps + 1 : 1;
        period = moved;
        return equalSteps >= lookback;
    }

    private static boolean movedBy(long cycles, long[] now, long[] then) {
        for (int i = 0; i < now.length; i++) {
            if (now[i] - then[i] != cycles) {
                return false;
            }
        }
        return true;
    }

    long period() {
        return period;
    }

    static void shift(long[] moments, long cycles) {
        for (int i = 0; i < moments.length; i++) {
            moments[i] += cycles;
        }
    }
}
