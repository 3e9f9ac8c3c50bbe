package io.picojoule.report.html.comparison;

import io.picojoule.report.Si;
import io.picojoule.report.chart.MachineRooflines;
import io.picojoule.report.chart.MachineRooflines.Machine;
import io.picojoule.report.chart.MachineRooflines.Point;
import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.Entrant;
import io.picojoule.report.comparison.MachineFacts;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Legend;
import io.picojoule.report.html.Section;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.Roofline;
import java.util.List;

/** All machines under their roofs, in one plot. */
final class RooflinesSection implements Section<Comparison> {
    private static final int LONGEST_NAME = 26;

    @Override
    public String title() {
        return "Rooflines";
    }

    @Override
    public boolean appliesTo(Comparison comparison) {
        return !ran(comparison).isEmpty();
    }

    /** The machines that ran a layer with MACs. */
    private static List<Entrant> ran(Comparison comparison) {
        return comparison.entrants().stream()
                .filter(entrant -> !layers(entrant).isEmpty())
                .toList();
    }

    private static List<LayerResult> layers(Entrant entrant) {
        return entrant.run().layers().stream()
                .filter(layer -> layer.macs() > 0 && layer.timing().cycles() > 0)
                .toList();
    }

    @Override
    public void write(Html html, Comparison comparison) {
        html.element(
                "p",
                "Every layer with MACs that a machine ran, at its operations per byte of DRAM, or of the memory on the chip where there is "
                        + "no DRAM. Written beside a point is the layer that takes most of the machine's time; the pointer tells the others.",
                "class",
                "note");
        List<Entrant> ran = ran(comparison);
        html.open("figure").open("ul", "class", "legend");
        for (int i = 0; i < ran.size(); i++) {
            Entrant entrant = ran.get(i);
            String roofs = MachineRooflines.sign(i) + " "
                    + Si.format(new MachineFacts(entrant).peakOperationsPerSecond(), "op/s") + " peak, "
                    + Si.format(bytesPerSecond(entrant), "B/s")
                    + (isOfDram(entrant) ? " DRAM" : " on the chip");
            Legend.entry(html, MachineRooflines.ink(i), entrant.label(), roofs);
        }
        html.close().open("div", "class", "scroll");
        List<Machine> machines = ran.stream().map(RooflinesSection::machine).toList();
        html.trusted(MachineRooflines.svg("rooflines-chart", "Rooflines of the machines", machines))
                .close()
                .close();
    }

    private static Machine machine(Entrant entrant) {
        boolean dram = isOfDram(entrant);
        List<Point> points = layers(entrant).stream()
                .map(layer -> new Point(
                        layer.name(),
                        entrant.run().seconds(layer.timing().cycles()),
                        dram
                                ? layer.roofline().dramIntensity()
                                : layer.roofline().bufferIntensity(),
                        layer.roofline().achievedOperationsPerSecond()))
                .toList();
        return new Machine(
                MachineStacks.cut(entrant.label(), LONGEST_NAME),
                new MachineFacts(entrant).peakOperationsPerSecond(),
                bytesPerSecond(entrant),
                points);
    }

    private static boolean isOfDram(Entrant entrant) {
        return layers(entrant).stream()
                .map(LayerResult::roofline)
                .allMatch(roofline -> Double.isFinite(roofline.dramBytesPerSecond()));
    }

    private static double bytesPerSecond(Entrant entrant) {
        boolean dram = isOfDram(entrant);
        return layers(entrant).stream()
                .map(LayerResult::roofline)
                .mapToDouble(dram ? Roofline::dramBytesPerSecond : Roofline::bufferBytesPerSecond)
                .max()
                .orElseThrow();
    }
}
