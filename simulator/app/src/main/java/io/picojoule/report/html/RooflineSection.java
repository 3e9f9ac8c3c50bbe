package io.picojoule.report.html;

import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.report.Naming;
import io.picojoule.report.Report;
import io.picojoule.report.chart.Ink;
import io.picojoule.report.chart.RooflineChart;
import io.picojoule.report.chart.RooflineChart.Point;
import io.picojoule.report.chart.RooflineChart.Roofs;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.Roofline;
import java.util.Comparator;
import java.util.List;

/** How near each layer comes to what the machine could do. */
final class RooflineSection implements Section<Report> {
    private static final String OF_TWO_MEMORIES =
            "Each layer stands twice at the height of what it achieves: at its operations per byte of DRAM, and per byte of %s. "
                    + "No layer can be above a roof of the same colour; the distance to it is what is lost.";
    private static final String OF_AN_ENGINE =
            "Each layer stands at the operations it performs, skipped ones left out, per byte of its compressed matrix. No layer can "
                    + "be above the roofs; the distance to them is what is lost.";

    @Override
    public String title() {
        return "Roofline";
    }

    @Override
    public boolean appliesTo(Report report) {
        return !withMacs(report).isEmpty();
    }

    private static List<LayerResult> withMacs(Report report) {
        return report.run().layers().stream().filter(layer -> layer.macs() > 0).toList();
    }

    @Override
    public void write(Html html, Report report) {
        List<LayerResult> layers = withMacs(report);
        Machine machine = report.run().machine();
        String feed = Naming.feed(machine);
        String buffer = machine instanceof Processor ? feed : "the global buffer";
        boolean sparse = !report.sparseLayers().isEmpty();
        List<Point> points = layers.stream()
                .map(layer -> new Point(
                        layer.name(),
                        report.run().seconds(layer.timing().cycles()),
                        layer.roofline().achievedOperationsPerSecond(),
                        layer.roofline().dramIntensity(),
                        layer.roofline().bufferIntensity()))
                .toList();
        Roofline highest = layers.stream()
                .map(LayerResult::roofline)
                .max(Comparator.comparingDouble(Roofline::peakOperationsPerSecond))
                .orElseThrow();
        Roofs roofs = new Roofs(
                highest.peakOperationsPerSecond(), highest.dramBytesPerSecond(), highest.bufferBytesPerSecond(), feed);
        html.element("p", sparse ? OF_AN_ENGINE : OF_TWO_MEMORIES.formatted(buffer), "class", "note");
        html.open("figure").open("ul", "class", "legend");
        if (sparse) {
            Legend.entry(html, Ink.GLOBAL_BUFFER, "against the matrix SRAM", "◆ and its roof");
        } else {
            Legend.entry(html, Ink.DRAM, "against DRAM", "● and its roof");
            Legend.entry(
                    html,
                    Ink.GLOBAL_BUFFER,
                    "against " + buffer,
                    machine instanceof Processor ? "◆ and its roof" : "◆ and the roof of the buses");
        }
        html.close().open("div", "class", "scroll");
        html.trusted(RooflineChart.svg("roofline-chart", "Roofline of the layers", points, roofs))
                .close()
                .close();
    }
}
