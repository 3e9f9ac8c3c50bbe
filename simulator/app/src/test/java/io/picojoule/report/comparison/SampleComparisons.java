package io.picojoule.report.comparison;

import io.picojoule.energy.EnergyTable;
import io.picojoule.energy.TechnologyNode;
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
import java.util.Optional;
import java.util.Set;

/** Machines made by hand: {@code chip} of {@link SampleRuns}, one that is twice as fast and does everything, and one that does nothing. */
public final class SampleComparisons {
    public static final String COMMAND = "pj compare chip fast --workload net --batch 4";

    private static final Terms TERMS = Terms.of(COMMAND);

    private SampleComparisons() {}

    /** The chip, which does not fit fc6, and the fast machine. */
    public static Comparison two() {
        return Comparison.of(List.of(chip(), fast("fast")), TERMS);
    }

    /** Beside them a machine that ran nothing. */
    public static Comparison withNone() {
        return Comparison.of(List.of(chip(), fast("fast"), none()), TERMS);
    }

    /** As if more ran together in the same time. */
    public static Comparison ofBatch(int batch) {
        RunResult run = fast("fast").run();
        RunResult more = new RunResult(
                run.machine(),
                run.network(),
                batch,
                run.seed(),
                run.engine(),
                run.energyTable(),
                run.layers(),
                run.skipped(),
                run.notes());
        Report report = new Report(more, SampleRuns.provenance(), 4, List.of(), "");
        return Comparison.of(List.of(new Entrant("fast", "fast", report)), TERMS);
    }

    /** Against the fast machine. */
    public static Comparison againstFast() {
        return Comparison.of(List.of(chip(), fast("fast")), new Terms(COMMAND, Optional.of("fast"), Optional.empty()));
    }

    /** The chip, priced at 65 nm and once in MACs, with joules at 45 nm as well. */
    public static Comparison atNode() {
        Terms terms = new Terms(COMMAND, Optional.empty(), TechnologyNode.of("45 nm"));
        Entrant normalised = new Entrant("normalised", "normalised", SampleRuns.normalised());
        return Comparison.of(List.of(chip(), normalised), terms);
    }

    /** The chip with a value that is not known well: at its low end all takes half of the time, at its high end nothing runs. */
    public static Comparison withRange() {
        Report fast = fast("fast").report();
        Report nothing = none().report();
        Sensitivity sensitivity = new Sensitivity(
                Sensitivity.Document.ACCELERATOR,
                "memory.dram.bandwidth",
                "480 MB/s",
                "240 MB/s",
                "1 GB/s",
                "assumed: " + SampleRuns.HOSTILE,
                fast,
                nothing);
        return Comparison.of(List.of(new Entrant("chip", "chip", SampleRuns.report(), List.of(sensitivity))), TERMS);
    }

    /** The chip, and one that is a hundred times as fast. */
    public static Comparison farApart() {
        return Comparison.of(List.of(chip(), entrant("far", faster(100), Set.of())), TERMS);
    }

    /** The chip against one whose name is HTML. */
    public static Comparison hostile() {
        return Comparison.of(List.of(chip(), fast(SampleRuns.HOSTILE)), TERMS);
    }

    /** The same chip, once in picojoules and once in MACs. */
    public static Comparison mixed() {
        return Comparison.of(List.of(chip(), new Entrant("normalised", "normalised", SampleRuns.normalised())), TERMS);
    }

    public static Comparison nothing() {
        return Comparison.of(List.of(none()), TERMS);
    }

    static Entrant chip() {
        return new Entrant("chip", "chip", SampleRuns.report());
    }

    /** Each layer with MACs in half the cycles. */
    static Entrant fast(String label) {
        return entrant(label, faster(2), Set.of());
    }

    private static List<LayerResult> faster(int times) {
        List<LayerResult> layers = new ArrayList<>();
        for (NetworkLayer layer : SampleRuns.network().layers()) {
            long cycles = (layer.name().equals("conv1") ? 3_300_000 : 7_840_000) / times;
            if (layer.macs() > 0) {
                layers.add(SampleRuns.layer(layer, cycles, 0, Resource.DRAM));
            }
        }
        return layers;
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
