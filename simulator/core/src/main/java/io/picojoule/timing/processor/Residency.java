package io.picojoule.timing.processor;

import io.picojoule.hardware.Processor;

/** What the last cache keeps. */
final class Residency {
    /** Half is for what is used again, half for what passes through. */
    static final double SHARE = 0.5;

    private Residency() {}

    /** Whether a tensor stays in the last cache from the layer that makes it to the one that takes it. */
    static boolean stays(Processor machine, double bytes) {
        return bytes <= machine.memory().last().capacityBytes() * SHARE;
    }
}
