package io.picojoule.workload;

import java.util.List;
import java.util.Optional;

/**
 * A layer in its place: with the shapes it takes and makes.
 *
 * @param producers names of the layers it takes its inputs from; {@link Network#INPUT} is the network's own input
 * @param readsNetworkInput whether its input is the network's own, as it is or passed on by layers that do nothing to it
 * @param inputDensity fraction of non-zero words of the input: as the layer states it, else as its producer's output tells, else 1
 */
public record NetworkLayer(
        Layer layer,
        List<String> producers,
        List<Shape> inputs,
        Shape output,
        boolean readsNetworkInput,
        double inputDensity) {
    public NetworkLayer {
        producers = List.copyOf(producers);
        inputs = List.copyOf(inputs);
    }

    public String name() {
        return layer.name();
    }

    public Optional<LoopNest> loopNest(int batch) {
        return layer.loopNest(inputs, batch);
    }

    /** MACs of one inference. */
    public long macs() {
        return loopNest(1).map(LoopNest::macs).orElse(0L);
    }

    public long weights() {
        return layer.weights(inputs);
    }

    public long biases() {
        return layer.biases(inputs);
    }

    public long vectorOperations() {
        return layer.vectorOperations(inputs);
    }
}
