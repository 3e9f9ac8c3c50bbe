package io.picojoule.timing.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.hardware.Interconnect;
import io.picojoule.mapping.InputStationary;
import io.picojoule.mapping.NoLocalReuse;
import io.picojoule.mapping.OutputStationary;
import io.picojoule.mapping.OutputStationaryMocMop;
import io.picojoule.mapping.OutputStationaryMocSop;
import io.picojoule.mapping.OutputStationarySocMop;
import io.picojoule.mapping.StreamDataflow;
import io.picojoule.mapping.WeightStationary;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.array.detailed.DetailedRun;
import io.picojoule.timing.array.detailed.DetailedStream;
import io.picojoule.timing.array.fast.FastStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Arrays past which words stream: do the two engines agree to the last cycle and count, and do the detailed one's numbers equal plain
 * arithmetic? {@code scripts/test-engines} runs many more cases.
 */
class StreamEnginesTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int CASES = Integer.getInteger("picojoule.cases", 2_000);
    /** Only this case, if given. */
    private static final int CASE = Integer.getInteger("picojoule.case", -1);

    static Stream<Arguments> dataflows() {
        List<StreamDataflow> anywhere = List.of(new WeightStationary(), new OutputStationary(), new InputStationary());
        List<StreamDataflow> onBuses = List.of(
                new OutputStationarySocMop(),
                new OutputStationaryMocMop(),
                new OutputStationaryMocSop(),
                new NoLocalReuse());
        return Stream.of(
                        anywhere.stream()
                                .map(dataflow -> Arguments.of(dataflow.key(), dataflow, Interconnect.SYSTOLIC)),
                        Stream.concat(anywhere.stream(), onBuses.stream())
                                .map(dataflow -> Arguments.of(dataflow.key(), dataflow, Interconnect.MULTICAST)),
                        Stream.of(Arguments.of("no-local-reuse", new NoLocalReuse(), Interconnect.ADDER_TREE)))
                .flatMap(each -> each);
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("dataflows")
    void engines_agree_andOutputsAreThoseOfThePlainLoopNest(
            String name, StreamDataflow dataflow, Interconnect interconnect) {
        StreamCases cases = new StreamCases(SEED, dataflow, interconnect);
        int first = CASE < 0 ? 0 : CASE;
        int end = CASE < 0 ? CASES : CASE + 1;
        for (int number = first; number < end; number++) {
            StreamCases.Case generated = cases.make(number);
            DetailedRun detailed = DetailedStream.run(generated.job());
            LayerTiming fast = FastStream.time(generated.job());
            if (!fast.equals(detailed.timing())) {
                assertThat(TimingText.of(fast))
                        .as("fast engine (expected is the detailed one) in " + name + ", " + generated.description())
                        .isEqualTo(TimingText.of(detailed.timing()));
            }
            assertThat(detailed.outputs())
                    .as(name + ", " + generated.description())
                    .isEqualTo(ReferenceConvolution.outputs(generated.layer().nest(), generated.layer()));
        }
    }
}
