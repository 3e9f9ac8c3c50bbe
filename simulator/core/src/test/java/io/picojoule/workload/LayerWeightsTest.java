package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Are the weights of a layer those of its file, or of its density, in the shape of a matrix? */
class LayerWeightsTest {
    @TempDir
    private Path folder;

    private static NetworkLayer grouped(OptionalDouble density, Optional<TensorReference> file) {
        LayerCommon common = new LayerCommon(
                "conv1",
                List.of(),
                OptionalDouble.empty(),
                density,
                OptionalDouble.empty(),
                Map.of(),
                file,
                Optional.empty());
        Layer layer = new Convolution(common, 6, Window.square(2, 1, 0), 2, true);
        return Network.resolve("net", "", "", new Shape(4, 5, 5), List.of(layer))
                .network()
                .layers()
                .get(0);
    }

    private Optional<TensorReference> file() {
        double[] values = IntStream.range(0, 48).mapToDouble(i -> i - 24).toArray();
        return Optional.of(
                TensorReference.of(NpyBytes.write(folder, "w.npy", NpyBytes.of("<f4", false, "6, 2, 2, 2", values))));
    }

    @Test
    void filtersAreRows_andAGroupsChannelsAreColumns() {
        SparseMatrix weights = LayerWeights.of(grouped(OptionalDouble.of(0.5), Optional.empty()), 1);

        assertThat(weights.rows()).isEqualTo(6);
        assertThat(weights.columns()).isEqualTo(8);
        assertThat(weights.nonZeros()).isEqualTo(24);
        assertThat(LayerWeights.of(grouped(OptionalDouble.empty(), Optional.empty()), 1)
                        .nonZeros())
                .isEqualTo(48);
        assertThat(LayerWeights.of(grouped(OptionalDouble.of(0.5), Optional.empty()), 2))
                .isNotEqualTo(weights);
    }

    @Test
    void aFileIsTakenAsItIs_orPrunedByMagnitude() {
        SparseMatrix all = LayerWeights.of(grouped(OptionalDouble.empty(), file()), 1);
        SparseMatrix pruned = LayerWeights.of(grouped(OptionalDouble.of(0.25), file()), 1);

        assertThat(all.nonZeros()).isEqualTo(47);
        assertThat(pruned).isEqualTo(all.largest(12));
        // The twelve of largest magnitude are -24 .. -18 and 19 .. 23.
        assertThat(pruned.columnIndices()).startsWith(0, 1, 2, 3, 4, 5, 6).hasSize(12);
    }

    @Test
    void aFileOfAnotherShape_isRefused_withTheLayersName() {
        NetworkLayer layer = grouped(
                OptionalDouble.empty(),
                Optional.of(
                        TensorReference.of(NpyBytes.write(folder, "w.npy", NpyBytes.of("<f4", false, "2,", 1, 2)))));
        assertThatThrownBy(() -> LayerWeights.of(layer, 1))
                .isInstanceOf(TensorFileException.class)
                .hasMessageStartingWith("layer 'conv1', weights: ")
                .hasMessageEndingWith("found the shape [2]; wanted is [6, 2, 2, 2]");
    }
}
