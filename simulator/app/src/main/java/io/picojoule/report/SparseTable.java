package io.picojoule.report;

import io.picojoule.report.TextTable.Style;
import java.util.List;

/** What a sparse engine skipped and what it lost, a row a layer. */
final class SparseTable {
    private static final int LEADING_COLUMNS = 1;
    private static final int TENTHS = 10;

    private SparseTable() {}

    /** Nothing for a machine of another kind. */
    static String of(Report report, boolean colour) {
        List<SparseFigures> layers = report.sparseLayers();
        if (layers.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable(LEADING_COLUMNS, colour);
        table.row(
                Style.DIM,
                List.of(
                        "layer",
                        "stored",
                        "sent",
                        "entries",
                        "padding",
                        "ideal",
                        "time",
                        "efficiency",
                        "balance",
                        "over dense"));
        for (SparseFigures layer : layers) {
            table.row(
                    Style.PLAIN,
                    List.of(
                            layer.layer(),
                            Si.format(layer.storedBytes(), "B"),
                            Si.format(layer.sentFraction(), "%"),
                            Si.format(layer.counts().entries(), ""),
                            Si.format(layer.paddingFraction(), "%"),
                            Si.format(layer.theoreticalSeconds(), "s"),
                            Si.format(layer.seconds(), "s"),
                            Si.format(layer.efficiency(), "%"),
                            Si.format(layer.counts().loadBalance(), "%"),
                            times(layer.overDense())));
        }
        return table.toString();
    }

    /** {@code 18.4x}; a layer that takes no time is no number of times faster. */
    private static String times(double factor) {
        return Double.isInfinite(factor) ? Si.NONE : (double) Math.round(factor * TENTHS) / TENTHS + "x";
    }
}
