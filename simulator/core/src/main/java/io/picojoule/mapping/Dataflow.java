package io.picojoule.mapping;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.WordWidths;
import java.util.List;
import java.util.function.Consumer;

/** A rule for what stays where: which loops are spatial, and which operand waits in the scratchpads. */
public interface Dataflow {
    /** As machines name it. */
    String key();

    /**
     * Every limit of the machine that the mapping violates, each in a sentence with both figures; empty if it fits.
     *
     * @param words the widths of the layer's words on this machine
     */
    List<String> violations(Mapping mapping, SpatialArray machine, WordWidths words);

    /** Hands each mapping of the nest that this dataflow proposes for the machine to {@code consumer}, in a fixed order; all of them fit. */
    void candidates(LoopNest nest, SpatialArray machine, WordWidths words, Consumer<Mapping> consumer);
}
