package io.picojoule.report.html;

import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.report.Si;
import io.picojoule.report.chart.Ink;
import io.picojoule.simulation.LayerResult;

/** What the processing elements in use did in each of their cycles. */
final class CyclesPart implements DetailPart {
    private final Machine machine;

    CyclesPart(Machine machine) {
        this.machine = machine;
    }

    @Override
    public String title() {
        return (machine instanceof Processor ? "Lane" : "PE") + " cycles by cause";
    }

    @Override
    public boolean appliesTo(LayerResult layer) {
        return !layer.timing().elementCycles().isEmpty();
    }

    @Override
    public void write(Html html, LayerResult layer) {
        double all = (double) layer.timing().cycles() * layer.timing().activeElements();
        ShareTable table = new ShareTable(html);
        layer.timing()
                .elementCycles()
                .forEach((cause, cycles) -> table.row(cause.key(), Ink.of(cause), cycles / all, Si.format(cycles, "")));
        table.close();
    }
}
