package io.picojoule.report.html;

import io.picojoule.report.Report;
import io.picojoule.report.SampleRuns;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.timing.Resource;
import io.picojoule.workload.Convolution;
import io.picojoule.workload.Layer;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Shape;
import io.picojoule.workload.Window;
import java.util.ArrayList;
import java.util.List;

/** The sample run with a deep network in place of its own: convolutions that take from 2 M to some 2 G cycles, in no order. */
final class ManyLayers {
    private static final long LEAST_CYCLES = 2_000_000;
    private static final int STEPS = 1009;
    private static final int STRIDE = 377;

    private ManyLayers() {}

    static Report of(int count) {
        List<Layer> convolutions = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            convolutions.add(new Convolution(LayerCommon.named("conv" + i), 64, Window.square(3, 1, 1), 1, true));
        }
        Network network = Network.resolve("deep", "a deep net", "made up", new Shape(64, 28, 28), convolutions)
                .network();
        List<LayerResult> layers = new ArrayList<>();
        for (NetworkLayer layer : network.layers()) {
            long cycles = LEAST_CYCLES * (1 + (long) layers.size() * STRIDE % STEPS);
            layers.add(SampleRuns.layer(layer, cycles, cycles / 10, Resource.COMPUTE));
        }
        RunResult run = SampleRuns.report().run();
        RunResult deep = new RunResult(
                run.machine(),
                network,
                run.batch(),
                run.seed(),
                run.engine(),
                run.energyTable(),
                layers,
                List.of(),
                List.of());
        return new Report(deep, SampleRuns.provenance(), count, List.of(), "Nothing is published.");
    }
}
