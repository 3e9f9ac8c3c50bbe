package io.picojoule.timing.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.hardware.Buses;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Does a pass take what pencil and paper say, where all but one thing is as good as without bounds? */
class ArrayLimitsTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int CASES = 600;
    private static final int PLENTY = 2_000;

    private static final ProcessingElement DEEP =
            new ProcessingElement(PLENTY, PLENTY, PLENTY, OptionalInt.empty(), PLENTY, ZeroInputs.COMPUTE);

    /** Each kind of pass of generated jobs on deep stores and these buses. */
    private interface Question {
        void ask(PassGeometry geometry, long cycles, String name);
    }

    private static void forAll(Buses buses, Question question) {
        RandomCases cases = new RandomCases(SEED);
        for (int number = 0; number < CASES; number++) {
            RandomCase generated = cases.make(number);
            ArrayJob job = Variation.withElement(Variation.withBuses(generated.job(), buses), DEEP);
            for (PassSequence.Kind kind : job.passes().kinds()) {
                long cycles = FastPass.time(kind.geometry(), job.machine()).cycles();
                question.ask(kind.geometry(), cycles, kind.geometry() + " in " + generated.description());
            }
        }
    }

    private static long macsOfElement(PassGeometry geometry) {
        return (long) geometry.filtersOf(0) * geometry.channelsOf(0) * geometry.filterColumns();
    }

    @Test
    void withUnboundedBuses_aPassIsItsMacsWithinFillAndDrain() {
        forAll(new Buses(PLENTY, PLENTY, PLENTY, PLENTY), (geometry, cycles, name) -> {
            long weights = macsOfElement(geometry);
            long window = (long) geometry.channelsOf(0) * geometry.spanWidth();
            long macs = geometry.steps() * macsOfElement(geometry);
            // An element takes an input a cycle: no more than it has MACs, but for the gaps of a dilated window.
            boolean dilated = geometry.spanWidth() > geometry.filterColumns();
            long inputs = dilated ? (long) geometry.images() * geometry.sentColumns() * geometry.channelsOf(0) : 0;
            long chain = (long) geometry.chainRows() * (geometry.filtersOf(0) + FastPass.PIPELINE_CYCLES);
            assertThat(cycles)
                    .as(name)
                    .isGreaterThanOrEqualTo(weights + 1 + macs + FastPass.PIPELINE_CYCLES)
                    .isLessThanOrEqualTo(weights + 1 + window + macs + inputs + chain + 1);
        });
    }

    @Test
    void withASlowOutgoingBus_aPassIsItsPartialSums() {
        forAll(new Buses(PLENTY, PLENTY, PLENTY, 1), (geometry, cycles, name) -> {
            long sums = geometry.partialSumWords();
            long othersAtMost = macsOfElement(geometry) * (1L + geometry.steps());
            assertThat(cycles).as(name).isGreaterThan(sums);
            if (geometry.filters() * geometry.outputRows() > 2 * macsOfElement(geometry)) {
                assertThat(cycles).as(name).isLessThan(2 * sums + othersAtMost + 10L * geometry.chainRows() * (geometry.filtersOf(0) + 3));
            }
        });
    }

    @Test
    void withASlowInputBus_aPassIsItsInputs() {
        forAll(new Buses(1, PLENTY, PLENTY, PLENTY), (geometry, cycles, name) -> {
            long weights = macsOfElement(geometry);
            long inputs = geometry.inputWords();
            long step = macsOfElement(geometry);
            long chain = (long) geometry.chainRows() * (geometry.filtersOf(0) + FastPass.PIPELINE_CYCLES);
            assertThat(cycles)
                    .as(name)
                    .isGreaterThan(weights + inputs)
                    .isLessThanOrEqualTo(weights + 1 + inputs + geometry.steps() * step + chain + 1);
        });
    }

    @Test
    void withASlowWeightBus_theLoadIsEveryWeight() {
        forAll(new Buses(PLENTY, 1, PLENTY, PLENTY), (geometry, cycles, name) -> assertThat(cycles)
                .as(name)
                .isGreaterThan(geometry.weightWords() + geometry.steps() * macsOfElement(geometry)));
    }
}
