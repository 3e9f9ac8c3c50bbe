package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.Configured;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.timing.Engine;
import io.picojoule.workload.Network;
import io.picojoule.workload.SplitMix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Has a run of a sweep the result that it has alone, whatever ran before it or runs beside it, however much is forgotten? */
class SharedResultsTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int POINTS = 40;
    private static final Network ALEXNET = Configured.network("alexnet");
    private static final GivenMappings GIVEN = Configured.mappings("eyeriss-alexnet", ALEXNET);

    /** Machines of a sweep: many differ from another in little or in nothing but the energy table's name. */
    private static SpatialArray machine(SplitMix random, String dataflow) {
        return Configured.machine(
                "eyeriss",
                "dataflow=" + dataflow,
                "array.rows=" + (10 + 2 * random.nextInt(2)),
                "array.columns=" + (12 + 2 * random.nextInt(2)),
                "buses.input=" + (1 + random.nextInt(2)) + " words/cycle",
                "processing-element.zero-inputs="
                        + List.of("gate", "gate", "compute", "skip").get(random.nextInt(4)),
                "memory.dram.bandwidth=" + (300 + 100 * random.nextInt(3)) + " MB/s",
                "memory.dram.overlaps=" + (random.nextInt(2) == 0 ? "[weight]" : "[input, weight, output]"),
                "memory.dram.compression=" + (random.nextInt(2) == 0 ? "none" : "run-length"),
                "memory.global-buffer.capacity=" + (80 + 28 * random.nextInt(2)) + " KiB",
                "price=" + (1 + random.nextInt(2)) + " USD");
    }

    private static List<RunRequest> requests() {
        SplitMix random = SplitMix.named(SEED, "shared");
        RandomLayers layers = new RandomLayers(random);
        List<Network> networks = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            networks.add(layers.next());
        }
        List<RunRequest> requests = new ArrayList<>();
        for (int number = 0; number < POINTS; number++) {
            boolean given = random.nextInt(4) == 0;
            String dataflow = given || random.nextInt(3) > 0 ? "row-stationary" : "weight-stationary";
            requests.add(new RunRequest(
                    machine(random, dataflow),
                    given ? ALEXNET : networks.get(random.nextInt(networks.size())),
                    Configured.energyTable(random.nextInt(2) == 0 ? "45nm" : "tsmc-65nm"),
                    1 + random.nextInt(2),
                    given ? GIVEN : GivenMappings.NONE,
                    Objective.values()[random.nextInt(Objective.values().length)],
                    Engine.FAST,
                    SEED));
        }
        return requests;
    }

    private static RunResult run(RunRequest request, SharedResults shared) {
        return Simulator.run(request, RunProgress.NONE, SearchTime.UNLIMITED, shared);
    }

    private static void isTheSame(RunResult shared, RunResult alone, int number) {
        String point = "point " + number + " of seed " + SEED;
        assertThat(shared.skipped()).as(point).isEqualTo(alone.skipped());
        assertThat(shared.notes()).as(point).isEqualTo(alone.notes());
        assertThat(shared.layers()).as(point).hasSameSizeAs(alone.layers());
        for (int layer = 0; layer < alone.layers().size(); layer++) {
            LayerResult one = shared.layers().get(layer);
            LayerResult other = alone.layers().get(layer);
            assertThat(one.mapping()).as(point).isEqualTo(other.mapping());
            assertThat(one.timing()).as(point).isEqualTo(other.timing());
            assertThat(one.energy()).as(point).isEqualTo(other.energy());
            assertThat(one.roofline()).as(point).isEqualTo(other.roofline());
            assertThat(one.mappingOrigin()).as(point).isEqualTo(other.mappingOrigin());
            assertThat(one.search().map(search -> search.candidates() + ", " + search.gap()))
                    .as(point)
                    .isEqualTo(other.search().map(search -> search.candidates() + ", " + search.gap()));
        }
    }

    @Test
    void aPointOfASweep_isWhatItIsAlone() {
        List<RunRequest> requests = requests();
        List<RunResult> alone = requests.stream().map(Simulator::run).toList();
        SharedResults large = new SharedResults();
        SharedResults small = new SharedResults(8);
        List<RunResult> after =
                requests.stream().map(request -> run(request, large)).toList();
        List<RunResult> beside =
                requests.parallelStream().map(request -> run(request, large)).toList();
        List<RunResult> forgetful =
                requests.parallelStream().map(request -> run(request, small)).toList();
        IntStream.range(0, requests.size()).forEach(number -> {
            isTheSame(after.get(number), alone.get(number), number);
            isTheSame(beside.get(number), alone.get(number), number);
            isTheSame(forgetful.get(number), alone.get(number), number);
        });
    }
}
