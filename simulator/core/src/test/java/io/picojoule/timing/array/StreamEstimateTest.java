package io.picojoule.timing.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.Configured;
import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Dataflows;
import io.picojoule.mapping.MappingFamily;
import io.picojoule.mapping.StreamDataflow;
import io.picojoule.mapping.StreamSequence;
import io.picojoule.timing.array.fast.FastStream;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Operand;
import io.picojoule.workload.SplitMix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Is the estimate of a streaming mapping exact in its counts, and near in its cycles? */
class StreamEstimateTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int CASES = 300;

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("io.picojoule.timing.array.StreamEnginesTest#dataflows")
    void counts_equalThoseOfTheEngine_whereNothingIsPacked(
            String name, StreamDataflow dataflow, Interconnect interconnect) {
        StreamCases cases = new StreamCases(SEED, dataflow, interconnect);
        for (int number = 0; number < CASES; number++) {
            StreamCases.Case generated = cases.make(number);
            StreamJob job = generated.job();
            Dram dram = job.machine().memory().dram();
            TransferSizes raw = Transfers.of(job.passes().grid(), dram, job.words(), job.data());
            Activity timed = FastStream.time(StreamJob.of(job.machine(), job.passes(), job.words(), job.data(), raw))
                    .activity();
            Activity estimated = estimate(job).activity();
            String what = name + ", " + generated.description();

            assertThat(estimated.macs()).as(what).isEqualTo(timed.macs());
            assertThat(estimated.gatedMacs()).as(what).isEqualTo(timed.gatedMacs());
            for (Level level : Level.values()) {
                for (Operand operand : Operand.values()) {
                    for (Action action : Action.values()) {
                        assertThat(estimated.bits(action, operand, level))
                                .as(action + " " + operand + " at " + level + " of " + what)
                                .isEqualTo(timed.bits(action, operand, level));
                    }
                }
            }
        }
    }

    private static ArrayEstimate estimate(StreamJob job) {
        return new ArrayEstimator(job.machine(), job.words(), ArrayEstimate.Packing.NONE)
                .estimate(job.passes(), GatedMacs.of(job.machine(), job.passes(), job.data()));
    }

    /** Some candidates of each layer: the estimate leaves out what only the order of transfers decides. */
    @Test
    void cycles_onAlexNet_areNearThoseOfTheEngine() {
        List<String> far = new ArrayList<>();
        double sum = 0;
        int compared = 0;
        double worst = 0;
        for (String machineName : List.of("eyeriss", "scale-sim-ws")) {
            for (String key : Dataflows.all().stream().map(each -> each.key()).toList()) {
                SpatialArray set = Configured.machine(machineName, "tiling=buffers");
                Dram unpacked = set.memory().dram().withCompression(Dram.Compression.NONE);
                SpatialArray machine =
                        set.withMemory(set.memory().withDram(unpacked)).withDataflow(key);
                if (!(Dataflows.named(key).orElseThrow() instanceof StreamDataflow dataflow)
                        || dataflow.obstacle(machine).isPresent()) {
                    continue;
                }
                for (NetworkLayer layer : Configured.network("alexnet").layers()) {
                    if (layer.loopNest(4).isEmpty() || layer.name().equals("fc6")) {
                        continue;
                    }
                    for (StreamSequence passes :
                            some(dataflow, layer.loopNest(4).orElseThrow(), machine)) {
                        LayerData data = LayerData.synthetic(passes.nest(), true, 1, 1, 1, layer.name(), 1);
                        StreamJob job = StreamJob.of(
                                machine,
                                passes,
                                machine.words(),
                                data,
                                Transfers.of(passes.grid(), unpacked, machine.words(), data));
                        double error = (double) estimate(job).cycles()
                                        / FastStream.time(job).cycles()
                                - 1;
                        compared++;
                        sum += Math.abs(error);
                        worst = Math.max(worst, Math.abs(error));
                        if (Math.abs(error) > 0.15) {
                            far.add(machineName + " " + key + " " + layer.name() + " " + error + "\n"
                                    + passes.mapping());
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(50);
        assertThat(sum / compared).as("mean error").isLessThan(0.01);
        assertThat(far)
                .as("of " + compared + "; mean error " + sum / compared + ", worst " + worst)
                .isEmpty();
    }

    private static List<StreamSequence> some(StreamDataflow dataflow, LoopNest nest, SpatialArray machine) {
        SplitMix random = SplitMix.named(SEED, dataflow.key() + nest);
        List<MappingFamily> families = dataflow.families(nest, machine, machine.words());
        List<StreamSequence> some = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<StreamSequence> candidates = new ArrayList<>();
            families.get(random.nextInt(families.size()))
                    .layouts(layout -> layout.tilings(passes -> candidates.add((StreamSequence) passes)));
            if (!candidates.isEmpty()) {
                StreamSequence chosen = candidates.get(random.nextInt(candidates.size()));
                if (chosen.passes() < 100_000) {
                    some.add(chosen);
                }
            }
        }
        return some;
    }
}
