package io.picojoule.workload;

import java.util.List;
import java.util.Optional;

/**
 * A layer in its place, or one of the parts that it is computed in: with the shapes it takes and makes.
 *
 * @param writtenAs name of the layer in the file, which is not its own where that layer is computed in parts
 * @param producers names of the layers, or parts, it takes its inputs from; {@link Network#INPUT} is the network's own input, or the layer's
 * @param readsNetworkInput whether its input comes from outside the network, as it is or passed on by layers that do nothing to it
 * @param inputDensity fraction of non-zero words of the input: as the layer states it, else as its producer's output tells, else 1
 */
public record NetworkLayer(
        Layer layer,
        String writtenAs,
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

    /** A part of this layer; one that takes what the layer takes reads the network's input if the layer does. */
    NetworkLayer part(Layer part, List<String> partProducers, List<Shape> partInputs, double density) {
        boolean readsInput = readsNetworkInput && partProducers.equals(producers);
        return new NetworkLayer(
                part, writtenAs, partProducers, partInputs, part.output(partInputs), readsInput, density);
    }

    /** Of one repetition. */
    public Optional<LoopNest> loopNest(int batch) {
        return layer.loopNest(inputs, batch);
    }

    /** MACs of one inference. */
    public long macs() {
        return macs(1);
    }

    /** MACs of a batch. */
    public long macs(int batch) {
        return Math.multiplyExact(loopNest(batch).map(LoopNest::macs).orElse(0L), (long) repetitions(batch));
    }

    /** How often the loop nest, or the work of the vector unit, is done one after another. */
    public int repetitions(int batch) {
        return layer.repetitions(inputs, batch);
    }

    public long weights() {
        return layer.weights(inputs);
    }

    public long biases() {
        return layer.biases(inputs);
    }

    /** Of one inference. */
    public VectorWork vectorWork() {
        return layer.vectorWork(inputs);
    }

    /** Whether it computes anything at inference. */
    public boolean isWork() {
        return loopNest(1).isPresent() || !vectorWork().equals(VectorWork.NONE);
    }
}
