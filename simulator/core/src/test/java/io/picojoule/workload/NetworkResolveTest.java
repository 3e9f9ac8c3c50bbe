package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Does every layer find its inputs, and does one that cannot say why, naming both layers? */
class NetworkResolveTest {
    private static final Shape IMAGE = new Shape(3, 8, 8);

    private static LayerCommon common(String name, String... inputs) {
        return new LayerCommon(
                name,
                List.of(inputs),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Layer convolution(String name, int filters, int kernel, int groups, String... inputs) {
        return new Convolution(common(name, inputs), filters, Window.square(kernel, 1, 0), groups, false);
    }

    private static Network.Resolved resolve(Layer... layers) {
        return Network.resolve("net", "", "", IMAGE, Arrays.asList(layers));
    }

    private static List<String> problems(Layer... layers) {
        return resolve(layers).problems().stream()
                .map(Network.ShapeProblem::message)
                .toList();
    }

    @Test
    void layersWithoutInputs_takeTheLayerAbove() {
        Network network =
                resolve(convolution("a", 4, 3, 1), convolution("b", 5, 3, 1)).network();

        assertThat(network.layers())
                .extracting(NetworkLayer::producers)
                .containsExactly(List.of("input"), List.of("a"));
        assertThat(network.layers().get(1).inputs()).containsExactly(new Shape(4, 6, 6));
        assertThat(network.layers().get(1).output()).isEqualTo(new Shape(5, 4, 4));
        assertThat(network.macs()).isEqualTo(4 * 3 * 36 * 9 + 5 * 4 * 16 * 9);
        assertThat(network.weights()).isEqualTo(4 * 3 * 9 + 5 * 4 * 9);
        assertThat(network.layers()).extracting(NetworkLayer::readsNetworkInput).containsExactly(true, false);
    }

    @Test
    void layersWithInputs_takeThoseInOrder() {
        Network.Resolved resolved = resolve(
                convolution("a", 4, 1, 1),
                convolution("b", 5, 1, 1, "input"),
                new Concatenation(common("both", "b", "a")),
                new Addition(common("sum", "both", "both")));

        assertThat(resolved.problems()).isEmpty();
        NetworkLayer both = resolved.network().layers().get(2);
        assertThat(both.inputs()).containsExactly(new Shape(5, 8, 8), new Shape(4, 8, 8));
        assertThat(both.output()).isEqualTo(new Shape(9, 8, 8));
    }

    @Test
    void aLayerThatDoesNotFit_namesItselfItsProducerAndBothShapes() {
        assertThat(problems(convolution("a", 4, 3, 1), convolution("b", 6, 3, 3)))
                .containsExactly(
                        "layer 'b' (conv) does not fit: 'a' gives 4x6x6; its 3 groups do not divide the 4 input channels");
        assertThat(problems(convolution("a", 4, 3, 1), new Addition(common("sum", "a", "input"))))
                .containsExactly("layer 'sum' (add) does not fit: 'a' gives 4x6x6, 'input' gives 3x8x8;"
                        + " add takes equal shapes, not 4x6x6 and 3x8x8");
    }

    @Test
    void aBrokenLayer_isReportedOnce_andTheRestGoesOn() {
        Network.Resolved resolved = resolve(
                convolution("broken", 4, 9, 1),
                convolution("dependent", 4, 3, 1),
                convolution("sound", 4, 3, 1, "input"),
                convolution("alsoBroken", 4, 9, 1));

        assertThat(resolved.network().layers()).extracting(NetworkLayer::name).containsExactly("sound");
        assertThat(resolved.problems()).extracting(Network.ShapeProblem::layer).containsExactly("broken", "alsoBroken");
    }

    @Test
    void unknownNames_namesTaken_andLayersThatTakeThemselves() {
        assertThat(problems(convolution("a", 4, 3, 1, "nowhere")))
                .containsExactly("layer 'a' takes 'nowhere', which no layer above is called");
        assertThat(problems(convolution("a", 4, 3, 1, "b"), convolution("b", 4, 3, 1, "input")))
                .containsExactly("layer 'a' takes 'b', which no layer above is called");
        assertThat(problems(convolution("a", 4, 3, 1, "a")))
                .containsExactly("layer 'a' takes 'a', which no layer above is called");
        assertThat(problems(convolution("a", 4, 3, 1), convolution("a", 5, 3, 1)))
                .containsExactly("layer 'a': this name is taken");
        assertThat(problems(convolution("input", 4, 3, 1))).containsExactly("layer 'input': this name is taken");
    }

    @Test
    void layersBeyondTheRangeOfNumbers_areRefusedToo() {
        int most = Integer.MAX_VALUE;
        Network.Resolved resolved = Network.resolve(
                "net", "", "", new Shape(most, most, 1), List.of(new FullyConnected(common("fc"), most, false)));

        assertThat(resolved.problems())
                .extracting(Network.ShapeProblem::message)
                .singleElement()
                .asString()
                .startsWith("layer 'fc' (fully-connected) does not fit: 'input' gives 2147483647x2147483647x1; ")
                .endsWith("beyond 2^63");
    }

    @Test
    void someLayersOnly_keepTheShapesOfTheWhole() {
        Network network = resolve(convolution("a", 4, 3, 1), convolution("b", 5, 3, 1), convolution("c", 5, 3, 1))
                .network();

        Network part = network.only(List.of("c", "b"));

        assertThat(part.layers())
                .containsExactly(network.layers().get(1), network.layers().get(2));
    }

    @Test
    void aTensorThatNoArrayHolds_isRefused() {
        Network.Resolved resolved = Network.resolve(
                "net",
                "",
                "",
                new Shape(3, 224, 224),
                List.of(new Convolution(LayerCommon.named("wide"), 100_000_000, Window.square(1, 1, 0), 1, false)));
        assertThat(resolved.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains("'wide'")
                        .contains("its output would have 5017600000000 words, and 2147483639 are the most"));
    }

    @Test
    void theNetworksInput_isKnownThroughLayersThatDoNothing() {
        Network network = Network.resolve(
                        "net",
                        "",
                        "",
                        new Shape(3, 8, 8),
                        List.of(
                                new Pointwise(LayerCommon.named("drop"), Pointwise.Function.DROPOUT),
                                new Convolution(LayerCommon.named("first"), 4, Window.square(1, 1, 0), 1, false),
                                new Convolution(LayerCommon.named("second"), 4, Window.square(1, 1, 0), 1, false)))
                .network();
        assertThat(network.layers().stream().map(NetworkLayer::readsNetworkInput))
                .containsExactly(true, true, false);
    }

    @Test
    void aLayerWithAnInputOfItsOwnTakesNothingFromTheOneAbove() {
        LayerCommon alone = new LayerCommon(
                "alone",
                List.of(),
                Optional.of(new Shape(5, 9, 9)),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                WeightSpread.NONE,
                OptionalDouble.empty(),
                Map.of(),
                false,
                Optional.empty(),
                Optional.empty());
        Network.Resolved resolved = resolve(
                convolution("first", 4, 3, 1),
                new Convolution(alone, 2, Window.square(3, 1, 0), 1, false),
                convolution("last", 6, 3, 1));

        assertThat(resolved.problems()).isEmpty();
        NetworkLayer layer = resolved.network().layers().get(1);
        assertThat(layer.inputs()).containsExactly(new Shape(5, 9, 9));
        assertThat(layer.producers()).containsExactly(Network.INPUT);
        assertThat(layer.readsNetworkInput()).isTrue();
        assertThat(layer.inputDensity()).isEqualTo(1);
        assertThat(resolved.network().layers().get(2).inputs()).containsExactly(new Shape(2, 7, 7));
    }

    @Test
    void partsOfTheNetworkKeepItsNotes() {
        Network network = resolve(convolution("first", 4, 3, 1), convolution("last", 6, 3, 1))
                .network()
                .withNotes(List.of("made up"));

        assertThat(network.only(List.of("last")).notes()).containsExactly("made up");
    }
}
