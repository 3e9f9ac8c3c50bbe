package io.picojoule.simulation;

import io.picojoule.workload.LayerData;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Where the zeros of a layer's tensors are, found when first asked for and kept. Thread safe. */
final class ZeroPlaces {
    private final LayerData data;
    private @Nullable Hashed<BitSet> input;
    private @Nullable Hashed<BitSet> output;

    ZeroPlaces(LayerData data) {
        this.data = data;
    }

    synchronized Hashed<BitSet> input() {
        if (input == null) {
            input = new Hashed<>(data.inputZeros());
        }
        return input;
    }

    synchronized Hashed<BitSet> output() {
        if (output == null) {
            output = new Hashed<>(data.outputZeros());
        }
        return output;
    }
}
