package io.picojoule.report.html;

import io.picojoule.report.Report;

/** What the energy of each layer is spent in, and on moving what. */
final class EnergySection implements Section<Report> {
    @Override
    public String title() {
        return "Energy";
    }

    @Override
    public boolean appliesTo(Report report) {
        return !report.run().layers().isEmpty();
    }

    @Override
    public void write(Html html, Report report) {
        String unit = report.energyUnit();
        String axis = report.isNormalised() ? "energy, in multiples of one MAC" : "energy of the batch";
        Charts.stack(html, "energy-by-component", "By component", Stacks.energyByComponent(report), unit, axis);
        Charts.stack(html, "energy-by-operand", "By operand that is moved", Stacks.energyByOperand(report), unit, axis);
    }
}
