package io.picojoule.timing;

/** What a processing element did in a cycle, or what it waited for. The list is closed; {@code docs/metrics.md} defines each. */
public enum Cause {
    /** A multiply-accumulate, gated or not. */
    BUSY("busy"),
    /** Its weights are not yet all in the scratchpad. */
    WEIGHT_LOAD("weight-load"),
    /** The first window of an image is not yet there. */
    INPUT_FILL("input-fill"),
    /** A later window is not yet there. */
    INPUT_BUS("input-bus"),
    /** The weights of a step are not yet there, on an array that takes new ones in each. */
    WEIGHT_BUS("weight-bus"),
    /** At the bottom of a chain: the partial sums from the buffer are not yet there. */
    PARTIAL_SUM_IN_BUS("partial-sum-in-bus"),
    /** At the top of a chain: no room for the partial sums that are to leave. */
    PARTIAL_SUM_OUT_BUS("partial-sum-out-bus"),
    /** Inside a chain: waits for the neighbour below, or for room in the one above. */
    ACCUMULATE("accumulate"),
    /** Done with the pass, while others are not. */
    DRAIN("drain"),
    /** The array stands still for a DRAM transfer. */
    DRAM("dram"),
    /** Not used in this pass: a last, ragged tile leaves it without work. */
    IMBALANCE("imbalance"),
    /** Of a sparse engine: a zero that is stored because a run is longer than the index counts. */
    PADDING("padding"),
    /** A column in which the element has no entry still costs it a cycle. */
    EMPTY_COLUMN("empty-column"),
    /** Nothing to do, because the queue of another is full and nothing is sent. */
    QUEUE_FULL("queue-full"),
    /** Nothing to do, because activations are sent no faster. */
    QUEUE_EMPTY("queue-empty"),
    /** A core of a processor waits for its caches. */
    BUFFER("buffer"),
    /** A kernel is on its way to the cores of a processor. */
    LAUNCH("launch"),
    /**
     * The vector unit, in its own cycles; in a sparse engine the last sums on their way to be written; on a processor instructions that
     * multiply nothing, and latencies that nothing hides.
     */
    PIPELINE("pipeline");

    private final String key;

    Cause(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
