package io.picojoule.workload;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one arithmetic layer: one image, which every image of the batch repeats. Tensors are made, or read, when first asked
 * for, and kept. Thread safe.
 *
 * <p>Inputs are {@code [g*c][inputHeight][inputWidth]}, weights {@code [g*m][c][r][s]}, outputs {@code [g*m][p][q]}, row-major. The
 * output is that of the network (after its activation function), of which only the pattern of zeros matters; it is not the sum of
 * products.
 *
 * <p>Where a word holds several values ({@link Subwords}), {@code c} counts words, and the values of a word follow one another as the
 * innermost index of inputs and weights.
 */
public final class LayerData {
    private final LoopNest nest;
    private final int valuesPerWord;
    private final boolean readsNetworkInput;
    private final Source input;
    private final Source weights;
    private final Source output;
    private final ZeroUses zeroUses;
    private @Nullable LayerData flattened;
    private @Nullable ZeroRuns inputRuns;
    private @Nullable ZeroRuns unpaddedInputRuns;
    private @Nullable ZeroRuns outputRuns;

    /** Where a tensor comes from. */
    @FunctionalInterface
    public interface Source {
        /** The values, {@code size} of them. */
        int[] values(int size);
    }

    /**
     * @param nest of one image or more; only its shape matters
     * @param readsNetworkInput whether the input is that of the network, which no compressor packs
     */
    public LayerData(LoopNest nest, boolean readsNetworkInput, Source input, Source weights, Source output) {
        this(nest, 1, readsNetworkInput, input, weights, output);
    }

    LayerData(
            LoopNest nest, int valuesPerWord, boolean readsNetworkInput, Source input, Source weights, Source output) {
        this.nest = nest;
        this.valuesPerWord = valuesPerWord;
        this.readsNetworkInput = readsNetworkInput;
        this.input = kept(input);
        this.weights = kept(weights);
        this.output = kept(output);
        this.zeroUses = new ZeroUses(this);
    }

    /** Seeded tensors of the given densities. */
    public static LayerData synthetic(
            LoopNest nest,
            boolean readsNetworkInput,
            double inputDensity,
            double weightDensity,
            double outputDensity,
            String layerName,
            long seed) {
        return new LayerData(
                nest,
                readsNetworkInput,
                synthetic(inputDensity, false, layerName + "/input", seed),
                synthetic(weightDensity, true, layerName + "/weight", seed),
                synthetic(outputDensity, false, layerName + "/output", seed));
    }

    /** A seeded tensor; {@code name} tells its stream of random numbers from others of the same seed. */
    public static Source synthetic(double density, boolean signed, String name, long seed) {
        return size -> SyntheticTensor.of(size, density, signed, SplitMix.named(seed, name));
    }

    private static Source kept(Source source) {
        return new Source() {
            private int @Nullable [] values;

            @Override
            public synchronized int[] values(int size) {
                if (values == null) {
                    values = source.values(size);
                    if (values.length != size) {
                        throw new IllegalArgumentException(
                                "LayerData: a tensor of " + values.length + " values where " + size + " are wanted");
                    }
                }
                return values;
            }
        };
    }

    public LoopNest nest() {
        return nest;
    }

    /** Values in a word of inputs or weights. */
    public int valuesPerWord() {
        return valuesPerWord;
    }

    public boolean readsNetworkInput() {
        return readsNetworkInput;
    }

    /** The same numbers under the loop nest of the flattened layer. */
    public synchronized LayerData flattened() {
        if (flattened == null) {
            flattened = new LayerData(nest.flattened(), valuesPerWord, readsNetworkInput, input, weights, output);
        }
        return flattened;
    }

    /** MACs that meet a zero input. */
    public ZeroUses zeroUses() {
        return zeroUses;
    }

    public int[] input() {
        return input.values(Math.toIntExact(nest.withBatch(1).inputWords() * valuesPerWord));
    }

    public int[] weights() {
        return weights.values(Math.toIntExact(nest.weightWords() * valuesPerWord));
    }

    public int[] output() {
        return output.values(Math.toIntExact(nest.withBatch(1).outputWords()));
    }

    /** Where the input is zero. */
    public BitSet inputZeros() {
        return zeros(input());
    }

    /** Where the output is zero. */
    public BitSet outputZeros() {
        return zeros(output());
    }

    /**
     * The zeros of the padded inputs that windows touch, or step over: {@code [g*c][inputRows(p)][inputColumns(q)]}, and the values of a
     * word.
     */
    public synchronized ZeroRuns inputRuns() {
        if (inputRuns == null) {
            int[] input = input();
            int columns = nest.inputColumns() * valuesPerWord;
            int plane = Math.multiplyExact(nest.inputRows(nest.p()), columns);
            inputRuns = new ZeroRuns(Math.multiplyExact(nest.g() * nest.c(), plane), place -> {
                int row = place % plane / columns - nest.padTop();
                int value = place % columns - nest.padLeft() * valuesPerWord;
                return row < 0
                        || row >= nest.inputHeight()
                        || value < 0
                        || value >= nest.inputWidth() * valuesPerWord
                        || input[(place / plane * nest.inputHeight() + row) * nest.inputWidth() * valuesPerWord + value]
                                == 0;
            });
        }
        return inputRuns;
    }

    /** The zeros of the input as it is, without padding. */
    public synchronized ZeroRuns unpaddedInputRuns() {
        if (unpaddedInputRuns == null) {
            int[] input = input();
            unpaddedInputRuns = new ZeroRuns(input.length, place -> input[place] == 0);
        }
        return unpaddedInputRuns;
    }

    /** The zeros of the output. */
    public synchronized ZeroRuns outputRuns() {
        if (outputRuns == null) {
            int[] output = output();
            outputRuns = new ZeroRuns(output.length, place -> output[place] == 0);
        }
        return outputRuns;
    }

    private static BitSet zeros(int[] values) {
        BitSet zeros = new BitSet();
        for (int place = 0; place < values.length; place++) {
            if (values[place] == 0) {
                zeros.set(place);
            }
        }
        return zeros;
    }

    /**
     * The input at a place of the padded plane; zero in the padding. {@code channel} counts over all groups, and over all values of a word,
     * with those that fill up the last word of a group.
     */
    public int inputAt(int channel, int paddedRow, int paddedColumn) {
        int row = paddedRow - nest.padTop();
        int column = paddedColumn - nest.padLeft();
        if (row < 0 || row >= nest.inputHeight() || column < 0 || column >= nest.inputWidth()) {
            return 0;
        }
        int word = (channel / valuesPerWord * nest.inputHeight() + row) * nest.inputWidth() + column;
        return input()[word * valuesPerWord + channel % valuesPerWord];
    }
}
