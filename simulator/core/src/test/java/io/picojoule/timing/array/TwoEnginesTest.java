package io.picojoule.timing.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.array.detailed.DetailedArray;
import io.picojoule.timing.array.fast.FastArray;
import org.junit.jupiter.api.Test;

/**
 * The fast engine against the detailed one: the same cycles, the same causes, the same counts, to the last one. {@code
 * scripts/test-engines} runs many more cases.
 */
class TwoEnginesTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int CASES = Integer.getInteger("picojoule.cases", 2_000);
    /** Only this case, if given. */
    private static final int CASE = Integer.getInteger("picojoule.case", -1);

    @Test
    void engines_agree_onGeneratedCases() {
        RandomCases cases = new RandomCases(SEED);
        int first = CASE < 0 ? 0 : CASE;
        int end = CASE < 0 ? CASES : CASE + 1;
        for (int number = first; number < end; number++) {
            RandomCase generated = cases.make(number);
            LayerTiming detailed = DetailedArray.run(generated.job()).timing();
            LayerTiming fast = FastArray.time(generated.job());
            if (!fast.equals(detailed)) {
                assertThat(TimingText.of(fast))
                        .as("fast engine (expected is the detailed one) in " + generated.description())
                        .isEqualTo(TimingText.of(detailed));
            }
        }
    }
}
