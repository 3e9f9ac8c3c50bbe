package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Are layers over sequences computed as the products and the element-wise work that their equations say? */
class RecurrentTest {
    private static final OptionalInt AS_ABOVE = OptionalInt.empty();

    private static Layer lstm(int hidden, OptionalInt steps) {
        return recurrent(Cell.LSTM, hidden, steps);
    }

    private static Layer recurrent(Cell cell, int hidden, OptionalInt steps) {
        return new Recurrent(LayerCommon.named("r"), cell, hidden, steps, Pointwise.Function.TANH, true);
    }

    private static Network.Resolved resolve(Shape input, Layer... layers) {
        return Network.resolve("net", "", "", input, List.of(layers));
    }

    private static List<NetworkLayer> placed(Shape input, Layer... layers) {
        Network.Resolved resolved = resolve(input, layers);
        assertThat(resolved.problems()).isEmpty();
        return resolved.network().layers();
    }

    private static void refused(Shape input, Layer layer, String message) {
        assertThat(resolve(input, layer).problems())
                .singleElement()
                .extracting(Network.ShapeProblem::message)
                .asString()
                .contains(message);
    }

    @Test
    void anLstm_isTheProductOfAllInputs_thenStepAfterStepThatOfTheStateAndTheGates() {
        List<NetworkLayer> parts = placed(Shape.sequence(5, 7), lstm(3, AS_ABOVE));

        assertThat(parts).extracting(NetworkLayer::name).containsExactly("r/input", "r/recurrent", "r/gates");
        assertThat(parts).extracting(part -> part.layer().kind()).containsOnly("lstm");
        assertThat(parts).extracting(NetworkLayer::writtenAs).containsOnly("r");
        assertThat(parts).extracting(part -> part.repetitions(2)).containsExactly(1, 7, 7);
        assertThat(parts.get(0).loopNest(2)).contains(LoopNest.sequence(2, 7, 5, 12));
        assertThat(parts.get(1).loopNest(2)).contains(LoopNest.matrix(2, 3, 12));
        assertThat(parts.get(2).loopNest(2)).isEmpty();
        assertThat(parts).extracting(NetworkLayer::weights).containsExactly(12L * 5, 12L * 3, 0L);
        assertThat(parts).extracting(NetworkLayer::biases).containsExactly(12L, 0L, 0L);
        assertThat(parts).extracting(NetworkLayer::macs).containsExactly(7L * 12 * 5, 7L * 12 * 3, 0L);
        assertThat(parts.get(1).inputs()).containsExactly(Shape.sequence(3, 7));
        assertThat(parts.get(2).output()).isEqualTo(Shape.sequence(3, 7));
        assertThat(parts).extracting(NetworkLayer::readsNetworkInput).containsExactly(true, false, false);
    }

    @Test
    void aLayerBelow_takesTheStates_underTheLayersOwnName() {
        Layer onward = new StepwiseProduct(
                new LayerCommon(
                        "fc",
                        List.of("r"),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()),
                "fully-connected",
                10,
                true);
        List<NetworkLayer> layers = placed(Shape.sequence(5, 7), lstm(3, AS_ABOVE), onward);
        NetworkLayer fc = layers.get(3);

        assertThat(fc.producers()).containsExactly("r/gates");
        assertThat(fc.inputs()).containsExactly(Shape.sequence(3, 7));
        assertThat(fc.output()).isEqualTo(Shape.sequence(10, 7));
        assertThat(fc.weights()).isEqualTo(30);
        assertThat(fc.macs()).isEqualTo(7 * 30);
        NetworkLayer whole = placed(Shape.sequence(3, 7), new FullyConnected(LayerCommon.named("fc"), 10, true))
                .get(0);
        assertThat(whole.weights())
                .as("without per-step all steps are one input")
                .isEqualTo(7 * 30);
    }

    @Test
    void theNameOfALayer_selectsItsParts() {
        Network network = resolve(Shape.sequence(5, 7), lstm(3, AS_ABOVE)).network();
        assertThat(network.only(List.of("r")).layers()).hasSize(3);
        assertThat(network.only(List.of("r/gates")).layers()).hasSize(1);
    }

    @Test
    void rowsOfAnImage_areSteps_andAVectorStandsForAsManyAsStated() {
        assertThat(placed(new Shape(32, 166, 38), lstm(3, AS_ABOVE)).get(0).loopNest(1))
                .contains(LoopNest.sequence(1, 166, 32 * 38, 12));
        assertThat(placed(Shape.features(5), lstm(3, OptionalInt.of(4))).get(0).loopNest(1))
                .contains(LoopNest.sequence(1, 4, 5, 12));
        refused(Shape.features(5), lstm(3, AS_ABOVE), "a single vector is no sequence; its steps must be stated");
        refused(Shape.sequence(5, 7), lstm(3, OptionalInt.of(4)), "it states 4 steps, and that has 7");
    }

    @Test
    void partsWhoseNamesAreTaken_areRefused() {
        Layer other = new Pointwise(LayerCommon.named("r/gates"), Pointwise.Function.RELU);
        assertThat(resolve(Shape.sequence(5, 7), other, lstm(3, AS_ABOVE)).problems())
                .extracting(Network.ShapeProblem::message)
                .singleElement()
                .asString()
                .endsWith("one of its parts is called 'r/gates', and this name is taken");
        assertThat(resolve(Shape.sequence(5, 7), lstm(3, AS_ABOVE), other).problems())
                .extracting(Network.ShapeProblem::message)
                .containsExactly("layer 'r/gates': this name is taken");
    }

    /** A number that counts what is done with it. */
    private static final class Tally {
        private long arithmetic;
        private long functions;

        double plus(double a, double b) {
            arithmetic++;
            return a + b;
        }

        double minus(double a, double b) {
            arithmetic++;
            return a - b;
        }

        double times(double a, double b) {
            arithmetic++;
            return a * b;
        }

        double sigmoid(double a) {
            functions++;
            return 1 / (1 + Math.exp(-a));
        }

        double tanh(double a) {
            functions++;
            return Math.tanh(a);
        }
    }

    private static void countsAre(Cell cell, Consumer<Tally> unit) {
        Tally tally = new Tally();
        unit.accept(tally);
        NetworkLayer gates =
                placed(Shape.sequence(2, 5), recurrent(cell, 3, AS_ABOVE)).get(2);
        assertThat(gates.vectorWork())
                .as(cell.key())
                .isEqualTo(new VectorWork(tally.arithmetic, tally.functions).times(3 * 5));
    }

    /** The equations of one unit, done with numbers: {@code w} are products of the input, {@code u} of the state. */
    @Test
    void gates_doWhatTheEquationsSay() {
        double[] w = {0.1, 0.2, 0.3, 0.4};
        double[] u = {0.5, 0.6, 0.7, 0.8};
        countsAre(Cell.RNN, t -> t.tanh(t.plus(w[0], u[0])));
        countsAre(Cell.LSTM, t -> {
            double input = t.sigmoid(t.plus(w[0], u[0]));
            double forget = t.sigmoid(t.plus(w[1], u[1]));
            double output = t.sigmoid(t.plus(w[2], u[2]));
            double candidate = t.tanh(t.plus(w[3], u[3]));
            double cell = t.plus(t.times(forget, 0.9), t.times(input, candidate));
            t.times(output, t.tanh(cell));
        });
        countsAre(Cell.GRU, t -> {
            double update = t.sigmoid(t.plus(w[0], u[0]));
            double reset = t.sigmoid(t.plus(w[1], u[1]));
            double candidate = t.tanh(t.plus(w[2], t.times(reset, u[2])));
            t.plus(t.times(t.minus(1, update), candidate), t.times(update, 0.9));
        });
        assertThat(new VectorWork(8, 5).operations()).as("an LSTM's unit").isEqualTo(28);
        assertThat(new VectorWork(8, 5).operationsWithTable()).isEqualTo(13);
    }

    @Test
    void filesOfTensors_areRefused_whereNoPartWouldReadThem() {
        LayerCommon file = new LayerCommon(
                "r",
                List.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Map.of(),
                Optional.of(TensorReference.of(Path.of("w.npy"))),
                Optional.empty());
        String message = " takes no files of weights or activations; its tensors are made from the densities it states";
        assertThatThrownBy(() -> new Recurrent(file, Cell.GRU, 3, AS_ABOVE, Pointwise.Function.TANH, true))
                .hasMessage("LayerCommon: a layer of kind gru" + message);
        assertThatThrownBy(() -> new MatrixProduct(file, Optional.empty()))
                .hasMessage("LayerCommon: a layer of kind matmul" + message);
        assertThatThrownBy(() -> new AssociativeMemory(file, 3, OptionalInt.empty(), 1, Pointwise.Function.RELU, false))
                .hasMessage("LayerCommon: a layer of kind rnn" + message);
    }

    @Test
    void densities_areThoseOfTheInput_theStatesAndTheWeights() {
        LayerCommon densities = new LayerCommon(
                "r",
                List.of(),
                OptionalDouble.of(0.5),
                OptionalDouble.of(0.25),
                OptionalDouble.of(0.75),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        Layer gru = new Recurrent(densities, Cell.GRU, 3, AS_ABOVE, Pointwise.Function.RELU, true);
        List<NetworkLayer> layers = placed(Shape.sequence(5, 7), gru, lstmNamed("next"));

        assertThat(layers).extracting(NetworkLayer::inputDensity).containsExactly(0.5, 0.75, 1.0, 0.75, 1.0, 1.0);
        assertThat(layers.subList(0, 2))
                .extracting(part -> part.layer().common().weightDensity())
                .containsOnly(OptionalDouble.of(0.25));
    }

    private static Layer lstmNamed(String name) {
        return new Recurrent(LayerCommon.named(name), Cell.LSTM, 3, AS_ABOVE, Pointwise.Function.TANH, true);
    }

    @Test
    void aHopfieldMemory_startsFromItsInput() {
        Layer memory = new AssociativeMemory(
                LayerCommon.named("m"), 8, OptionalInt.empty(), 5, Pointwise.Function.RELU, false);
        List<NetworkLayer> parts = placed(Shape.features(8), memory);

        assertThat(parts).extracting(NetworkLayer::name).containsExactly("m/recurrent", "m/gates");
        assertThat(parts.get(0).weights()).isEqualTo(64);
        assertThat(parts.get(0).macs()).isEqualTo(5 * 64);
        assertThat(parts.get(1).vectorWork()).isEqualTo(new VectorWork(5 * 8, 0));
        refused(Shape.features(9), memory, "its initial state is a vector of 8");
        refused(Shape.sequence(8, 5), memory, "its initial state is a vector of 8");
    }

    @Test
    void aBidirectionalMemory_goesThereAndBack_overOneMatrix() {
        Layer memory =
                new AssociativeMemory(LayerCommon.named("m"), 8, OptionalInt.of(3), 5, Pointwise.Function.RELU, true);
        List<NetworkLayer> parts = placed(Shape.features(8), memory);

        assertThat(parts).extracting(NetworkLayer::name).containsExactly("m/forward", "m/backward", "m/gates");
        assertThat(parts.get(0).loopNest(2)).contains(LoopNest.matrix(2, 8, 3));
        assertThat(parts.get(1).loopNest(2)).contains(LoopNest.matrix(2, 3, 8));
        assertThat(parts).extracting(NetworkLayer::weights).containsExactly(24L, 0L, 0L);
        assertThat(parts).extracting(NetworkLayer::biases).containsExactly(3L, 8L, 0L);
        assertThat(parts).extracting(NetworkLayer::macs).containsExactly(5 * 24L, 5 * 24L, 0L);
        assertThat(parts.get(2).vectorWork()).isEqualTo(new VectorWork(5 * (8 + 3), 0));
        assertThat(resolve(Shape.features(8), memory, new Pointwise(LayerCommon.named("f"), Pointwise.Function.RELU))
                        .network()
                        .layers()
                        .get(3)
                        .inputs())
                .containsExactly(Shape.sequence(8, 5));
    }

    @Test
    void aProductOfActivations_isDoneForEachInferenceOfABatch() {
        Layer product = new MatrixProduct(LayerCommon.named("qk"), Optional.of(new MatrixProduct.Size(7, 5, 7)));
        NetworkLayer placed = placed(Shape.sequence(5, 7), product).get(0);

        assertThat(placed.loopNest(3)).contains(LoopNest.sequence(1, 7, 5, 7));
        assertThat(placed.repetitions(3)).isEqualTo(3);
        assertThat(placed.macs(3)).isEqualTo(3 * 7 * 5 * 7);
        assertThat(placed.weights()).isZero();
        assertThat(placed.output()).isEqualTo(Shape.sequence(7, 7));
        refused(Shape.sequence(5, 8), product, "its first factor has m x k = 35 words, and that has 40");
    }

    @Test
    void theFactorsOfAProduct_tellItsSize_orAreHeldToIt() {
        Shape scores = Shape.sequence(7, 4);
        Shape values = Shape.sequence(5, 7);
        Layer told = new MatrixProduct(LayerCommon.named("av"), Optional.empty());
        assertThat(told.loopNest(List.of(scores, values), 1)).contains(LoopNest.sequence(1, 4, 7, 5));
        assertThat(told.output(List.of(scores, values))).isEqualTo(Shape.sequence(5, 4));
        assertThatThrownBy(() -> told.output(List.of(scores)))
                .hasMessage("matmul takes two inputs, or one and its sizes m, k and n");
        assertThatThrownBy(() -> told.output(List.of(values, scores)))
                .hasMessage("the first factor has 5 features and the second 4 steps, which must be equal;"
                        + " m, k and n say what else is meant");
        Layer transposed = new MatrixProduct(LayerCommon.named("qk"), Optional.of(new MatrixProduct.Size(4, 7, 5)));
        assertThat(transposed.output(List.of(scores, Shape.sequence(7, 5)))).isEqualTo(Shape.sequence(5, 4));
        assertThatThrownBy(() -> transposed.output(List.of(scores, scores)))
                .hasMessage("its second factor has k x n = 35 words, and that has 28");
    }
}
