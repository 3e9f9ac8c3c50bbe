package io.picojoule.workload;

import java.util.List;

/** The weights of a layer as a matrix: a row an output channel, a column a weight of its filter, {@code [groups x m][c x r x s]}. */
public final class LayerWeights {
    /** Weights that only their pattern and relation matter of are read at the best precision there is. */
    private static final int WORD_BITS = Integer.SIZE;

    private LayerWeights() {}

    /** Whether a layer, or a part of one, has weights. */
    public static boolean has(NetworkLayer layer) {
        return layer.weights() > 0 && layer.loopNest(1).isPresent();
    }

    /**
     * From the file that the layer names, pruned by magnitude if it states a {@code weight-density}; else seeded, normal, of the density
     * and spread that it states.
     *
     * @param layer one that has weights
     * @throws TensorFileException if the file cannot be used
     */
    public static SparseMatrix of(NetworkLayer layer, long seed) {
        LayerCommon common = layer.layer().common();
        LoopNest nest = layer.loopNest(1).orElseThrow();
        int rows = Math.multiplyExact(nest.g(), nest.m());
        int columns = Math.multiplyExact(Math.multiplyExact(nest.c(), nest.r()), nest.s());
        double density = common.weightDensity().orElse(1);
        if (common.weights().isEmpty()) {
            SplitMix random = SplitMix.named(seed, layer.name() + "/weight");
            return PrunedGaussian.of(rows, columns, density, common.weightSpread(), random);
        }
        try {
            TensorFile file = TensorFile.read(common.weights().get(), shapes(layer), WORD_BITS);
            return SparseMatrix.of(rows, columns, file.values())
                    .largest((int) Math.round(density * file.values().length));
        } catch (TensorFileException unusable) {
            throw unusable.at("layer '" + layer.name() + "', weights");
        }
    }

    /** The shapes that a file of the layer's weights may have. */
    public static List<List<Integer>> shapes(NetworkLayer layer) {
        LoopNest nest = layer.loopNest(1).orElseThrow();
        List<Integer> filters = List.of(nest.g() * nest.m(), nest.c(), nest.r(), nest.s());
        boolean isMatrix = layer.layer() instanceof FullyConnected || layer.layer() instanceof StepwiseProduct;
        return isMatrix ? List.of(List.of(nest.m(), nest.c() * nest.r() * nest.s()), filters) : List.of(filters);
    }
}
