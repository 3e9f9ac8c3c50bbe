package io.picojoule.timing.processor;

import io.picojoule.hardware.Processor;
import io.picojoule.workload.Operand;

/** What the last cache keeps. */
final class Residency {
    /** Half is for what is used again, half for what passes through. */
    static final double SHARE = 0.5;

    private Residency() {}

    /** Whether a tensor goes through DRAM between the layer that makes it and the one that takes it. */
    static boolean crosses(Processor machine, Operand operand, double bytes) {
        return !machine.memory().dram().resident().contains(operand) && !stays(machine, bytes);
    }

    /** Whether the last cache keeps so much for later. */
    static boolean stays(Processor machine, double bytes) {
        return bytes <= machine.memory().last().capacityBytes() * SHARE;
    }
}
