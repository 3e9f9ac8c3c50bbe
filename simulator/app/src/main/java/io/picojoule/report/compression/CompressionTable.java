package io.picojoule.report.compression;

import io.picojoule.compression.CompressedLayer;
import io.picojoule.compression.Compressor;
import io.picojoule.compression.DeepCompression;
import io.picojoule.report.Si;
import io.picojoule.report.TextTable;
import io.picojoule.report.TextTable.Style;
import io.picojoule.validation.PublishedQuantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What compression makes of weights, on a terminal: the table of the Deep Compression paper, and the sizes in each format. */
public final class CompressionTable {
    private static final int BYTE = Byte.SIZE;

    private final Compression compression;
    private final boolean colour;

    private CompressionTable(Compression compression, boolean colour) {
        this.compression = compression;
        this.colour = colour;
    }

    public static String of(Compression compression, boolean colour) {
        return new CompressionTable(compression, colour).text();
    }

    private String text() {
        String codes = compression.network().codeBits().conv() + "/"
                + compression.network().codeBits().fullyConnected() + "-bit codes, "
                + compression.network().codeBits().index() + "-bit indices, seed " + compression.seed();
        return Style.BOLD.of(compression.network().name(), colour) + "   " + codes + "\n\n"
                + sizes() + "\n"
                + Style.DIM.of(
                        "P+Q: pruned and quantised, with codebooks; H: Huffman-coded too; of 32 bits a weight. Bits are those of a stored "
                                + "entry, padding zeros among them.",
                        colour)
                + "\n\n" + formats() + "\n"
                + Style.DIM.of(
                        "Values of " + Compressor.VALUE_BITS + " bit; csc: EIE's columns over "
                                + Compressor.PROCESSING_ELEMENTS + " PEs, with 4-bit codes and indices.",
                        colour)
                + "\n";
    }

    private boolean isPublished() {
        return !compression.published().isEmpty();
    }

    private TextTable sizes() {
        TextTable table = new TextTable(1, colour);
        List<String> header = new ArrayList<>(
                List.of("layer", "weights", "kept", "entries", "weight bits", "H", "index bits", "H", "P+Q"));
        header.addAll(isPublished() ? List.of("paper", "P+Q+H", "paper", "ratio", "paper") : List.of("P+Q+H", "ratio"));
        table.row(Style.DIM, header);
        for (CompressedLayer layer : compression.layers()) {
            table.row(Style.PLAIN, cells(layer.name(), layer.deepCompression()));
        }
        table.row(Style.BOLD, cells(Compression.TOTAL, compression.total()));
        return table;
    }

    private List<String> cells(String name, DeepCompression deep) {
        double huffman = deep.fraction(deep.huffmanBits());
        List<String> cells = new ArrayList<>(List.of(
                name,
                Si.format(deep.weights(), ""),
                Si.share(deep.density()),
                Si.format(deep.entries(), ""),
                decimal(deep.perEntry(deep.codeBits()), 1),
                decimal(deep.perEntry(deep.huffmanCodeBits()), 2),
                decimal(deep.perEntry(deep.indexBits()), 1),
                decimal(deep.perEntry(deep.huffmanIndexBits()), 2),
                percent(deep.fraction(deep.quantisedBits()))));
        addPublished(cells, name, PublishedQuantity.QUANTISED_SIZE, " %");
        cells.add(percent(huffman));
        addPublished(cells, name, PublishedQuantity.HUFFMAN_SIZE, " %");
        cells.add(decimal(1 / huffman, 1) + "x");
        addPublished(cells, name, PublishedQuantity.COMPRESSION_RATIO, "x");
        return cells;
    }

    private void addPublished(List<String> cells, String name, PublishedQuantity quantity, String unit) {
        if (isPublished()) {
            OptionalDouble figure = compression.published(name, quantity);
            cells.add(figure.isPresent() ? Si.shortest(figure.getAsDouble(), 4) + unit : "");
        }
    }

    private TextTable formats() {
        TextTable table = new TextTable(1, colour);
        List<String> header = new ArrayList<>(List.of("layer"));
        header.addAll(Compressor.formats());
        table.row(Style.DIM, header);
        for (CompressedLayer layer : compression.layers()) {
            List<String> cells = new ArrayList<>(List.of(layer.name()));
            Compressor.formats().forEach(format -> cells.add(bytes(layer.bits(format))));
            table.row(Style.PLAIN, cells);
        }
        List<String> total = new ArrayList<>(List.of(Compression.TOTAL));
        Compressor.formats().forEach(format -> total.add(bytes(compression.totalBits(format))));
        table.row(Style.BOLD, total);
        return table;
    }

    private static String bytes(long bits) {
        return Si.format((bits + BYTE - 1) / BYTE, "B");
    }

    private static String percent(double fraction) {
        return decimal(100 * fraction, 2) + " %";
    }

    private static String decimal(double value, int digits) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : Si.NONE;
    }
}
