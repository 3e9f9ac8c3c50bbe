package io.picojoule.timing;

import io.picojoule.mapping.PassGeometry;

/**
 * Hears what happens in a layer while it is timed, in cycles from the layer's first. A pass is told when it is over, and what the DRAM channel
 * did for a transfer when that is over, or when the channel has turned to another.
 */
public interface LayerTrace {
    /** Hears nothing, and costs nothing. */
    LayerTrace NONE = new LayerTrace() {
        @Override
        public void pass(Pass pass) {}

        @Override
        public void served(Service service) {}

        @Override
        public void operations(long start, long end, long count) {}
    };

    /** The array ran a pass. */
    void pass(Pass pass);

    /** The DRAM channel was at work for one transfer, without a break. */
    void served(Service service);

    /** The vector unit did {@code count} operations from {@code start} to before {@code end}. */
    void operations(long start, long end, long count);

    /**
     * A pass: which tiles it worked on, each counted from 0, and how it went.
     *
     * @param start its first cycle
     * @param firstFilter its first filter, counted from the first of the filter tile
     */
    record Pass(
            long start,
            int group,
            int imageTile,
            int filterTile,
            int patch,
            int channelGroup,
            int fold,
            int firstFilter,
            PassGeometry geometry,
            PassTiming timing) {
        public long end() {
            return start + timing.cycles();
        }
    }

    /**
     * A part of a transfer, or the whole: one of higher rank may interrupt it.
     *
     * @param end the cycle after the last
     * @param cyclesLeft what the transfer still needs after that
     */
    record Service(Transfer transfer, long start, long end, long cyclesLeft) {}
}
