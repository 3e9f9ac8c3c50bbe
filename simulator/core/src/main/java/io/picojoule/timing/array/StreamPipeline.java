package io.picojoule.timing.array;

import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.MemoryHierarchy;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.StreamGeometry;
import io.picojoule.workload.Operand;

/** What both engines take as given of an array past which words stream: fixed depths, which no event decides. */
public final class StreamPipeline {
    private StreamPipeline() {}

    /**
     * Cycles from the one in which products are made to the one in which their sum can be seen: a neighbour after the other adds its product, or
     * a tree of adders does.
     */
    public static int sumCycles(StreamGeometry geometry, SpatialArray machine) {
        int elements = geometry.elementsOfSum();
        return machine.interconnect() == Interconnect.ADDER_TREE
                ? 1 + (Integer.SIZE - Integer.numberOfLeadingZeros(elements - 1))
                : elements;
    }

    /** Steps whose sums may be on their way out: one in each stage of the pipeline, and two that wait for the bus. */
    public static int sumSlots(StreamGeometry geometry, SpatialArray machine) {
        return sumCycles(geometry, machine) + 2;
    }

    /** Cycles in which a systolic array shifts in what is to wait in its elements: a row a cycle, whether used or not. */
    public static int systolicLoadCycles(StreamGeometry geometry, SpatialArray machine) {
        return geometry.loadedWords() > 0 ? machine.rows() : 0;
    }

    /** Cycles between the first element's last product and the last element's: the way across all rows and columns, used or not. */
    public static int systolicSkewCycles(SpatialArray machine) {
        return machine.rows() + machine.columns() - 2;
    }

    /**
     * Whether what is to wait in double-buffered elements for a pass is loaded while the pass before streams: weights that come as the array
     * computes, or inputs that are there already.
     */
    public static boolean loadsAhead(StreamStep step, SpatialArray machine) {
        if (step.geometry().keeps(Operand.WEIGHT)) {
            return machine.memory().dram().overlaps().contains(Operand.WEIGHT);
        }
        return step.geometry().keeps(Operand.INPUT) && step.inputs() == StreamStep.NOTHING;
    }

    /** Whether the weights of a pass, but the first, are in the elements before the array is prepared for it. */
    public static boolean loadsWeightsAhead(StreamStep step, SpatialArray machine) {
        return machine.isDoubleBuffered() && step.geometry().keeps(Operand.WEIGHT) && loadsAhead(step, machine);
    }

    /** Transfers of weights that are asked for before those of the first are used: as many bursts as the weight buffer holds, or one. */
    public static int weightsAhead(SpatialArray machine) {
        MemoryHierarchy memory = machine.memory();
        if (memory.weightBuffer().isEmpty() || memory.dram().weightBurstBytes().isEmpty()) {
            return 1;
        }
        long bursts = memory.weightBuffer().get().capacityBytes()
                / memory.dram().weightBurstBytes().getAsLong();
        return (int) Math.max(1, Math.min(bursts, 1024));
    }

    /** Whether a pass on double-buffered elements must have left the array before the next begins: its tile leaves, or its sums are loaded. */
    public static boolean drainsBefore(StreamStep before, StreamStep next) {
        return before.leaving() != StreamStep.NOTHING
                || (next.geometry().keepsSums() && next.geometry().takesPartialSums());
    }
}
