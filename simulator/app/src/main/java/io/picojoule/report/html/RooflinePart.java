package io.picojoule.report.html;

import io.picojoule.hardware.Machine;
import io.picojoule.report.Naming;
import io.picojoule.report.Si;
import io.picojoule.report.chart.Ink;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.Roofline;

/** Where the layer stands under each roof of the machine. */
final class RooflinePart implements DetailPart {
    private final Machine machine;

    RooflinePart(Machine machine) {
        this.machine = machine;
    }

    @Override
    public String title() {
        return "Roofline";
    }

    @Override
    public boolean appliesTo(LayerResult layer) {
        return layer.macs() > 0;
    }

    @Override
    public void write(Html html, LayerResult layer) {
        Roofline roofline = layer.roofline();
        html.element(
                "p",
                Si.format(roofline.achievedOperationsPerSecond(), "op/s") + ", and as a share of each roof:",
                "class",
                "note");
        ShareTable table = new ShareTable(html);
        roof(table, roofline, "peak", Ink.ROOF, roofline.peakOperationsPerSecond(), "");
        roof(
                table,
                roofline,
                "DRAM",
                Ink.DRAM,
                roofline.dramIntensity() * roofline.dramBytesPerSecond(),
                intensity(roofline.dramIntensity()));
        roof(
                table,
                roofline,
                Naming.feed(machine),
                Ink.GLOBAL_BUFFER,
                roofline.bufferIntensity() * roofline.bufferBytesPerSecond(),
                intensity(roofline.bufferIntensity()));
        table.close();
    }

    private static String intensity(double operationsPerByte) {
        return " at " + Si.digits(operationsPerByte) + " op/B";
    }

    private static void roof(
            ShareTable table, Roofline roofline, String name, Ink ink, double operationsPerSecond, String remark) {
        if (Double.isFinite(operationsPerSecond) && operationsPerSecond > 0) {
            table.row(
                    name,
                    ink,
                    roofline.achievedOperationsPerSecond() / operationsPerSecond,
                    Si.format(operationsPerSecond, "op/s") + remark);
        }
    }
}
