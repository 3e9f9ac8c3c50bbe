package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.workload.Convolution;
import io.picojoule.workload.FullyConnected;
import io.picojoule.workload.Layer;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.NpyBytes;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Padding;
import io.picojoule.workload.Pointwise;
import io.picojoule.workload.Pooling;
import io.picojoule.workload.Shape;
import io.picojoule.workload.StepwiseProduct;
import io.picojoule.workload.TensorFileException;
import io.picojoule.workload.TensorReference;
import io.picojoule.workload.Window;
import io.picojoule.workload.WordWidths;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does a layer get the tensors that its files hold, seeded ones where it names none, and is a file that does not fit it refused? */
class LayerTensorsTest {
    private static final Shape INPUT = new Shape(2, 4, 5);
    private static final WordWidths WORDS = new WordWidths(16, 16, 16, 16);

    @TempDir
    private Path folder;

    private Path file(String name, String shape, double... values) {
        return NpyBytes.write(folder, name, NpyBytes.of("<i4", false, shape, values));
    }

    private static double[] upTo(int count) {
        return IntStream.rangeClosed(1, count).asDoubleStream().toArray();
    }

    private static LayerCommon common(
            String name, OptionalDouble inputDensity, OptionalDouble outputDensity, Path weights, Path activations) {
        return new LayerCommon(
                name,
                List.of(),
                inputDensity,
                OptionalDouble.empty(),
                outputDensity,
                Map.of(Operand.WEIGHT, 8),
                Optional.ofNullable(weights).map(TensorReference::of),
                Optional.ofNullable(activations).map(TensorReference::of));
    }

    private static LayerCommon files(String name, Path weights, Path activations) {
        return common(name, OptionalDouble.empty(), OptionalDouble.empty(), weights, activations);
    }

    private static Layer convolution(Path weights, Path activations) {
        return new Convolution(files("conv", weights, activations), 3, Window.square(2, 1, 0), 1, false);
    }

    private static LayerData tensors(Layer layer) {
        Network network = Runs.network(INPUT, layer);
        return new LayerTensors(1).of(network.layers().get(0), WORDS);
    }

    private static void refused(Layer layer, String message) {
        assertThatThrownBy(() -> Simulator.run(Runs.request(Runs.CHIP, Runs.network(INPUT, layer), 1)))
                .isInstanceOf(TensorFileException.class)
                .hasMessage(message);
    }

    @Test
    void tensorsOfFiles_areThoseOfTheFiles() {
        LayerData data =
                tensors(convolution(file("w.npy", "3, 2, 2, 2", upTo(24)), file("a.npy", "2, 4, 5", upTo(40))));
        assertThat(data.weights()).isEqualTo(IntStream.rangeClosed(1, 24).toArray());
        assertThat(data.input()).isEqualTo(IntStream.rangeClosed(1, 40).toArray());
    }

    @Test
    void whatNoFileHolds_isSeeded_asWithoutFiles() {
        LayerData seeded = tensors(convolution(null, null));
        LayerData half = tensors(convolution(file("w.npy", "3, 2, 2, 2", upTo(24)), null));
        assertThat(half.input()).isEqualTo(seeded.input());
        assertThat(half.weights()).isNotEqualTo(seeded.weights());
        assertThat(half.output()).isEqualTo(seeded.output());
    }

    @Test
    void aFullyConnectedLayer_takesFlatFilesAndFilesOfTheImage() {
        for (String shape : new String[] {"3, 40", "3, 2, 4, 5"}) {
            Layer layer = new FullyConnected(files("fc", file("w.npy", shape, upTo(120)), null), 3, false);
            assertThat(tensors(layer).weights())
                    .isEqualTo(IntStream.rangeClosed(1, 120).toArray());
        }
        for (String shape : new String[] {"40,", "2, 4, 5"}) {
            Layer layer = new FullyConnected(files("fc", null, file("a.npy", shape, upTo(40))), 3, false);
            assertThat(tensors(layer).input())
                    .isEqualTo(IntStream.rangeClosed(1, 40).toArray());
        }
    }

    @Test
    void aProductForEachStep_takesFilesOfTheMatrixAndTheSequence() {
        LayerCommon files = files("fc", file("w.npy", "3, 10", upTo(30)), file("a.npy", "10, 4", upTo(40)));
        LayerData data = tensors(new StepwiseProduct(files, "fully-connected", 3, false));
        assertThat(data.weights()).hasSize(30);
        assertThat(data.input()).isEqualTo(IntStream.rangeClosed(1, 40).toArray());
        Path image = file("a.npy", "2, 4, 5", upTo(40));
        refused(
                new StepwiseProduct(files("fc", null, image), "fully-connected", 3, false),
                "layer 'fc', activations: " + image + ": found the shape [2, 4, 5]; wanted is [10, 4]");
    }

    @Test
    void aFileOfAnotherShape_isRefused_namingLayerFileAndBothShapes() {
        Path weights = file("w.npy", "3, 2, 2, 3", upTo(36));
        refused(
                convolution(weights, null),
                "layer 'conv', weights: " + weights + ": found the shape [3, 2, 2, 3]; wanted is [3, 2, 2, 2]");
        Path activations = file("a.npy", "40,", upTo(40));
        refused(
                convolution(null, activations),
                "layer 'conv', activations: " + activations + ": found the shape [40]; wanted is [2, 4, 5]");
        Layer fc = new FullyConnected(files("fc", activations, null), 3, false);
        refused(
                fc,
                "layer 'fc', weights: " + activations + ": found the shape [40]; wanted is [3, 40] or [3, 2, 4, 5]");
        Path missing = folder.resolve("missing.npy");
        refused(
                convolution(missing, null),
                "layer 'conv', weights: " + missing + ": found no such file; wanted is a .npy file");
    }

    @Test
    void aBadFile_isFound_evenWhereTheLayerDoesNotFitTheMachine() {
        Path weights = file("w.npy", "1,", 1);
        Layer wide =
                new Convolution(files("wide", weights, null), 1, new Window(1, 13, 1, 1, Padding.all(5), 1), 1, false);
        refused(wide, "layer 'wide', weights: " + weights + ": found the shape [1]; wanted is [1, 2, 1, 13]");
    }

    @Test
    void aLayerWithoutMacs_readsNoTensors() {
        Path file = file("a.npy", "2, 4, 5", upTo(40));
        Layer pool = new Pooling(files("pool", null, file), Pooling.Kind.MAX, Window.square(2, 2, 0), false);
        refused(
                pool,
                "layer 'pool' names " + file
                        + ", but layers of kind max-pool have no MACs, and only those with MACs read tensors");
    }

    @Test
    void valuesThatDoNotFitTheWord_areANoteOfTheRun() {
        double[] values = upTo(24);
        values[3] = 128;
        values[7] = -1_000;
        Path weights = file("w.npy", "3, 2, 2, 2", values);
        RunResult result = Simulator.run(Runs.request(Runs.CHIP, Runs.network(INPUT, convolution(weights, null)), 1));
        assertThat(result.notes())
                .containsExactly("layer 'conv', weights: 2 of the 24 values in " + weights
                        + " are beyond the 8-bit word and were saturated");
    }

    @Test
    void zerosOfTheFile_areThoseThatAreGated() {
        double[] values = new double[40];
        Arrays.fill(values, 0, 20, 5);
        Layer layer = convolution(null, file("a.npy", "2, 4, 5", values));
        RunResult result = Simulator.run(Runs.request(Runs.CHIP, Runs.network(INPUT, layer), 3));
        assertThat(result.totals().activity().gatedMacs())
                .isEqualTo(result.totals().macs() / 2);
    }

    @Test
    void densities_areAsStated_elseThoseThatTheProducerStates() {
        OptionalDouble none = OptionalDouble.empty();
        Network network = Runs.network(
                INPUT,
                new Convolution(
                        common("a", OptionalDouble.of(0.25), OptionalDouble.of(0.5), null, null),
                        4,
                        Window.square(1, 1, 0),
                        1,
                        false),
                new Pointwise(LayerCommon.named("relu"), Pointwise.Function.RELU),
                new Convolution(common("b", none, none, null, null), 4, Window.square(1, 1, 0), 1, false),
                new Convolution(common("c", none, none, null, null), 4, Window.square(1, 1, 0), 1, false));
        LayerTensors tensors = new LayerTensors(1);
        assertThat(zeros(tensors.of(network.layers().get(0), WORDS).input())).isEqualTo(30);
        assertThat(zeros(tensors.of(network.layers().get(0), WORDS).output())).isEqualTo(40);
        assertThat(zeros(tensors.of(network.layers().get(2), WORDS).input()))
                .as("of a, through relu")
                .isEqualTo(40);
        assertThat(zeros(tensors.of(network.layers().get(3), WORDS).input()))
                .as("nothing stated")
                .isZero();
        NetworkLayer alone = network.only(List.of("b")).layers().get(0);
        assertThat(zeros(tensors.of(alone, WORDS).input()))
                .as("as in the whole network")
                .isEqualTo(40);
    }

    private static long zeros(int[] values) {
        return Arrays.stream(values).filter(value -> value == 0).count();
    }
}
