package io.picojoule.report.html;

import io.picojoule.energy.Component;
import io.picojoule.report.Naming;
import io.picojoule.report.Report;
import io.picojoule.report.Si;
import io.picojoule.report.chart.Ink;
import io.picojoule.simulation.LayerResult;

/** What the layer's energy is spent in. */
final class EnergyPart implements DetailPart {
    private final Report report;

    EnergyPart(Report report) {
        this.report = report;
    }

    @Override
    public String title() {
        return "Energy by component";
    }

    @Override
    public boolean appliesTo(LayerResult layer) {
        return layer.energy().total() > 0;
    }

    @Override
    public void write(Html html, LayerResult layer) {
        double all = layer.energy().total();
        ShareTable table = new ShareTable(html);
        for (Component component : Component.values()) {
            double energy = layer.energy().of(component);
            if (energy > 0) {
                String value = Si.format(report.energy(energy), report.energyUnit());
                table.row(Naming.of(component, report.run().machine()), Ink.of(component), energy / all, value);
            }
        }
        table.close();
    }
}
