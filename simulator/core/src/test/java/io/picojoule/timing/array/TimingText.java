package io.picojoule.timing.array;

import io.picojoule.timing.LayerTiming;

/** A timing with a field a line, so that a comparison shows those that differ. */
final class TimingText {
    private TimingText() {}

    static String of(LayerTiming timing) {
        return "cycles " + timing.cycles()
                + "\ncompute cycles " + timing.computeCycles()
                + "\nexposed DRAM cycles " + timing.exposedDramCycles()
                + "\nactive elements " + timing.activeElements()
                + "\npasses " + timing.passes()
                + "\nelements " + timing.elementCycles()
                + "\nbusy " + timing.busyCycles()
                + "\n" + timing.activity();
    }
}
