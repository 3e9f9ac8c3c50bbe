package io.picojoule.mapping;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.WordWidths;
import java.util.List;
import java.util.Optional;

/** A rule for what stays where: which loops are spatial, and which operand waits in the processing elements. */
public interface Dataflow {
    /** As machines name it. */
    String key();

    /** Why the machine cannot have this dataflow, if so. */
    Optional<String> obstacle(SpatialArray machine);

    /**
     * Every limit of the machine that the mapping violates, each in a sentence with both figures; empty if it fits.
     *
     * @param words the widths of the layer's words on this machine
     */
    List<String> violations(Mapping mapping, SpatialArray machine, WordWidths words);

    /** What a mapping of this dataflow makes the machine do. */
    Passes passes(Mapping mapping, SpatialArray machine);

    /**
     * A mapping as a user gives it, for this layer.
     *
     * @throws IllegalArgumentException saying what in it is not of this dataflow and layer
     */
    Mapping given(GivenMapping given, LoopNest nest, SpatialArray machine);

    /** The mapping that needs least of everything: if it does not fit, none does. */
    Mapping smallest(LoopNest nest, SpatialArray machine);

    /**
     * All mappings of the nest that this dataflow proposes for the machine, as branches for a search, in a fixed order. Each is of the nest
     * or of a form of it that computes the same.
     */
    List<MappingFamily> families(LoopNest nest, SpatialArray machine, WordWidths words);
}
