package io.picojoule.timing.processor;

import io.picojoule.hardware.Processor;
import io.picojoule.timing.processor.Product.Tensor;
import io.picojoule.workload.Operand;

/** What the last cache keeps. */
final class Residency {
    /** Half is for what is used again, half for what passes through. */
    private static final double SHARE = 0.5;

    private Residency() {}

    /** A tensor of a layer, where it is between the layer that makes it and the one that takes it. */
    static Tensor tensor(Processor machine, Operand operand, double bytes) {
        return new Tensor(bytes, crosses(machine, operand, bytes));
    }

    /** What a layer takes; what comes from outside the network comes from DRAM. */
    static Tensor input(Processor machine, boolean readsNetworkInput, double bytes) {
        return new Tensor(bytes, readsNetworkInput || crosses(machine, Operand.INPUT, bytes));
    }

    /** Whether a tensor goes through DRAM between the layer that makes it and the one that takes it. */
    private static boolean crosses(Processor machine, Operand operand, double bytes) {
        return !machine.memory().dram().resident().contains(operand) && !stays(machine, bytes);
    }

    /** Whether the last cache keeps so much for later. */
    static boolean stays(Processor machine, double bytes) {
        return bytes <= machine.memory().last().capacityBytes() * SHARE;
    }
}
