package io.picojoule.report.html;

import io.picojoule.report.Report;
import io.picojoule.report.chart.Curve;
import io.picojoule.report.chart.CurveChart;
import io.picojoule.report.chart.Ink;
import io.picojoule.simulation.SparseScaling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The layers on engines with other queues, and with other numbers of elements: the experiments of the EIE paper. */
final class ScalingSection implements Section<Report> {
    private static final List<Ink> INKS = List.of(
            Ink.MAC,
            Ink.DRAM,
            Ink.GLOBAL_BUFFER,
            Ink.PARTIAL_SUM,
            Ink.SCRATCHPAD,
            Ink.VECTOR_UNIT,
            Ink.NETWORK,
            Ink.POINTER_BUFFER,
            Ink.MUTED);

    @Override
    public String title() {
        return "Queues and elements";
    }

    @Override
    public boolean appliesTo(Report report) {
        return report.scaling().isPresent() && !report.scaling().get().layers().isEmpty();
    }

    @Override
    public void write(Html html, Report report) {
        SparseScaling scaling = report.scaling().orElseThrow();
        html.element(
                "p",
                "Layers that multiply one vector, on this engine with other queues, and with other numbers of elements, whether "
                        + "their memory would hold the matrix or not. A ring of 2 slots holds one activation.",
                "class",
                "note");
        List<SparseScaling.Layer> shown = shown(scaling);
        if (shown.size() < scaling.layers().size()) {
            html.element(
                    "p",
                    "The " + shown.size() + " of " + scaling.layers().size()
                            + " layers that take longest; result.json has all.",
                    "class",
                    "note");
        }
        legend(html, shown);
        Function<SparseScaling.Layer, List<SparseScaling.Point>> slots = SparseScaling.Layer::bySlots;
        Function<SparseScaling.Layer, List<SparseScaling.Point>> elements = SparseScaling.Layer::byElements;
        chart(
                html,
                "scaling-queue",
                "Efficiency by slots of the queues",
                shown,
                slots,
                share(SparseScaling.Point::efficiency),
                "%",
                "slots");
        chart(html, "scaling-speed", "Speed-up over one element", shown, elements, SPEED_UP, "", "elements");
        chart(
                html,
                "scaling-work",
                "Entries that are no padding",
                shown,
                elements,
                share(SparseScaling.Point::realWork),
                "%",
                "elements");
        chart(
                html,
                "scaling-balance",
                "Efficiency by elements",
                shown,
                elements,
                share(SparseScaling.Point::efficiency),
                "%",
                "elements");
    }

    /** What a point comes to, among those of its layer. */
    private interface Value {
        double of(SparseScaling.Point point, List<SparseScaling.Point> all);
    }

    private static final Value SPEED_UP = (point, all) -> (double) all.get(0).cycles() / Math.max(1, point.cycles());

    private static Value share(ToDoubleFunction<SparseScaling.Point> share) {
        return (point, all) -> share.applyAsDouble(point);
    }

    /** The largest, in their order. */
    private static List<SparseScaling.Layer> shown(SparseScaling scaling) {
        List<SparseScaling.Layer> largest = scaling.layers().stream()
                .sorted(Comparator.comparingLong((SparseScaling.Layer layer) ->
                                layer.byElements().get(0).cycles())
                        .reversed())
                .limit(INKS.size())
                .toList();
        return scaling.layers().stream().filter(largest::contains).toList();
    }

    private static void legend(Html html, List<SparseScaling.Layer> layers) {
        html.open("ul", "class", "legend");
        for (int i = 0; i < layers.size(); i++) {
            Legend.entry(html, INKS.get(i), layers.get(i).name(), "");
        }
        html.close();
    }

    private static void chart(
            Html html,
            String id,
            String heading,
            List<SparseScaling.Layer> layers,
            Function<SparseScaling.Layer, List<SparseScaling.Point>> points,
            Value value,
            String unit,
            String axisTitle) {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            List<SparseScaling.Point> all = points.apply(layers.get(i));
            curves.add(new Curve(
                    layers.get(i).name(),
                    INKS.get(i),
                    all.stream()
                            .map(point -> new Curve.Point(Integer.toString(point.parameter()), value.of(point, all)))
                            .toList()));
        }
        html.open("figure").element("figcaption", heading).open("div", "class", "scroll");
        html.trusted(CurveChart.svg(id, heading, curves, unit, axisTitle))
                .close()
                .close();
    }
}
