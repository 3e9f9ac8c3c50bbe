package io.picojoule.report.compression;

import io.picojoule.compression.CompressedLayer;
import io.picojoule.compression.Compressor;
import io.picojoule.compression.DeepCompression;
import io.picojoule.report.Csv;
import java.util.ArrayList;
import java.util.List;

/** What compression makes of weights, a row a layer. Sizes are in bits. */
public final class CompressionCsv {
    private CompressionCsv() {}

    public static String of(Compression compression) {
        Csv csv = new Csv();
        List<Object> header = new ArrayList<>(List.of(
                "layer",
                "kind",
                "codeBits",
                "indexBits",
                "weights",
                "kept",
                "entries",
                "meanHuffmanCodeBits",
                "meanHuffmanIndexBits",
                "quantisedFraction",
                "huffmanFraction",
                "compressionRatio"));
        Compressor.formats().forEach(format -> header.add(format + " bits"));
        csv.row(header);
        compression.layers().forEach(layer -> csv.row(cells(layer)));
        return csv.toString();
    }

    private static List<Object> cells(CompressedLayer layer) {
        DeepCompression deep = layer.deepCompression();
        List<Object> cells = new ArrayList<>(List.of(
                layer.name(),
                layer.kind(),
                layer.codeBits(),
                layer.indexBits(),
                deep.weights(),
                deep.kept(),
                deep.entries(),
                deep.perEntry(deep.huffmanCodeBits()),
                deep.perEntry(deep.huffmanIndexBits()),
                deep.fraction(deep.quantisedBits()),
                deep.fraction(deep.huffmanBits()),
                1 / deep.fraction(deep.huffmanBits())));
        Compressor.formats().forEach(format -> cells.add(layer.bits(format)));
        return cells;
    }
}
