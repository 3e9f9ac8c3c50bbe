package io.picojoule.report.comparison;

import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.SkippedLayer;
import io.picojoule.workload.NetworkLayer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The machines over one group of layers. All are compared over the same layers: those that every machine ran. A machine that ran none of
 * the group is absent, or nothing would be left for the others.
 *
 * @param layers those that are compared and take time on some machine
 * @param leftOut layers of the group that some machine here did not run
 * @param absent machines that ran none of the group
 * @param baseline that which the others are put in relation to, if it is here
 */
public record Round(
        LayerGroup group,
        List<NetworkLayer> layers,
        List<Score> scores,
        List<LeftOut> leftOut,
        List<Absent> absent,
        Entrant baseline) {
    public Round {
        layers = List.copyOf(layers);
        scores = List.copyOf(scores);
        leftOut = List.copyOf(leftOut);
        absent = List.copyOf(absent);
    }

    /** A layer that is not compared, and the machines that did not run it. */
    public record LeftOut(NetworkLayer layer, List<Entrant> missing) {
        /** Whether all of these lack the unit for it, as opposed to room. */
        boolean isForeign() {
            return missing.stream()
                    .flatMap(entrant -> entrant.skipped(layer.name()).stream())
                    .noneMatch(SkippedLayer::infeasible);
        }
    }

    /** A machine that ran nothing of the group; the first layer that it did not run, and why. */
    public record Absent(Entrant entrant, Optional<SkippedLayer> first) {
        public String reason() {
            return first.map(skipped -> skipped.layer().name() + ": " + skipped.reason())
                    .orElse("it has nothing to do");
        }
    }

    static Round of(LayerGroup group, List<Entrant> entrants, Entrant baseline) {
        List<NetworkLayer> all = entrants.get(0).run().network().layers().stream()
                .filter(group::holds)
                .toList();
        boolean withMacs = all.stream().anyMatch(layer -> layer.macs() > 0);
        List<Entrant> present = entrants.stream()
                .filter(entrant -> all.stream()
                        .anyMatch(layer -> entrant.result(layer.name())
                                .filter(result -> isWork(result, withMacs))
                                .isPresent()))
                .toList();
        Set<String> common = all.stream()
                .map(NetworkLayer::name)
                .filter(name -> present.stream()
                        .allMatch(entrant -> entrant.result(name).isPresent()))
                .collect(Collectors.toSet());
        return new Round(
                group,
                all.stream()
                        .filter(layer -> common.contains(layer.name()))
                        .filter(layer -> present.stream().anyMatch(entrant -> takesTime(entrant, layer)))
                        .toList(),
                present.stream()
                        .map(entrant -> Score.of(
                                entrant,
                                entrant.run().layers().stream()
                                        .filter(layer -> common.contains(layer.name()))
                                        .toList()))
                        .toList(),
                all.stream()
                        .filter(layer -> !common.contains(layer.name()))
                        .map(layer -> new LeftOut(
                                layer,
                                present.stream()
                                        .filter(entrant ->
                                                entrant.result(layer.name()).isEmpty())
                                        .toList()))
                        .toList(),
                entrants.stream()
                        .filter(entrant -> !present.contains(entrant))
                        .map(entrant -> new Absent(entrant, firstSkipped(entrant, all)))
                        .toList(),
                baseline);
    }

    private static boolean isWork(LayerResult result, boolean withMacs) {
        return withMacs ? result.macs() > 0 : result.timing().cycles() > 0;
    }

    private static boolean takesTime(Entrant entrant, NetworkLayer layer) {
        return entrant.result(layer.name())
                .filter(result -> result.timing().cycles() > 0)
                .isPresent();
    }

    /** What does not fit says more than what the machine was never made for. */
    private static Optional<SkippedLayer> firstSkipped(Entrant entrant, List<NetworkLayer> layers) {
        List<SkippedLayer> skipped = layers.stream()
                .flatMap(layer -> entrant.skipped(layer.name()).stream())
                .toList();
        return skipped.stream()
                .filter(SkippedLayer::infeasible)
                .findFirst()
                .or(() -> skipped.stream().findFirst());
    }

    /** Whether there is no layer to compare anything over. */
    public boolean isEmpty() {
        return layers.isEmpty();
    }

    /** The machine that the others are put in relation to: the baseline, or the first that is here. */
    public Score reference() {
        return scores.stream()
                .filter(score -> score.entrant().equals(baseline))
                .findFirst()
                .orElseGet(() -> scores.get(0));
    }

    /** What the machine makes of the group, if it is here. */
    public Optional<Score> score(Entrant entrant) {
        return isEmpty()
                ? Optional.empty()
                : scores.stream()
                        .filter(score -> score.entrant().equals(entrant))
                        .findFirst();
    }

    /** A figure as a multiple of the reference's. */
    public double relative(Score score, ToDoubleFunction<Score> figure) {
        return figure.applyAsDouble(score) / figure.applyAsDouble(reference());
    }

    /** The geometric mean over single layers of a figure relative to the reference's; of layers where both have some. */
    double geometricMean(Score score, ToDoubleFunction<Score> figure) {
        return Math.exp(layers.stream()
                .mapToDouble(layer -> {
                    double own = of(score, layer, figure);
                    double others = of(reference(), layer, figure);
                    return Math.log(own / others);
                })
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN));
    }

    private static double of(Score score, NetworkLayer layer, ToDoubleFunction<Score> figure) {
        return Score.of(score.entrant(), layer.name())
                .map(figure::applyAsDouble)
                .orElse(Double.NaN);
    }
}
