package io.picojoule.timing.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.timing.Cause;
import io.picojoule.timing.array.detailed.DetailedArray;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The numbers that the detailed engine moves are those of the layer. */
class DetailedArrayTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);

    @Test
    void outputs_equalThoseOfThePlainLoopNest_onGeneratedCases() {
        RandomCases cases = new RandomCases(SEED);
        for (int number = 0; number < 400; number++) {
            RandomCase generated = cases.make(number);
            int[] expected = ReferenceConvolution.outputs(generated.layer().nest(), generated.layer());
            assertThat(DetailedArray.run(generated.job()).outputs())
                    .as(generated.description())
                    .isEqualTo(expected);
        }
    }

    @Test
    void generatedCases_holdEveryCauseOfWaiting() {
        RandomCases cases = new RandomCases(SEED);
        Set<Cause> found = EnumSet.noneOf(Cause.class);
        for (int number = 0; number < 400; number++) {
            found.addAll(DetailedArray.run(cases.make(number).job())
                    .timing()
                    .elementCycles()
                    .keySet());
        }
        Set<Cause> ofRowStationaryArrays = EnumSet.range(Cause.BUSY, Cause.IMBALANCE);
        ofRowStationaryArrays.remove(Cause.WEIGHT_BUS);
        assertThat(found).isEqualTo(ofRowStationaryArrays);
    }
}
