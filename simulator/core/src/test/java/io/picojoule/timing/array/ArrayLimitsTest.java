package io.picojoule.timing.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.hardware.Buses;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.timing.array.fast.FastArray;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Do passes take what pencil and paper say, where all but one thing is as good as without bounds? */
class ArrayLimitsTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int CASES = 600;
    private static final int PLENTY = 2_000;
    /** From the cycle in which a partial sum is sent until it can be used. */
    private static final int PIPELINE_CYCLES = 3;

    private static final ProcessingElement DEEP =
            new ProcessingElement(PLENTY, PLENTY, PLENTY, OptionalInt.empty(), PLENTY, ZeroInputs.COMPUTE);

    /** On these buses and deep stores, all passes together lie between the sums of what a pass takes at least and at most. */
    private static void passesAreBetween(
            Buses buses, ToLongFunction<PassGeometry> atLeast, ToLongFunction<PassGeometry> atMost) {
        RandomCases cases = new RandomCases(SEED);
        for (int number = 0; number < CASES; number++) {
            RandomCase generated = cases.make(number);
            ArrayJob job = Variation.withElement(Variation.withBuses(generated.job(), buses), DEEP);
            long least = 0;
            long most = 0;
            for (PassSequence.Kind kind : job.passes().kinds()) {
                least += kind.count() * atLeast.applyAsLong(kind.geometry());
                most += kind.count() * atMost.applyAsLong(kind.geometry());
            }
            assertThat(FastArray.time(job).computeCycles())
                    .as(buses + " and deep stores instead of those of " + generated.description())
                    .isBetween(least, most);
        }
    }

    /** MACs, and so cycles, of a step; the weights of an element are as many. */
    private static long macsOfStep(PassGeometry pass) {
        return (long) pass.filtersOf(0) * pass.channelsOf(0) * pass.filterColumns();
    }

    private static long macs(PassGeometry pass) {
        return pass.steps() * macsOfStep(pass);
    }

    /** An element takes an input a cycle: no more than it has MACs, but for the gaps of a dilated window. */
    private static long inputsOfElement(PassGeometry pass) {
        boolean dilated = pass.spanWidth() > pass.filterColumns();
        return dilated ? (long) pass.images() * pass.sentColumns() * pass.channelsOf(0) : 0;
    }

    private static long window(PassGeometry pass) {
        return (long) pass.channelsOf(0) * pass.spanWidth();
    }

    private static long chain(PassGeometry pass) {
        return (long) pass.chainRows() * (pass.filtersOf(0) + PIPELINE_CYCLES);
    }

    @Test
    void onWideBuses_aPassIsItsMacs_withinFillAndDrain() {
        passesAreBetween(
                new Buses(PLENTY, PLENTY, PLENTY, PLENTY),
                pass -> macsOfStep(pass) + 1 + macs(pass) + PIPELINE_CYCLES,
                pass -> macsOfStep(pass) + 1 + window(pass) + macs(pass) + inputsOfElement(pass) + chain(pass) + 1);
    }

    @Test
    void onASlowInputBus_aPassIsItsInputs_thenItsLastMacs() {
        passesAreBetween(
                new Buses(1, PLENTY, PLENTY, PLENTY),
                pass -> macsOfStep(pass) + Math.max(pass.inputWords(), macs(pass)) + 1,
                pass -> macsOfStep(pass) + 1 + pass.inputWords() + macs(pass) + chain(pass) + 1);
    }

    @Test
    void onASlowWeightBus_aPassIsItsWeights_thenItsMacs() {
        passesAreBetween(
                new Buses(PLENTY, 1, PLENTY, PLENTY),
                pass -> pass.weightWords() + 1 + macs(pass) + PIPELINE_CYCLES,
                pass -> pass.weightWords() + 1 + window(pass) + macs(pass) + inputsOfElement(pass) + chain(pass) + 1);
    }

    @Test
    void onSlowPartialSumBuses_aPassIsItsPartialSums_orItsMacs() {
        passesAreBetween(
                new Buses(PLENTY, PLENTY, 1, PLENTY),
                pass -> Math.max(pass.takesPartialSums() ? pass.partialSumWords() : 0, macs(pass)),
                pass -> macsOfStep(pass)
                        + 1
                        + window(pass)
                        + macs(pass)
                        + inputsOfElement(pass)
                        + chain(pass)
                        + 1
                        + (pass.takesPartialSums() ? pass.partialSumWords() : 0));
        passesAreBetween(
                new Buses(PLENTY, PLENTY, PLENTY, 1),
                pass -> macsOfStep(pass) + Math.max(pass.partialSumWords(), macs(pass)),
                pass -> macsOfStep(pass)
                        + 1
                        + window(pass)
                        + macs(pass)
                        + inputsOfElement(pass)
                        + chain(pass)
                        + 1
                        + pass.partialSumWords());
    }
}
