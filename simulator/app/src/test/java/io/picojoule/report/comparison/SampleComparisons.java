package io.picojoule.report.comparison;

import io.picojoule.energy.EnergyTable;
import io.picojoule.report.Provenance;
import io.picojoule.report.Report;
import io.picojoule.report.SampleRuns;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.SkippedLayer;
import io.picojoule.timing.Resource;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Machines made by hand: {@code chip} of {@link SampleRuns}, one that is twice as fast and does everything, and one that does nothing. */
public final class SampleComparisons {
    public static final String COMMAND = "pj compare chip fast --workload net --batch 4";

    private SampleComparisons() {}

    /** The chip, which does not fit fc6, and the fast machine. */
    public static Comparison two() {
        return Comparison.of(List.of(chip(), fast("fast")), COMMAND);
    }

    /** Beside them a machine that ran nothing. */
    public static Comparison withNone() {
        return Comparison.of(List.of(chip(), fast("fast"), none()), COMMAND);
    }

    /** The same chip, once in picojoules and once in MACs. */
    public static Comparison mixed() {
        return Comparison.of(
                List.of(chip(), new Entrant("normalised", "normalised", SampleRuns.normalised())), COMMAND);
    }

    public static Comparison nothing() {
        return Comparison.of(List.of(none()), COMMAND);
    }

    static Entrant chip() {
        return new Entrant("chip", "chip", SampleRuns.report());
    }

    /** Each layer with MACs in half the cycles. */
    static Entrant fast(String label) {
        List<LayerResult> layers = new ArrayList<>();
        for (NetworkLayer layer : SampleRuns.network().layers()) {
            long cycles = layer.name().equals("conv1") ? 1_650_000 : 3_920_000;
            if (layer.macs() > 0) {
                layers.add(SampleRuns.layer(layer, cycles, 0, Resource.DRAM));
            }
        }
        return entrant(label, layers, Set.of());
    }

    static Entrant none() {
        return entrant("none", List.of(), Set.of("conv1", SampleRuns.HOSTILE, "fc6"));
    }

    private static Entrant entrant(String label, List<LayerResult> layers, Set<String> infeasible) {
        Network network = SampleRuns.network();
        List<SkippedLayer> skipped = network.layers().stream()
                .filter(layer -> layers.stream().noneMatch(ran -> ran.name().equals(layer.name())))
                .map(layer -> new SkippedLayer(layer, infeasible.contains(layer.name()), SampleRuns.REASON))
                .toList();
        RunResult chip = SampleRuns.run(EnergyTable.Unit.PICOJOULE);
        RunResult run = new RunResult(
                chip.machine(),
                network,
                chip.batch(),
                chip.seed(),
                chip.engine(),
                chip.energyTable(),
                layers,
                skipped,
                List.of());
        Provenance provenance = SampleRuns.provenance();
        return new Entrant(label, label, new Report(run, provenance, 4, List.of(), ""));
    }
}
