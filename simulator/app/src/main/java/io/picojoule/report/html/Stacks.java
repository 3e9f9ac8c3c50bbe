package io.picojoule.report.html;

import io.picojoule.activity.Action;
import io.picojoule.activity.Level;
import io.picojoule.energy.Component;
import io.picojoule.energy.EnergyBreakdown;
import io.picojoule.hardware.Machine;
import io.picojoule.report.Batches;
import io.picojoule.report.Naming;
import io.picojoule.report.Report;
import io.picojoule.report.chart.Ink;
import io.picojoule.report.chart.Stack;
import io.picojoule.report.chart.Stack.Bar;
import io.picojoule.report.chart.Stack.Series;
import io.picojoule.simulation.LayerResult;
import io.picojoule.timing.Cause;
import io.picojoule.workload.Operand;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/** The figures of the layers, or of batches, as tables for stacked bars. */
final class Stacks {
    private static final int BITS_PER_BYTE = 8;

    private Stacks() {}

    static Stack energyByComponent(Report report) {
        return stack(
                report.timedLayers(),
                LayerResult::name,
                Component.values(),
                component -> new Series(Naming.of(component, report.run().machine()), Ink.of(component)),
                (layer, component) -> report.energy(layer.energy().of(component)));
    }

    /** Of an inference, a bar a batch that ran, with its inferences a joule where these are known. */
    static Stack energyPerInference(Batches batches) {
        Machine machine = batches.runs().get(0).report().run().machine();
        return stack(
                batches.ran(),
                run -> run.report().isNormalised() ? run.name() : run.name() + ": " + run.text("inferencesPerJoule"),
                Component.values(),
                component -> new Series(Naming.of(component, machine), Ink.of(component)),
                (run, component) ->
                        run.report().energy(run.report().run().totals().energy().of(component)) / run.batch());
    }

    static Stack energyByOperand(Report report) {
        List<Series> series = Stream.concat(
                        Arrays.stream(Operand.values()).map(operand -> new Series(operand.key(), Ink.of(operand))),
                        Stream.of(new Series("no operand (MACs, clock, static)", Ink.NO_OPERAND)))
                .toList();
        List<Bar> bars = report.timedLayers().stream()
                .map(layer -> new Bar(layer.name(), byOperand(report, layer.energy())))
                .toList();
        return new Stack(series, bars).withoutEmptySeries();
    }

    private static double[] byOperand(Report report, EnergyBreakdown energy) {
        int operands = Operand.values().length;
        double[] parts = new double[operands + 1];
        double rest = energy.total();
        for (Operand operand : Operand.values()) {
            double sum = 0;
            for (Component component : Component.values()) {
                sum += energy.of(component, operand);
            }
            parts[operand.ordinal()] = report.energy(sum);
            rest -= sum;
        }
        parts[operands] = Math.max(0, report.energy(rest));
        return parts;
    }

    /** Element cycles, not yet as shares. */
    static Stack cycles(Report report) {
        return stack(
                report.timedLayers(),
                LayerResult::name,
                Cause.values(),
                cause -> new Series(Naming.of(cause, report.run().machine()), Ink.of(cause)),
                (layer, cause) -> layer.timing().elementCycles().getOrDefault(cause, 0L));
    }

    static Stack traffic(Report report, Level level) {
        return stack(
                report.timedLayers(),
                LayerResult::name,
                Operand.values(),
                operand -> new Series(operand.key(), Ink.of(operand)),
                (layer, operand) -> (double) (layer.timing().activity().bits(Action.READ, operand, level)
                                + layer.timing().activity().bits(Action.WRITE, operand, level))
                        / BITS_PER_BYTE);
    }

    /** @param shown a bar each */
    private static <S, T> Stack stack(
            List<S> shown,
            Function<S, String> name,
            T[] parts,
            Function<T, Series> series,
            ToDoubleBiFunction<S, T> value) {
        List<Bar> bars = shown.stream()
                .map(each -> new Bar(
                        name.apply(each),
                        Arrays.stream(parts)
                                .mapToDouble(part -> value.applyAsDouble(each, part))
                                .toArray()))
                .toList();
        return new Stack(Arrays.stream(parts).map(series).toList(), bars).withoutEmptySeries();
    }
}
