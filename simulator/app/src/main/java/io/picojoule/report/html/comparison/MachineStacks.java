package io.picojoule.report.html.comparison;

import io.picojoule.activity.Action;
import io.picojoule.energy.Component;
import io.picojoule.report.chart.Ink;
import io.picojoule.report.chart.Stack;
import io.picojoule.report.chart.Stack.Bar;
import io.picojoule.report.chart.Stack.Series;
import io.picojoule.report.comparison.Round;
import io.picojoule.report.comparison.Score;
import io.picojoule.workload.Operand;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The figures of the machines as tables for stacked bars. */
final class MachineStacks {
    private static final int LONGEST_NAME = 26;

    private MachineStacks() {}

    static Stack energyByLevel(Round round) {
        List<Series> series = Arrays.stream(Component.values())
                .map(component -> new Series(component.key(), Ink.of(component)))
                .toList();
        return stack(
                round,
                series,
                score -> Arrays.stream(Component.values())
                        .mapToDouble(score::energyPerMac)
                        .toArray());
    }

    /** Partial sums and the outputs that they become are one thing, as in the paper. */
    static Stack energyByData(Round round) {
        List<Series> series = List.of(
                new Series("input", Ink.INPUT),
                new Series("weight", Ink.WEIGHT),
                new Series("partial-sum and output", Ink.PARTIAL_SUM),
                new Series("no operand (MACs, clock, static)", Ink.NO_OPERAND));
        return stack(round, series, score -> new double[] {
            score.energyPerMac(Operand.INPUT),
            score.energyPerMac(Operand.WEIGHT),
            score.energyPerMac(Operand.PARTIAL_SUM) + score.energyPerMac(Operand.OUTPUT),
            score.energyPerMacOfNoOperand()
        });
    }

    static Stack dram(Round round) {
        List<Series> series = List.of(new Series("read", Ink.DRAM), new Series("written", Ink.OUTPUT));
        return stack(round, series, score ->
                new double[] {score.dramWordsPerMac(Action.READ), score.dramWordsPerMac(Action.WRITE)});
    }

    static Stack relative(Round round, String name, ToDoubleFunction<Score> figure) {
        return stack(round, List.of(new Series(name, Ink.BUSY)), score -> new double[] {round.relative(score, figure)});
    }

    /** A bar for each machine. */
    static Stack stack(Round round, List<Series> series, Function<Score, double[]> parts) {
        List<Bar> bars = round.scores().stream()
                .map(score -> new Bar(score.label(), parts.apply(score)))
                .toList();
        return new Stack(series, bars).withoutEmptySeries();
    }

    /** Bars cannot be read to three digits; their names can. */
    static Stack labelled(Stack stack, Round round, Function<Score, String> label) {
        return stack.named((index, name) ->
                cut(name, LONGEST_NAME) + " · " + label.apply(round.scores().get(index)));
    }

    static String cut(String name, int longest) {
        return name.length() <= longest ? name : name.substring(0, longest - 1) + "…";
    }
}
