package io.picojoule.report.html;

import io.picojoule.report.Report;
import io.picojoule.report.Si;
import io.picojoule.report.SparseFigures;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What skipping zeros buys on a sparse engine, and what imbalance takes away. */
final class SparseSection implements Section<Report> {
    @Override
    public String title() {
        return "Zeros";
    }

    @Override
    public boolean appliesTo(Report report) {
        return !report.sparseLayers().isEmpty();
    }

    @Override
    public void write(Html html, Report report) {
        List<SparseFigures> layers = report.sparseLayers();
        html.element(
                "p",
                "Only activations that are not zero are sent, and only stored entries of their columns are worked on. The ideal time is "
                        + "that of entries dealt out evenly to processing elements that never wait; efficiency is what is left of it, and "
                        + "balance the entries of the mean element over those of the busiest. Over dense: how much faster this is than as "
                        + "many multipliers that are always busy and skip nothing.",
                "class",
                "note");
        table(
                html,
                layers,
                SparseFigures.COLUMNS.stream().map(SparseFigures.Column::title).toList(),
                layer -> SparseFigures.COLUMNS.stream().map(column -> column.text(layer)));
        formats(html, layers);
    }

    /** What the weights take, and would take in other formats. */
    private static void formats(Html html, List<SparseFigures> layers) {
        html.open("figure").element("figcaption", "Bytes of the weights by format");
        html.element(
                "p",
                "Values of 16 bit, but for the engine's own format, which has codes. csc is that of EIE with 64 processing elements.",
                "class",
                "note");
        table(
                html,
                layers,
                Stream.concat(Stream.of("this engine"), layers.get(0).bytesByFormat().keySet().stream())
                        .toList(),
                layer -> Stream.concat(Stream.of(layer.storedBytes()), layer.bytesByFormat().values().stream())
                        .map(bytes -> Si.format(bytes, "B")));
        html.close();
    }

    private static void table(
            Html html,
            List<SparseFigures> layers,
            List<String> headings,
            Function<SparseFigures, Stream<String>> cells) {
        FigureTable.open(html, "layer", headings);
        for (SparseFigures layer : layers) {
            html.line().open("tr").element("th", layer.layer(), "scope", "row");
            cells.apply(layer).forEach(cell -> html.element("td", cell));
            html.close();
        }
        FigureTable.close(html);
    }
}
