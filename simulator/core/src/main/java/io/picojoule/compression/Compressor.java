package io.picojoule.compression;

import io.picojoule.workload.CodeBits;
import io.picojoule.workload.LayerWeights;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.SparseMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compresses the weights of a network, layer after layer. */
public final class Compressor {
    /** Of a value in the formats that keep values, as in Eyeriss and in EIE's codebook. */
    public static final int VALUE_BITS = 16;
    /** Of the machine that compressed columns are laid out for, EIE's. */
    public static final int PROCESSING_ELEMENTS = 64;

    /** Deep Compression's two forms, whose sizes it tells itself. */
    public static final String QUANTISED = "deep-compression";

    public static final String HUFFMAN = "huffman";

    private static final List<Format> FORMATS = List.of(
            new Dense(VALUE_BITS),
            new Bitmask(VALUE_BITS),
            new CompressedRows(VALUE_BITS),
            new RunLength(VALUE_BITS),
            InterleavedColumns.eie(PROCESSING_ELEMENTS));

    private Compressor() {}

    /** Is told how far it is. */
    @FunctionalInterface
    public interface Listener {
        /** Another layer is compressed: {@code done} of {@code of}. */
        void layerDone(String layer, int done, int of);
    }

    /**
     * Every layer that has weights. Deterministic: the same network and seed give the same result.
     *
     * @throws io.picojoule.workload.TensorFileException if a file that a layer names cannot be used
     */
    public static List<CompressedLayer> compress(Network network, long seed, Listener listener) {
        List<NetworkLayer> layers =
                network.layers().stream().filter(LayerWeights::has).toList();
        List<CompressedLayer> compressed = new ArrayList<>();
        for (NetworkLayer layer : layers) {
            compressed.add(compress(layer, network.codeBits(), seed));
            listener.layerDone(layer.name(), compressed.size(), layers.size());
        }
        return List.copyOf(compressed);
    }

    private static CompressedLayer compress(NetworkLayer layer, CodeBits bits, long seed) {
        SparseMatrix weights = LayerWeights.of(layer, seed);
        DeepCompression deep = DeepCompression.of(weights, bits.of(layer), bits.index());
        Map<String, Long> bitsByFormat = bitsByFormat(weights);
        bitsByFormat.put(QUANTISED, deep.quantisedBits());
        bitsByFormat.put(HUFFMAN, deep.huffmanBits());
        return new CompressedLayer(
                layer.name(),
                layer.layer().kind(),
                Collections.unmodifiableMap(bitsByFormat),
                bits.of(layer),
                bits.index(),
                deep);
    }

    /** What a matrix takes in each format but Deep Compression's, in the order of tables. */
    public static Map<String, Long> bitsByFormat(SparseMatrix weights) {
        Map<String, Long> bitsByFormat = new LinkedHashMap<>();
        FORMATS.forEach(format -> bitsByFormat.put(format.key(), format.bits(weights)));
        return bitsByFormat;
    }

    /** Keys of the formats in the order of tables. */
    public static List<String> formats() {
        List<String> keys = new ArrayList<>(FORMATS.stream().map(Format::key).toList());
        keys.addAll(List.of(QUANTISED, HUFFMAN));
        return keys;
    }

    /** All layers together. */
    public static DeepCompression total(List<CompressedLayer> layers) {
        return layers.stream()
                .map(CompressedLayer::deepCompression)
                .reduce(DeepCompression.NONE, DeepCompression::plus);
    }
}
