package io.picojoule.timing.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.hardware.ZeroInputs;
import io.picojoule.timing.array.fast.FastArray;
import io.picojoule.timing.array.fast.LeastCycles;
import org.junit.jupiter.api.Test;

/** Is what a layer takes at least never more than what it takes? A search that skips what it rules out would miss the best. */
class LeastCyclesTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int CASES = 6_000;

    @Test
    void noLayer_takesLess_onGeneratedCases() {
        RandomCases cases = new RandomCases(SEED);
        int compared = 0;
        double closeness = 0;
        for (int number = 0; number < CASES; number++) {
            RandomCase generated = cases.make(number);
            ArrayJob job = generated.job();
            if (job.machine().processingElement().zeroInputs() != ZeroInputs.SKIP) {
                long least = LeastCycles.of(job);
                long taken = FastArray.time(job).cycles();
                assertThat(least).as("case " + number + " of seed " + SEED).isLessThanOrEqualTo(taken);
                closeness += (double) least / taken;
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(CASES / 3);
        assertThat(closeness / compared).as("how close it is").isGreaterThan(0.7);
    }
}
