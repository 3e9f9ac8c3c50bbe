package io.picojoule.simulation;

import io.picojoule.hardware.Dram;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Subwords;
import io.picojoule.workload.WordWidths;
import java.util.BitSet;

/** All of a layer that its timing, or the search for its mapping, depends on, beside the machine: of the tensors, where the zeros are. */
record LayerProblem(
        LoopNest nest,
        WordWidths values,
        Subwords subwords,
        boolean readsNetworkInput,
        Hashed<BitSet> inputZeros,
        Hashed<BitSet> outputZeros) {
    private static final Hashed<BitSet> NOT_LOOKED_AT = new Hashed<>(new BitSet());

    static LayerProblem of(PreparedLayer layer, SpatialArray machine) {
        ArrayWork work = layer.work();
        LayerData data = work.data();
        boolean looks = looksAtNumbers(machine);
        return new LayerProblem(
                work.nest(),
                layer.words(),
                work.subwords(),
                data.readsNetworkInput(),
                looks ? work.facts().inputZeros() : NOT_LOOKED_AT,
                looks ? work.facts().outputZeros() : NOT_LOOKED_AT);
    }

    /** Whether anything depends on where the zeros are; if not, no tensor need be made. */
    private static boolean looksAtNumbers(SpatialArray machine) {
        Dram dram = machine.memory().dram();
        return machine.processingElement().zeroInputs() != ZeroInputs.COMPUTE
                || dram.packs(Operand.INPUT)
                || dram.packs(Operand.OUTPUT);
    }
}
