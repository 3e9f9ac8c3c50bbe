package io.picojoule.report.dataflow;

/**
 * The network under one dataflow, or under the best for each layer.
 *
 * @param figures of the layers that have a mapping
 * @param missing layers that have none
 */
record DataflowTotal(String dataflow, Figures figures, int missing) {
    /** Where each layer has the dataflow that is best for it. */
    static final String BEST_OF_EACH_LAYER = "best-of-each-layer";

    boolean isWhole() {
        return missing == 0 && figures.layers() > 0;
    }
}
