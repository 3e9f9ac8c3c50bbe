package io.picojoule.report.compression;

import io.picojoule.compression.CompressedLayer;
import io.picojoule.compression.Compressor;
import io.picojoule.compression.DeepCompression;
import io.picojoule.report.JsonTree;
import io.picojoule.validation.ValidationRow;
import java.util.LinkedHashMap;
import java.util.Map;

/** What compression makes of weights, for programs. Sizes are in bits; means are per stored entry, padding zeros among them. */
public final class CompressionJson {
    private CompressionJson() {}

    public static String of(Compression compression) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", "picojoule-compression/1");
        tree.put("version", compression.version());
        tree.put("workload", Map.of("name", compression.network().name(), "digest", compression.workloadDigest()));
        tree.put("seed", compression.seed());
        tree.put("command", compression.command());
        Map<String, Long> totals = new LinkedHashMap<>();
        Compressor.formats().forEach(format -> totals.put(format, compression.totalBits(format)));
        tree.put("totals", sizes(compression.total(), totals));
        tree.put(
                "layers",
                compression.layers().stream().map(CompressionJson::layer).toList());
        tree.put(
                "published",
                compression.published().stream().map(CompressionJson::published).toList());
        return JsonTree.of(tree);
    }

    private static Map<String, Object> layer(CompressedLayer layer) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", layer.name());
        tree.put("kind", layer.kind());
        tree.put("codeBits", layer.codeBits());
        tree.put("indexBits", layer.indexBits());
        tree.putAll(sizes(layer.deepCompression(), layer.bitsByFormat()));
        return tree;
    }

    private static Map<String, Object> sizes(DeepCompression deep, Map<String, Long> bitsByFormat) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("weights", deep.weights());
        tree.put("kept", deep.kept());
        tree.put("entries", deep.entries());
        tree.put("meanCodeBits", deep.perEntry(deep.codeBits()));
        tree.put("meanHuffmanCodeBits", deep.perEntry(deep.huffmanCodeBits()));
        tree.put("meanIndexBits", deep.perEntry(deep.indexBits()));
        tree.put("meanHuffmanIndexBits", deep.perEntry(deep.huffmanIndexBits()));
        tree.put("quantisedFraction", deep.fraction(deep.quantisedBits()));
        tree.put("huffmanFraction", deep.fraction(deep.huffmanBits()));
        tree.put("compressionRatio", 1 / deep.fraction(deep.huffmanBits()));
        tree.put("bits", bitsByFormat);
        return tree;
    }

    private static Map<String, Object> published(ValidationRow row) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("case", row.caseName());
        tree.put("layer", row.row().layer());
        tree.put("quantity", row.row().quantity().key());
        tree.put("unit", row.row().quantity().unit());
        tree.put("published", row.row().published());
        tree.put("ours", row.ours());
        tree.put("error", row.error());
        return tree;
    }
}
