package io.picojoule.report.html;

import io.picojoule.report.Report;
import io.picojoule.report.Si;
import io.picojoule.report.SparseFigures;
import java.util.List;

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
        html.element(
                "p",
                "Only activations that are not zero are sent, and only stored entries of their columns are worked on. The ideal time is "
                        + "that of entries dealt out evenly to processing elements that never wait; efficiency is what is left of it. "
                        + "Over dense: how much faster this is than as many multipliers that are always busy and skip nothing.",
                "class",
                "note");
        html.open("div", "class", "scroll")
                .open("table", "class", "traffic")
                .open("thead")
                .open("tr");
        for (String heading : List.of(
                "layer",
                "stored",
                "activations sent",
                "entries",
                "of these padding",
                "ideal time",
                "time",
                "efficiency",
                "mean over busiest PE",
                "over dense")) {
            html.element("th", heading, "scope", "col");
        }
        html.close().close().open("tbody");
        report.sparseLayers().forEach(layer -> row(html, layer));
        html.close().close().close();
        formats(html, report.sparseLayers());
    }

    /** What the weights take, and would take in other formats. */
    private static void formats(Html html, List<SparseFigures> layers) {
        List<String> formats = List.copyOf(layers.get(0).bytesByFormat().keySet());
        html.open("figure").element("figcaption", "Bytes of the weights by format");
        html.element(
                "p",
                "Values of 16 bit, but for the engine's own format, which has codes. csc is that of EIE with 64 processing elements.",
                "class",
                "note");
        html.open("div", "class", "scroll")
                .open("table", "class", "traffic")
                .open("thead")
                .open("tr")
                .element("th", "layer", "scope", "col")
                .element("th", "this engine", "scope", "col");
        formats.forEach(format -> html.element("th", format, "scope", "col"));
        html.close().close().open("tbody");
        for (SparseFigures layer : layers) {
            html.line().open("tr").element("th", layer.layer(), "scope", "row");
            html.element("td", Si.format(layer.storedBytes(), "B"));
            layer.bytesByFormat().values().forEach(bytes -> html.element("td", Si.format(bytes, "B")));
            html.close();
        }
        html.close().close().close().close();
    }

    private static void row(Html html, SparseFigures layer) {
        html.line().open("tr").element("th", layer.layer(), "scope", "row");
        for (String cell : List.of(
                Si.format(layer.storedBytes(), "B"),
                Si.format(layer.sentFraction(), "%"),
                Si.format(layer.counts().entries(), ""),
                Si.format(layer.paddingFraction(), "%"),
                Si.format(layer.theoreticalSeconds(), "s"),
                Si.format(layer.seconds(), "s"),
                Si.format(layer.efficiency(), "%"),
                Si.format(layer.counts().loadBalance(), "%"),
                Si.digits(layer.overDense()) + " ×")) {
            html.element("td", cell);
        }
        html.close();
    }
}
