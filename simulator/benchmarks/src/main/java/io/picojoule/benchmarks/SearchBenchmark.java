package io.picojoule.benchmarks;

import io.picojoule.config.Configurations;
import io.picojoule.energy.EnergyModel;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Dataflow;
import io.picojoule.mapping.Dataflows;
import io.picojoule.mapping.MappingFamily;
import io.picojoule.search.MappingSearch;
import io.picojoule.search.Objective;
import io.picojoule.search.SearchResult;
import io.picojoule.timing.array.ArrayEstimate;
import io.picojoule.timing.array.ArrayEstimator;
import io.picojoule.timing.array.ArrayJob;
import io.picojoule.timing.array.GatedMacs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The search for mappings of AlexNet's third layer, batch 4, on the Eyeriss chip, as it is and were it wired for other dataflows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SearchBenchmark {
    @Param({
        "row-stationary",
        "weight-stationary",
        "output-stationary",
        "output-stationary-moc-mop",
        "input-stationary",
        "no-local-reuse"
    })
    public String dataflow = "row-stationary";

    private final ArrayJob job = Jobs.alexnet(4).get(2);
    private final SpatialArray machine = job.machine();
    private final EnergyModel energy = new EnergyModel(
            Configurations.at(Path.of("."), Optional.empty())
                    .energyTable(machine.energyTable())
                    .value(),
            machine,
            job.words());
    private final MappingSearch search = new MappingSearch(machine, job.words(), energy, Objective.EDP, job.data());
    private final ArrayEstimator estimator = new ArrayEstimator(machine, job.words(), ArrayEstimate.Packing.NONE);
    private Dataflow named = Dataflows.all().get(0);
    private List<MappingFamily> families = List.of();

    @Setup
    public void prepare() {
        named = Dataflows.named(dataflow).orElseThrow();
        families = named.families(job.passes().nest(), machine, job.words());
    }

    /** Candidates whose cost was estimated, on one core: every mapping that fits, none cut. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Weighed {
        public long candidates;
    }

    @Benchmark
    public double everyCandidate(Weighed weighed) {
        double[] sum = {0};
        for (MappingFamily family : families) {
            GatedMacs gated = GatedMacs.of(machine, family.ideal(), job.data());
            family.layouts(layout -> layout.tilings(passes -> {
                sum[0] += energy.total(estimator.estimate(passes, gated).activity());
                weighed.candidates++;
            }));
        }
        return sum[0];
    }

    /** To the proven best, on all cores. */
    @Benchmark
    public SearchResult provenBest() {
        return search.search(job.passes().nest(), named, 1, () -> false);
    }
}
