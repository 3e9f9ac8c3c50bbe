package io.picojoule.hardware;

import io.picojoule.workload.WordWidths;
import java.util.Optional;
import java.util.Set;

/** Anything a network can run on. Each kind is plain data; how it spends its cycles is the business of the timing package. */
public sealed interface Machine permits SpatialArray, SparseEngine, Processor {
    /** Name, provenance and price. */
    MachineIdentity identity();

    /** The kind as files name it. */
    String kind();

    long clockHertz();

    /** How many multipliers, each with its scratchpads, there are. */
    long elements();

    /** Multiply-accumulates a cycle when everything is busy, at the machine's own precision. */
    default long macsPerCycle() {
        return elements();
    }

    /** Widths of the machine's own words. */
    WordWidths words();

    /** Widths of the values of a layer that states none. */
    WordWidths precision();

    /** Does the layers without MACs, where there is one. */
    Optional<VectorUnit> vectorUnit();

    /** Kinds of layers that are applied to outputs on their way out, at no cycle. */
    Set<String> fuses();

    /** Memory off the chip, where anything crosses to it while a network runs. */
    Optional<Dram> dram();

    /** Name or file of the energy table to use unless another is asked for. */
    String energyTable();

    default String name() {
        return identity().name();
    }
}
