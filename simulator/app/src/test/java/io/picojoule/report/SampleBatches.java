package io.picojoule.report;

import io.picojoule.energy.EnergyTable;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.SkippedLayer;
import io.picojoule.timing.Resource;
import io.picojoule.workload.NetworkLayer;
import java.util.ArrayList;
import java.util.List;

/** The sample network with several batches, made by hand: conv1 and the second convolution take more time the larger the batch is. */
public final class SampleBatches {
    private static final int CONV = 0;
    private static final int HOSTILE = 2;

    private SampleBatches() {}

    /** Batches 1, 4 and 16, not in order. From 1 to 16 throughput doubles. */
    public static Batches of(EnergyTable.Unit unit) {
        return batches(
                run(unit, 16, 8_000_000, List.of(CONV, HOSTILE)),
                run(unit, 1, 1_000_000, List.of(CONV, HOSTILE)),
                run(unit, 4, 3_000_000, List.of(CONV, HOSTILE)));
    }

    /** Batch 1 ran both convolutions, batches 4 and 16 the first of them, and 64 none. */
    public static Batches withMissingLayers() {
        return batches(
                run(EnergyTable.Unit.PICOJOULE, 1, 1_000_000, List.of(CONV, HOSTILE)),
                run(EnergyTable.Unit.PICOJOULE, 4, 3_000_000, List.of(CONV)),
                run(EnergyTable.Unit.PICOJOULE, 16, 8_000_000, List.of(CONV)),
                run(EnergyTable.Unit.PICOJOULE, 64, 1, List.of()));
    }

    private static Batches batches(RunResult... runs) {
        List<Batches.Run> all = new ArrayList<>();
        for (RunResult run : runs) {
            Report report = new Report(run, SampleRuns.provenance(), 4, List.of(), "Nothing is published.");
            all.add(new Batches.Run(report, "../b" + run.batch() + "/report.html"));
        }
        return new Batches("pj run chip net --batch 1,4,16", all);
    }

    private static RunResult run(EnergyTable.Unit unit, int batch, long cyclesOfALayer, List<Integer> ran) {
        RunResult sample = SampleRuns.run(unit);
        List<LayerResult> layers = new ArrayList<>();
        List<SkippedLayer> skipped = new ArrayList<>(
                List.of(new SkippedLayer(sample.network().layers().get(1), false, "no unit for max-pool")));
        for (int index : List.of(CONV, HOSTILE)) {
            NetworkLayer layer = sample.network().layers().get(index);
            if (ran.contains(index)) {
                layers.add(SampleRuns.layer(layer, cyclesOfALayer, cyclesOfALayer / 10, Resource.DRAM));
            } else {
                skipped.add(new SkippedLayer(layer, true, SampleRuns.REASON));
            }
        }
        return new RunResult(
                sample.machine(),
                sample.network(),
                batch,
                sample.seed(),
                sample.engine(),
                sample.energyTable(),
                layers,
                skipped,
                List.of());
    }
}
