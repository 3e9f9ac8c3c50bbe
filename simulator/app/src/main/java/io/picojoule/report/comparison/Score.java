package io.picojoule.report.comparison;

import io.picojoule.activity.Action;
import io.picojoule.activity.Level;
import io.picojoule.energy.Component;
import io.picojoule.energy.EnergyBreakdown;
import io.picojoule.report.Binding;
import io.picojoule.report.Metric;
import io.picojoule.report.Si;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.Totals;
import io.picojoule.workload.Operand;
import java.util.List;
import java.util.Optional;

/**
 * What a machine makes of some layers. Energies are in joules or, where its table is normalised, in MACs.
 *
 * @param run the machine's run, with nothing in it but these layers
 * @param totals of these layers
 */
public record Score(Entrant entrant, RunResult run, Totals totals) {
    static Score of(Entrant entrant, List<LayerResult> layers) {
        RunResult whole = entrant.run();
        RunResult part = new RunResult(
                whole.machine(),
                whole.network(),
                whole.batch(),
                whole.seed(),
                whole.engine(),
                whole.energyTable(),
                layers,
                whole.skipped(),
                whole.notes(),
                whole.area());
        return new Score(entrant, part, part.totals());
    }

    /** One layer by itself, if the machine ran it. */
    public static Optional<Score> of(Entrant entrant, String layer) {
        return entrant.result(layer).map(result -> of(entrant, List.of(result)));
    }

    public String label() {
        return entrant.label();
    }

    public Optional<Number> value(String metric) {
        return Metric.of(metric).of(totals, run);
    }

    /** A metric for people. */
    public String text(String metric) {
        return Metric.of(metric).text(totals, run);
    }

    public double seconds() {
        return run.seconds(totals.cycles());
    }

    /** Of the layers of a group alone. */
    public double seconds(LayerGroup group) {
        return run.seconds(run.layers().stream()
                .filter(layer -> group.holds(layer.layer()))
                .mapToLong(layer -> layer.timing().cycles())
                .sum());
    }

    public double energyPerMac() {
        return perMac(totals.energy().total());
    }

    public double energy() {
        return entrant.report().energy(totals.energy().total());
    }

    /** Of the whole batch. */
    public double energyDelayProduct() {
        return energy() * seconds();
    }

    public double energyPerMac(Component component) {
        return perMac(totals.energy().of(component));
    }

    /** What is spent on moving an operand, at all levels. */
    public double energyPerMac(Operand operand) {
        return perMac(moving(totals.energy(), operand));
    }

    /** What is spent on moving nothing: MACs, clock, static. */
    public double energyPerMacOfNoOperand() {
        double moving = 0;
        for (Operand operand : Operand.values()) {
            moving += moving(totals.energy(), operand);
        }
        return perMac(Math.max(0, totals.energy().total() - moving));
    }

    private static double moving(EnergyBreakdown energy, Operand operand) {
        double sum = 0;
        for (Component component : Component.values()) {
            sum += energy.of(component, operand);
        }
        return sum;
    }

    private double perMac(double energy) {
        return totals.macs() == 0 ? Double.NaN : entrant.report().energy(energy) / totals.macs();
    }

    /** {@code 21.3 pJ}, in the unit of the machine's own table. */
    public String energyPerMacText() {
        return Si.format(energyPerMac(), entrant.report().energyUnit());
    }

    /** Words, each as wide as the layer has that operand, that cross the DRAM link for each MAC. */
    public double dramWordsPerMac(Action action) {
        double words = 0;
        for (LayerResult layer : run.layers()) {
            for (Operand operand : Operand.values()) {
                words += (double) layer.timing().activity().bits(action, operand, Level.DRAM)
                        / layer.words().bits(operand);
            }
        }
        return totals.macs() == 0 ? Double.NaN : words / totals.macs();
    }

    public double dramWordsPerMac() {
        return dramWordsPerMac(Action.READ) + dramWordsPerMac(Action.WRITE);
    }

    public Optional<Binding> binding() {
        return Binding.of(run);
    }

    /** What binds, in words. */
    public String boundBy() {
        return binding().map(binding -> Binding.words(binding.resource())).orElse(Si.NONE);
    }
}
