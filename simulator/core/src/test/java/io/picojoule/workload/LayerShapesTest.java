package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.workload.Pooling.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What shape, how many weights, how many MACs does a layer of each kind have? The figures are those of published networks. */
class LayerShapesTest {
    private static final LayerCommon COMMON = LayerCommon.named("layer");

    private static Convolution convolution(int filters, Window window, int groups, boolean bias) {
        return new Convolution(COMMON, filters, window, groups, bias);
    }

    private static long macs(Layer layer, Shape input) {
        return layer.loopNest(List.of(input), 1).orElseThrow().macs();
    }

    @Test
    void convolution_asInAlexNet() {
        Shape image = new Shape(3, 227, 227);
        Convolution conv1 = convolution(96, Window.square(11, 4, 0), 1, true);

        assertThat(conv1.output(List.of(image))).isEqualTo(new Shape(96, 55, 55));
        assertThat(conv1.weights(List.of(image))).isEqualTo(34_848);
        assertThat(conv1.biases(List.of(image))).isEqualTo(96);
        assertThat(macs(conv1, image)).isEqualTo(105_415_200);
    }

    @Test
    void groupedConvolution_seesOnlyItsShareOfTheChannels() {
        Shape input = new Shape(96, 27, 27);
        Convolution conv2 = convolution(256, Window.square(5, 1, 2), 2, false);

        assertThat(conv2.output(List.of(input))).isEqualTo(new Shape(256, 27, 27));
        assertThat(conv2.weights(List.of(input))).isEqualTo(307_200);
        assertThat(conv2.biases(List.of(input))).isZero();
        assertThat(macs(conv2, input)).isEqualTo(223_948_800);
    }

    @Test
    void convolution_withUnevenWindowStridePaddingAndDilation() {
        Window window = new Window(3, 2, 2, 3, new Padding(1, 0, 2, 1), 2);
        Convolution layer = convolution(4, window, 1, false);

        // Rows: 9 + 1 padded, a span of 5, stride 2; columns: 10 + 3 padded, a span of 3, stride 3.
        assertThat(layer.output(List.of(new Shape(2, 9, 10)))).isEqualTo(new Shape(4, 3, 4));
        LoopNest nest = layer.loopNest(List.of(new Shape(2, 9, 10)), 5).orElseThrow();
        assertThat(nest).isEqualTo(new LoopNest(5, 1, 4, 2, 3, 4, 3, 2, 2, 3, 2, 9, 10, 1, 2));
    }

    @Test
    void depthwiseConvolution_asInMobileNet() {
        Shape input = new Shape(32, 112, 112);
        DepthwiseConvolution layer = new DepthwiseConvolution(COMMON, Window.square(3, 1, 1), true);

        assertThat(layer.output(List.of(input))).isEqualTo(input);
        assertThat(layer.weights(List.of(input))).isEqualTo(288);
        assertThat(layer.biases(List.of(input))).isEqualTo(32);
        assertThat(macs(layer, input)).isEqualTo(3_612_672);
        assertThat(layer.loopNest(List.of(input), 1).orElseThrow().g()).isEqualTo(32);
    }

    @Test
    void fullyConnected_afterAnImage_isTheConvolutionWithTheImageAsKernel() {
        Shape image = new Shape(256, 6, 6);
        FullyConnected fc6 = new FullyConnected(COMMON, 4096, true);

        assertThat(fc6.output(List.of(image))).isEqualTo(Shape.features(4096));
        assertThat(fc6.weights(List.of(image))).isEqualTo(37_748_736);
        assertThat(fc6.biases(List.of(image))).isEqualTo(4096);
        LoopNest nest = fc6.loopNest(List.of(image), 4).orElseThrow();
        assertThat(nest.macs()).isEqualTo(4 * 37_748_736L);
        assertThat(nest.isFullyConnected()).isTrue();
        assertThat(nest.flattened()).isEqualTo(LoopNest.matrix(4, 9216, 4096));
    }

    @Test
    void pooling_takesTheWindowOrTheWholeImage() {
        Shape input = new Shape(96, 55, 55);
        Pooling max = new Pooling(COMMON, Kind.MAX, Window.square(3, 2, 0), true);
        assertThat(max.output(List.of(input))).isEqualTo(new Shape(96, 27, 27));
        assertThat(max.vectorWork(List.of(input)).operations()).isEqualTo(96 * 27 * 27 * 9);

        Pooling global = new Pooling(COMMON, Kind.GLOBAL_AVERAGE, Window.square(1, 1, 0), false);
        assertThat(global.output(List.of(input))).isEqualTo(Shape.features(96));
        assertThat(global.vectorWork(List.of(input)).operations()).isEqualTo(96 * 55 * 55);
    }

    @ParameterizedTest
    @EnumSource
    void pointwiseLayers_keepTheShape(Pointwise.Function function) {
        Shape input = new Shape(3, 5, 7);
        Pointwise layer = new Pointwise(COMMON, function);

        assertThat(layer.output(List.of(input))).isEqualTo(input);
        assertThat(layer.loopNest(List.of(input), 1)).isEmpty();
        assertThat(layer.vectorWork(List.of(input)).operations() % input.elements())
                .isZero();
        assertThat(layer.vectorWork(List.of(input)).operations() == 0)
                .isEqualTo(function == Pointwise.Function.DROPOUT);
    }

    @Test
    void normalization_keepsTheShape() {
        Shape input = new Shape(96, 55, 55);
        LocalResponseNormalization layer = new LocalResponseNormalization(COMMON, 5);

        assertThat(layer.output(List.of(input))).isEqualTo(input);
        assertThat(layer.vectorWork(List.of(input)).operations()).isEqualTo(input.elements() * 9);
    }

    @Test
    void addition_takesEqualShapes() {
        Addition layer = new Addition(COMMON);
        Shape shape = new Shape(64, 56, 56);

        assertThat(layer.output(List.of(shape, shape, shape))).isEqualTo(shape);
        assertThat(layer.vectorWork(List.of(shape, shape, shape)).operations()).isEqualTo(2 * shape.elements());
        refuses(layer, "add takes two inputs or more, not 1", shape);
        refuses(layer, "add takes equal shapes, not 64x56x56 and 64x28x28", shape, new Shape(64, 28, 28));
    }

    @Test
    void concatenation_stacksChannels() {
        Concatenation layer = new Concatenation(COMMON);
        Shape shape = new Shape(64, 28, 28);

        assertThat(layer.output(List.of(shape, new Shape(128, 28, 28), new Shape(32, 28, 28))))
                .isEqualTo(new Shape(224, 28, 28));
        assertThat(layer.vectorWork(List.of(shape, shape)).operations()).isZero();
        refuses(layer, "concat takes at least one input");
        refuses(layer, "concat takes images of one size, not 64x28x28 and 64x28x27", shape, new Shape(64, 28, 27));
    }

    @Test
    void layersThatCannotTakeTheirInput_sayWhy() {
        Shape image = new Shape(6, 4, 5);
        refuses(
                convolution(8, Window.square(3, 1, 0), 4, false),
                "its 4 groups do not divide the 6 input channels",
                image);
        refuses(convolution(8, Window.square(3, 1, 0), 3, false), "its 3 groups do not divide its 8 filters", image);
        refuses(
                convolution(8, Window.square(7, 1, 1), 1, false),
                "its 7x7 window is larger than the padded input 6x7",
                image);
        Window dilated = new Window(3, 3, 1, 1, Padding.NONE, 2);
        refuses(convolution(8, dilated, 1, false), "its 5x5 window is larger than the padded input 4x5", image);
        refuses(convolution(8, Window.square(1, 1, 0), 1, false), "conv takes one input, not 2", image, image);
        refuses(new FullyConnected(COMMON, 10, false), "fully-connected takes one input, not 0");
    }

    private static void refuses(Layer layer, String message, Shape... inputs) {
        assertThatThrownBy(() -> layer.output(Arrays.asList(inputs)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(message);
    }
}
