package io.picojoule.simulation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.Configured;
import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.workload.Network;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import org.junit.jupiter.api.Test;

/** Are results that contradict themselves found? Sound results are bent, one law at a time. */
class InvariantsTest {
    private static final SpatialArray MACHINE = Runs.CHIP.withMemory(
            Runs.CHIP.memory().withDram(Runs.CHIP.memory().dram().withCompression(Dram.Compression.NONE)));
    private static final RunRequest REQUEST = Runs.request(MACHINE, Configured.network("alexnet", "conv3"), 1);
    private static final LayerResult SOUND = Simulator.run(REQUEST).layers().get(0);
    private static final WordWidths WORDS = MACHINE.words();

    private static void violates(LayerResult result, RunRequest request, WordWidths words, String message) {
        assertThatThrownBy(() -> Invariants.check(result, request, words))
                .isInstanceOf(InvariantViolation.class)
                .hasMessageContaining(message);
    }

    private static LayerResult with(long macs, Roofline roofline) {
        return new LayerResult(
                SOUND.layer(),
                macs,
                SOUND.words(),
                SOUND.macsPerLaneCycle(),
                SOUND.timing(),
                SOUND.energy(),
                roofline,
                SOUND.mapping(),
                SOUND.mappingOrigin(),
                SOUND.search(),
                SOUND.sparse(),
                0);
    }

    private static LayerResult with(LayerResult result, Activity activity) {
        return new LayerResult(
                result.layer(),
                result.macs(),
                result.words(),
                result.macsPerLaneCycle(),
                result.timing().withActivity(activity),
                result.energy(),
                result.roofline(),
                result.mapping(),
                result.mappingOrigin(),
                result.search(),
                result.sparse(),
                0);
    }

    @Test
    void aSoundResult_passes() {
        assertThatCode(() -> Invariants.check(SOUND, REQUEST, WORDS)).doesNotThrowAnyException();
    }

    @Test
    void macsThatWereNotDone() {
        violates(with(7, SOUND.roofline()), REQUEST, WORDS, "MACs where the layer has 7");
    }

    @Test
    void moreMacsSwitchedOffThanThereAre() {
        Activity activity = SOUND.timing().activity().withMacs(SOUND.macs(), SOUND.macs() + 1, 0);
        violates(
                with(SOUND, activity),
                REQUEST,
                WORDS,
                "gates " + (SOUND.macs() + 1) + " and skips 0 of " + SOUND.macs());
    }

    @Test
    void moreThanTheRoof() {
        Roofline roofline = SOUND.roofline();
        Roofline above = new Roofline(
                roofline.peakOperationsPerSecond(),
                roofline.roofOperationsPerSecond() * 1.001,
                roofline.dramIntensity(),
                roofline.bufferIntensity(),
                roofline.dramBytesPerSecond(),
                roofline.bufferBytesPerSecond());
        violates(with(SOUND.macs(), above), REQUEST, WORDS, "above its roof of");
    }

    @Test
    void moreThanTheBandwidth() {
        SpatialArray slower = Configured.machine("eyeriss", "memory.dram.bandwidth=1 MB/s");
        violates(SOUND, Runs.request(slower, REQUEST.network(), 1), WORDS, "above its bandwidth");
    }

    @Test
    void tensorsThatCrossedDramOnlyInTheFirstStep() {
        Network network = Configured.network("hopfield-1024", "memory/recurrent");
        RunRequest request = Runs.request(MACHINE, network, 1);
        LayerResult tenSteps = Simulator.run(request).layers().get(0);
        Activity activity = new Activity.Builder()
                .add(tenSteps.timing().activity())
                .bits(Action.READ, Operand.WEIGHT, Level.DRAM, -1)
                .build();
        long bits = 10L * 1024 * 1024 * 16;
        violates(
                with(tenSteps, activity),
                request,
                WORDS,
                "fetches " + (bits - 1) + " bits of weights where there are " + bits);
    }

    @Test
    void tensorsThatDidNotCrossDram() {
        violates(SOUND, REQUEST, new WordWidths(16, 64, 16, 16), "bits of weights where there are");
        violates(SOUND, REQUEST, new WordWidths(16, 16, 16, 15), "bits of outputs where there are");
        violates(SOUND, REQUEST, new WordWidths(64, 16, 16, 16), "bits of inputs where");
    }
}
