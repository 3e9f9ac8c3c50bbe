package io.picojoule.timing.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.Configured;
import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMapping;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.RowStationary;
import io.picojoule.timing.array.fast.FastArray;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.Operand;
import org.junit.jupiter.api.Test;

/** Is the estimate that a search goes by exact in its counts, and near in its cycles? */
class ArrayEstimateTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);

    @Test
    void counts_equalThoseOfTheEngine_whereNothingIsPacked() {
        RandomCases cases = new RandomCases(SEED);
        for (int number = 0; number < 600; number++) {
            RandomCase generated = cases.make(number);
            ArrayJob job = generated.job();
            Dram dram = job.machine().memory().dram();
            TransferSizes raw = Transfers.of(job.passes().grid(), dram, job.words(), job.data());
            Activity timed = FastArray.time(new ArrayJob(job.machine(), job.passes(), job.words(), job.data(), raw))
                    .activity();
            Activity estimated = new ArrayEstimator(job.machine(), job.words(), ArrayEstimate.Packing.NONE)
                    .estimate(job.passes(), GatedMacs.of(job.machine(), job.passes(), job.data()))
                    .activity();

            assertThat(estimated.macs()).as(generated.description()).isEqualTo(timed.macs());
            assertThat(estimated.gatedMacs()).as(generated.description()).isEqualTo(timed.gatedMacs());
            for (Level level : Level.values()) {
                for (Operand operand : Operand.values()) {
                    for (Action action : Action.values()) {
                        assertThat(estimated.bits(action, operand, level))
                                .as(action + " " + operand + " at " + level + " of " + generated.description())
                                .isEqualTo(timed.bits(action, operand, level));
                    }
                }
            }
        }
    }

    @Test
    void cycles_ofTheChipOnAlexNet_areNearThoseOfTheEngine() {
        SpatialArray chip = Configured.machine("eyeriss");
        Network network = Configured.network("alexnet");
        GivenMappings mappings = Configured.mappings("eyeriss-alexnet", network);
        for (NetworkLayer layer : network.layers()) {
            if (layer.loopNest(4).isEmpty()) {
                continue;
            }
            LoopNest nest = layer.loopNest(4).orElseThrow();
            GivenMapping.Parameters given =
                    (GivenMapping.Parameters) mappings.of(layer.name()).orElseThrow();
            LayerData data = LayerData.synthetic(nest, true, 1, 1, 1, layer.name(), 1);
            LoopNest used = given.flattened() ? nest.flattened() : nest;
            PassSequence passes = new PassSequence(RowStationary.mapping(used, given.parameters()));
            LayerData ofForm = given.flattened() ? data.flattened() : data;
            Dram unpacked = chip.memory().dram().withCompression(Dram.Compression.NONE);
            SpatialArray machine = chip.withMemory(chip.memory().withDram(unpacked));
            TransferSizes raw = Transfers.of(passes.grid(), unpacked, machine.words(), ofForm);
            long timed = FastArray.time(new ArrayJob(machine, passes, machine.words(), ofForm, raw))
                    .cycles();
            long estimated = new ArrayEstimator(machine, machine.words(), ArrayEstimate.Packing.NONE)
                    .estimate(passes, GatedMacs.NONE)
                    .cycles();
            assertThat((double) estimated / timed).as(layer.name()).isCloseTo(1, within(0.05));
        }
    }
}
