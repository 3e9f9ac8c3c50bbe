package io.picojoule.mapping;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.WordWidths;
import java.util.List;
import java.util.Optional;

/**
 * A dataflow in which words stream past the array: all it says is which loop runs where. Fully-connected layers are mapped flattened where every
 * word of their window is an index of the same axis.
 */
public interface StreamDataflow extends Dataflow {
    /**
     * What is laid where on this machine.
     *
     * @throws IllegalArgumentException if the machine cannot have this dataflow: {@link #obstacle}
     */
    StreamRule rule(SpatialArray machine);

    /** Why the machine cannot have this dataflow, beside what no streaming array can do. */
    default Optional<String> ownObstacle(SpatialArray machine) {
        return Optional.empty();
    }

    @Override
    default Optional<String> obstacle(SpatialArray machine) {
        if (machine.processingElement().zeroInputs() == ZeroInputs.SKIP) {
            return Optional.of(key() + " elements make each step together, so none can skip a zero of its own;"
                    + " zero-inputs can be compute or gate");
        }
        return ownObstacle(machine);
    }

    @Override
    default Passes passes(Mapping mapping, SpatialArray machine) {
        return sequence(mapping, machine);
    }

    /** The passes of one of its mappings. */
    default StreamSequence sequence(Mapping mapping, SpatialArray machine) {
        return StreamLoops.passes(rule(machine), mapping.nest(), mapping.loops(), StreamTraits.of(machine));
    }

    @Override
    default Mapping given(GivenMapping given, LoopNest nest, SpatialArray machine) {
        if (given instanceof GivenMapping.Loops loops) {
            return StreamLoops.passes(rule(machine), form(rule(machine), nest), loops.loops(), StreamTraits.of(machine))
                    .mapping();
        }
        throw new IllegalArgumentException("m n e p q r t are parameters of row-stationary; a " + key()
                + " mapping is given by its loops, as a run prints them");
    }

    /** The form of a layer that is mapped: flattened, unless taps of a filter have a place of their own in the array. */
    static LoopNest form(StreamRule rule, LoopNest nest) {
        boolean flattens = nest.isFullyConnected() && (nest.r() > 1 || nest.s() > 1);
        return flattens && !rule.spatial().contains(Axis.of(Dimension.R, Dimension.S)) ? nest.flattened() : nest;
    }

    @Override
    default List<String> violations(Mapping mapping, SpatialArray machine, WordWidths words) {
        return new StreamLimits(machine, words).violations(sequence(mapping, machine));
    }

    @Override
    default Mapping smallest(LoopNest nest, SpatialArray machine) {
        StreamRule rule = rule(machine);
        LoopNest form = form(rule, nest);
        List<Integer> ones = rule.spatial().stream().map(axis -> 1).toList();
        TileGrid grid = machine.streaming().cutsLayers() ? TileGrid.of(form, 1, 1, 1, 1, 1) : TileGrid.whole(form);
        return new StreamSequence(
                        rule,
                        new SpatialExtents(ones),
                        grid,
                        TileOrder.PIXELS_FILTERS_CHANNELS,
                        StreamTraits.of(machine))
                .mapping();
    }

    @Override
    default List<MappingFamily> families(LoopNest nest, SpatialArray machine, WordWidths words) {
        return StreamFamilies.of(rule(machine), form(rule(machine), nest), machine, new StreamLimits(machine, words));
    }

    /** The axis of output pixels. */
    static Axis pixels() {
        return Axis.of(Dimension.N, Dimension.P, Dimension.Q);
    }

    /** The axis of the words of a window. */
    static Axis window() {
        return Axis.of(Dimension.C, Dimension.R, Dimension.S);
    }

    /** The axis of filters. */
    static Axis filters() {
        return Axis.of(Dimension.M);
    }

    /** No axis. */
    static Axis none() {
        return Axis.of();
    }
}
