package io.picojoule.timing.processor;

import io.picojoule.hardware.ConvolutionAlgorithm;
import io.picojoule.hardware.KernelTile;
import io.picojoule.hardware.Processor;
import io.picojoule.timing.processor.Product.Tensor;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The kernels by which a loop nest may be computed. */
final class Convolutions {
    private static final int WINDOW = 3;
    private static final int OUTPUTS = 2;
    private static final int POINTS = (OUTPUTS + WINDOW - 1) * (OUTPUTS + WINDOW - 1);

    /** Additions of the transforms of a tile of F(2 x 2, 3 x 3): Lavin and Gray, section 4.1. */
    private static final int INPUT_ADDITIONS = 32;

    private static final int OUTPUT_ADDITIONS = 24;
    /** More vectors are a matrix to whoever calls a library. */
    private static final int FEW = 8;

    private final Processor machine;
    private final SimpleKernels simple;
    private final LoopNest nest;
    private final Tensor weights;
    private final Tensor inputs;
    private final Tensor outputs;

    /** @param readsNetworkInput whether the inputs come from outside the network, and so from DRAM */
    Convolutions(Processor machine, LoopNest nest, boolean weightsCross, boolean readsNetworkInput) {
        this.machine = machine;
        this.simple = new SimpleKernels(machine);
        this.nest = nest;
        double word = machine.wordBytes();
        this.weights = new Tensor(nest.weightWords() * word, weightsCross);
        this.inputs = Residency.input(machine, readsNetworkInput, nest.inputWords() * word);
        this.outputs = Residency.tensor(machine, Operand.OUTPUT, nest.outputWords() * word);
    }

    /** One group of a layer, whose tensors are where those of the whole layer are. */
    private Convolutions(Convolutions whole) {
        LoopNest all = whole.nest;
        this.machine = whole.machine;
        this.simple = whole.simple;
        this.nest = all.withGroups(1);
        this.weights = whole.weights.part(all.g());
        this.inputs = whole.inputs.part(all.g());
        this.outputs = whole.outputs.part(all.g());
    }

    /** The fastest of those that the library has and that can do this layer; the product that gathers where it has none. */
    KernelRun fastest() {
        if (isStencil()) {
            return stencil();
        }
        if (nest.g() > 1 && machine.library().groupsApart()) {
            return new Convolutions(this).fastest().times(nest.g());
        }
        if (columns() == 1 || !isConvolution()) {
            KernelRun product = product(direct());
            return columns() > 1 && columns() <= FEW && nest.g() == 1 ? faster(product, vectors()) : product;
        }
        return machine.library().algorithms().stream()
                .sorted()
                .flatMap(algorithm -> by(algorithm).stream())
                .min(Comparator.comparingDouble(KernelRun::cycles))
                .orElseGet(() -> product(direct()));
    }

    /** Of a few vectors, each a product of its own: so callers do where tiles would be mostly empty. */
    private KernelRun vectors() {
        int count = (int) columns();
        Product one = new Product(nest.m(), 1, depth(), 1, weights, inputs.part(count), outputs.part(count), 1, false);
        return simple.vectorProduct(one).times(count);
    }

    private static KernelRun faster(KernelRun one, KernelRun other) {
        return other.cycles() < one.cycles() ? other : one;
    }

    /** One algorithm; nothing where it cannot do this layer, or would multiply more often than the layer does. */
    Optional<KernelRun> by(ConvolutionAlgorithm algorithm) {
        Optional<KernelRun> run = switch (algorithm) {
            case DIRECT -> Optional.of(product(direct()));
            case GEMM -> Optional.of(laidOut());
            case WINOGRAD -> winograd();
            case FFT -> fft();
        };
        return run.filter(any -> any.macs() <= nest.macs()).map(found -> found.named(algorithm.key()));
    }

    /** Pruned weights in compressed rows. */
    KernelRun sparse(double nonZeros) {
        return simple.sparseProduct(direct(), nonZeros);
    }

    /** Whether windows are gathered from an image; a row of steps is as many vectors. */
    private boolean isConvolution() {
        return nest.p() > 1 || (nest.q() > 1 && nest.s() > 1);
    }

    /** Depthwise: no two outputs share a weight and an input. */
    private boolean isStencil() {
        return nest.m() == 1 && nest.c() == 1 && nest.g() > 1;
    }

    private KernelRun stencil() {
        return simple.stream(
                "stencil", nest.macs(), nest.macs(), weights, inputs, outputs, Sectors.windows(machine, nest));
    }

    private long columns() {
        return (long) nest.n() * nest.p() * nest.q();
    }

    private long depth() {
        return (long) nest.c() * nest.r() * nest.s();
    }

    private Product direct() {
        return new Product(
                nest.m(),
                columns(),
                depth(),
                nest.g(),
                weights,
                inputs,
                outputs,
                Sectors.gather(machine, nest),
                isConvolution());
    }

    /** The fastest tiles; a single column is a vector. */
    private KernelRun product(Product product) {
        if (product.columns() == 1) {
            return simple.vectorProduct(product);
        }
        List<KernelTile> tiles = machine.library().matrix().tiles();
        TiledProduct fastest = new TiledProduct(machine, product, tiles.get(0), false);
        for (KernelTile tile : tiles) {
            fastest = fastest.orFaster(new TiledProduct(machine, product, tile, false));
            fastest = fastest.orFaster(new TiledProduct(machine, product, tile, true));
        }
        for (KernelTile tile : tiles) {
            fastest = fastest.orFaster(new TiledProduct(machine, product, tile.turned(), false));
            fastest = fastest.orFaster(new TiledProduct(machine, product, tile.turned(), true));
        }
        return fastest.run();
    }

    /** Image after image, as the matrix of one is many times the image; weights are fetched for each unless the last cache keeps them. */
    private KernelRun laidOut() {
        LoopNest image = nest.withBatch(1);
        double word = machine.wordBytes();
        boolean asItIs = Sectors.isImage(nest);
        double bytes = asItIs ? image.inputWords() * word : (double) nest.g() * depth() * nest.p() * nest.q() * word;
        Tensor matrix = asItIs ? new Tensor(bytes, inputs.crosses()) : Residency.tensor(machine, Operand.INPUT, bytes);
        Tensor own = new Tensor(image.inputWords() * word, inputs.crosses());
        Tensor made = new Tensor(image.outputWords() * word, outputs.crosses());
        boolean again = !Residency.stays(machine, weights.bytes());
        KernelRun layOut = asItIs
                ? KernelRun.NOTHING
                : simple.stream("im2col", bytes / word, own, matrix, Sectors.windows(machine, image));
        KernelRun first = product(laidOut(matrix, made, weights.crosses()));
        KernelRun others = nest.n() == 1
                ? KernelRun.NOTHING
                : layOut.then(product(laidOut(matrix, made, weights.crosses() && again)))
                        .times(nest.n() - 1);
        return layOut.then(first).then(others);
    }

    private Product laidOut(Tensor matrix, Tensor made, boolean weightsCross) {
        return new Product(
                nest.m(),
                (long) nest.p() * nest.q(),
                depth(),
                nest.g(),
                new Tensor(weights.bytes(), weightsCross),
                matrix,
                made,
                1,
                false);
    }

    /** Transforms are part of the kernel, and cost additions; weights were transformed before. */
    private Optional<KernelRun> winograd() {
        if (nest.r() != WINDOW || nest.s() != WINDOW || !isPlain()) {
            return Optional.empty();
        }
        long tiles = (long) nest.n() * ceil(nest.p(), OUTPUTS) * ceil(nest.q(), OUTPUTS);
        Tensor points = new Tensor(weights.bytes() * POINTS / (WINDOW * WINDOW), weights.crosses());
        KernelRun run = product(
                new Product(nest.m(), tiles, nest.c(), (long) POINTS * nest.g(), points, inputs, outputs, 1, true));
        double additions = (double) tiles
                * nest.g()
                * ((double) INPUT_ADDITIONS * nest.c() + (double) OUTPUT_ADDITIONS * nest.m());
        return Optional.of(run.withOperations(additions, additions / machine.elements()));
    }

    /** Spectra of weights, inputs and outputs are written to memory by kernels of their own, and read again. */
    private Optional<KernelRun> fft() {
        return isPlain() && nest.r() * nest.s() > 1 ? SpectrumTiles.of(nest).map(this::fft) : Optional.empty();
    }

    private KernelRun fft(SpectrumTiles spectra) {
        double bytes = spectra.words() * machine.wordBytes();
        double operations = spectra.operations();
        long tiles = spectra.tiles();
        double channels = (double) nest.g() * nest.c();
        double filters = (double) nest.g() * nest.m();
        Tensor ofWeights = Residency.tensor(machine, Operand.WEIGHT, channels * nest.m() * bytes);
        Tensor ofInputs = Residency.tensor(machine, Operand.INPUT, channels * tiles * bytes);
        Tensor ofOutputs = Residency.tensor(machine, Operand.OUTPUT, filters * tiles * bytes);
        Product ofSpectra = new Product(
                nest.m(),
                tiles * SpectrumTiles.COMPLEX,
                (long) nest.c() * SpectrumTiles.COMPLEX,
                spectra.points() * nest.g(),
                ofWeights,
                ofInputs,
                ofOutputs,
                1,
                false);
        return simple.streamOfWeights("transform", operations * channels * nest.m(), weights, ofWeights)
                .then(transform(operations * channels * tiles, inputs, ofInputs))
                .then(product(ofSpectra))
                .then(transform(operations * filters * tiles, ofOutputs, outputs));
    }

    private KernelRun transform(double operations, Tensor from, Tensor to) {
        return simple.stream("transform", operations, from, to, from.bytes());
    }

    /** Whether a transform can do it: transformed integers would be wider than the multipliers are. */
    private boolean isPlain() {
        return !machine.precisionType().isInteger()
                && nest.strideHeight() == 1
                && nest.strideWidth() == 1
                && nest.dilation() == 1;
    }

    static long ceil(int extent, int part) {
        return (extent + part - 1) / part;
    }
}
