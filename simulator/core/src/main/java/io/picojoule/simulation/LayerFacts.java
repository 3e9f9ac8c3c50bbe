package io.picojoule.simulation;

import io.picojoule.timing.array.GatedMemory;
import io.picojoule.timing.array.TransferMemory;
import io.picojoule.workload.LayerData;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What is found out about a layer's tensors, when it is first asked for, and kept. Thread safe. */
final class LayerFacts {
    private final LayerData data;
    private final TransferMemory transfers = new TransferMemory();
    private final GatedMemory gated = new GatedMemory();
    private @Nullable Hashed<BitSet> input;
    private @Nullable Hashed<BitSet> output;

    LayerFacts(LayerData data) {
        this.data = data;
    }

    /** Sizes of tiles. */
    TransferMemory transfers() {
        return transfers;
    }

    /** MACs that zeros switch off. */
    GatedMemory gated() {
        return gated;
    }

    /** Where the zeros of the input are. */
    synchronized Hashed<BitSet> inputZeros() {
        if (input == null) {
            input = new Hashed<>(data.inputZeros());
        }
        return input;
    }

    /** Where the zeros of the output are. */
    synchronized Hashed<BitSet> outputZeros() {
        if (output == null) {
            output = new Hashed<>(data.outputZeros());
        }
        return output;
    }
}
