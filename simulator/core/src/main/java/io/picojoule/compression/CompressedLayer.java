package io.picojoule.compression;

import java.util.Map;

/**
 * The weights of a layer in every form.
 *
 * @param name of the layer, or of the part of it that has the weights
 * @param bitsByFormat sizes by key of the format; values are of {@link Compressor#VALUE_BITS}
 * @param codeBits of Deep Compression, before Huffman coding
 * @param indexBits of Deep Compression, before Huffman coding
 */
public record CompressedLayer(
        String name,
        String kind,
        Map<String, Long> bitsByFormat,
        int codeBits,
        int indexBits,
        DeepCompression deepCompression) {
    /** In a format, by its key. */
    public long bits(String format) {
        Long bits = bitsByFormat.get(format);
        if (bits == null) {
            throw new IllegalArgumentException("CompressedLayer: there is no format '" + format + "'");
        }
        return bits;
    }
}
