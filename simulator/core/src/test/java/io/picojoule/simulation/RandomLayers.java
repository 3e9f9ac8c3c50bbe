package io.picojoule.simulation;

import io.picojoule.workload.Cell;
import io.picojoule.workload.Convolution;
import io.picojoule.workload.DepthwiseConvolution;
import io.picojoule.workload.FullyConnected;
import io.picojoule.workload.Layer;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.MatrixProduct;
import io.picojoule.workload.Network;
import io.picojoule.workload.Pointwise;
import io.picojoule.workload.Pooling;
import io.picojoule.workload.Recurrent;
import io.picojoule.workload.Shape;
import io.picojoule.workload.SplitMix;
import io.picojoule.workload.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Networks of one layer, of any kind and odd size, and an activation behind it, from a seed. */
final class RandomLayers {
    private final SplitMix random;

    RandomLayers(SplitMix random) {
        this.random = random;
    }

    Network next() {
        Shape image = new Shape(4 * upTo(16), 4 + upTo(30), 4 + upTo(30));
        return switch (random.nextInt(7)) {
            case 0 -> convolution();
            case 1 -> network(image, new DepthwiseConvolution(name(), window(), flag()));
            case 2 -> network(flag() ? image : Shape.features(upTo(1_000)), fullyConnected());
            case 3 -> product();
            case 4 -> network(Shape.sequence(upTo(100), 1 + upTo(8)), recurrent());
            case 5 -> network(image, new Pooling(name(), Pooling.Kind.values()[random.nextInt(3)], window(), flag()));
            default -> network(image, new Pointwise(name(), function()));
        };
    }

    /** Of images, with outputs of more than one pixel. */
    Network convolution() {
        Shape image = new Shape(4 * upTo(16), 8 + upTo(30), 8 + upTo(30));
        int groups = 1 << random.nextInt(3);
        return network(image, new Convolution(name(), groups * upTo(40), window(), groups, flag()));
    }

    private Network network(Shape input, Layer layer) {
        return Runs.network(input, layer, new Pointwise(LayerCommon.named("relu"), Pointwise.Function.RELU));
    }

    private Layer fullyConnected() {
        return new FullyConnected(name(), upTo(700), flag());
    }

    private Network product() {
        int m = upTo(60);
        int k = upTo(300);
        return network(
                new Shape(1, m, k), new MatrixProduct(name(), Optional.of(new MatrixProduct.Size(m, k, upTo(200)))));
    }

    private Layer recurrent() {
        return new Recurrent(
                name(),
                Cell.values()[random.nextInt(Cell.values().length)],
                upTo(150),
                OptionalInt.empty(),
                Pointwise.Function.TANH,
                flag());
    }

    private Window window() {
        int kernel = upTo(5);
        return Window.square(kernel, upTo(3), random.nextInt((kernel + 1) / 2));
    }

    private Pointwise.Function function() {
        return flag() ? Pointwise.Function.RELU : Pointwise.Function.SOFTMAX;
    }

    /** Pruned or not. */
    private LayerCommon name() {
        return new LayerCommon(
                "layer",
                List.of(),
                OptionalDouble.empty(),
                flag() ? OptionalDouble.empty() : OptionalDouble.of(upTo(100) / 100.0),
                OptionalDouble.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private boolean flag() {
        return random.nextInt(2) == 0;
    }

    private int upTo(int most) {
        return 1 + random.nextInt(most);
    }
}
