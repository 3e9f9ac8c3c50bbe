package io.picojoule.report;

import io.picojoule.hardware.ConvolutionAlgorithm;
import io.picojoule.simulation.LayerResult;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a processor computed a layer by.
 *
 * @param name as results hold it: {@code fft 128x64}, {@code vector}, {@code relu}
 * @param launches kernels that were started, of any sort
 */
public record Kernel(String name, long launches) {
    private static final Pattern TILE = Pattern.compile("[0-9]+x[0-9]+");
    private static final String PRODUCT = "product";

    /** Nothing of a layer that no kernel was started for, as a fused one, or that another machine ran. */
    public static Optional<Kernel> of(LayerResult layer) {
        return layer.launches() == 0
                ? Optional.empty()
                : Optional.of(new Kernel(layer.mappingOrigin(), layer.launches()));
    }

    /**
     * The way to compute it: that of a {@linkplain ConvolutionAlgorithm convolution}, or {@code product}, {@code vector}, {@code sparse},
     * {@code stencil}; of a layer without MACs its kind.
     */
    public String algorithm() {
        String first = name.split(" ", 2)[0];
        return TILE.matcher(first).matches() ? PRODUCT : first;
    }

    /** Rows by columns of a product that a core computes at once; none where it is not cut into tiles. */
    public Optional<String> tile() {
        return Arrays.stream(name.split(" "))
                .filter(word -> TILE.matcher(word).matches())
                .findFirst();
    }

    /** For people, who would not know what a lone tile is of. */
    public String words() {
        return tile().map(tile -> algorithm() + " " + tile).orElse(name);
    }

    /** Those of a layer in a table; of a layer without MACs its kind says it all. */
    public static String wordsOf(LayerResult layer) {
        return layer.macs() == 0 ? "" : of(layer).map(Kernel::words).orElse("");
    }
}
