package io.picojoule.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.Configured;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.LoopNest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Does the chip hold the mappings it was measured with (JSSC 52(1) 2017, Table III), and nothing one step beyond, and is each limit
 * named with both figures?
 */
class RowStationaryLimitsTest {
    private static final SpatialArray CHIP = Configured.machine("eyeriss");

    private static List<String> violations(SpatialArray machine, String layer, int... parameters) {
        return new RowStationaryLimits(machine, machine.words()).violations(nest(layer), parameters(layer, parameters));
    }

    private static LoopNest nest(String layer) {
        return Configured.network("alexnet", layer).layers().get(0).loopNest(4).orElseThrow();
    }

    private static RowStationaryParameters parameters(String layer, int... of) {
        return new RowStationaryParameters(of[0], of[1], of[2], of[3], of[4], of[5], of[6]).cutTo(nest(layer));
    }

    @ParameterizedTest
    @CsvSource({
        "conv1, 96, 1,  7, 16, 1, 1, 2, 15.5, 72.2",
        "conv2, 64, 1, 27, 16, 2, 1, 1,  3.8, 91.1",
        "conv3, 64, 4, 13, 16, 4, 1, 4,  7.0, 84.5",
        "conv4, 64, 4, 13, 16, 3, 2, 2, 10.5, 84.5",
        "conv5, 64, 4, 13, 16, 3, 2, 2, 10.5, 84.5"
    })
    void theMappingsOfTheTable_fit_andTakeTheBufferThatItSays(
            String layer,
            int m,
            int n,
            int e,
            int p,
            int q,
            int r,
            int t,
            double inputKibibytes,
            double partialSumKibibytes) {
        RowStationaryLimits limits = new RowStationaryLimits(CHIP, CHIP.words());
        RowStationaryParameters parameters = parameters(layer, m, n, e, p, q, r, t);

        assertThat(limits.violations(nest(layer), parameters)).isEmpty();
        assertThat(limits.inputBytes(nest(layer), parameters) / 1024.0).isCloseTo(inputKibibytes, within(0.06));
        assertThat(limits.partialSumBytes(nest(layer), parameters) / 1024.0)
                .isCloseTo(partialSumKibibytes, within(0.06));
    }

    @Test
    void oneStepBeyondEachLimit_isNamedWithBothFigures() {
        assertThat(violations(CHIP, "conv3", 64, 4, 13, 16, 4, 1, 4))
                .as("q x S = 12 just fits")
                .isEmpty();
        assertThat(violations(CHIP, "conv3", 64, 4, 13, 14, 5, 1, 4))
                .containsExactly("input scratchpad: q x S = 15, the machine has 12 words");
        assertThat(violations(CHIP, "conv3", 64, 4, 13, 18, 4, 1, 3))
                .as("p x q x S = 216 just fits")
                .isEmpty();
        assertThat(violations(CHIP, "conv3", 64, 4, 13, 19, 4, 1, 3))
                .containsExactly("weight scratchpad: p x q x S = 228, the machine has 224 words");
        assertThat(violations(CHIP, "conv3", 64, 4, 13, 24, 1, 1, 1))
                .as("p = 24 just fits")
                .isEmpty();
        assertThat(violations(CHIP, "conv3", 64, 4, 13, 25, 1, 1, 1))
                .containsExactly("partial-sum scratchpad: p = 25, the machine has 24 words");
        assertThat(violations(CHIP, "conv3", 32, 4, 13, 8, 2, 4, 1))
                .as("R x r = 12 just fits")
                .isEmpty();
        assertThat(violations(CHIP, "conv3", 32, 4, 13, 8, 2, 5, 1))
                .containsExactly("array: a chain of R x r = 15, the machine has 12 rows");
        assertThat(violations(CHIP, "conv1", 96, 1, 7, 16, 1, 1, 2))
                .as("t x e = 14 just fits")
                .isEmpty();
        assertThat(violations(CHIP, "conv1", 96, 1, 7, 11, 1, 1, 3))
                .containsExactly("array: t x e chains = 21, the machine has 14 columns (1 band of 11 rows)");
        assertThat(violations(CHIP, "conv2", 64, 1, 27, 16, 2, 1, 1))
                .as("27 columns in 2 bands fit")
                .isEmpty();
        assertThat(violations(CHIP, "conv2", 64, 1, 27, 10, 2, 1, 2))
                .containsExactly("array: t x e chains = 54, the machine has 28 columns (2 bands of 5 rows)");
    }

    @Test
    void buffers_areFilledToTheirLastBankAndByte() {
        // 8,192 bytes are 4,096 weights: 16 x 2 filters of 11 x 11 take 7,744 bytes, 17 x 2 take 8,228.
        assertThat(violations(CHIP, "conv1", 96, 1, 7, 16, 1, 1, 2)).isEmpty();
        assertThat(violations(CHIP, "conv1", 96, 1, 7, 17, 1, 1, 2))
                .containsExactly("weight buffer: the weights of a pass take 8.035 KiB, the machine has 8 KiB");
        // A filter's plane of 27 x 27 takes 1,458 bytes: 67 of them 24 banks, 68 of them 25; the inputs take one.
        assertThat(violations(CHIP, "conv2", 67, 1, 27, 16, 2, 1, 1))
                .as("24 banks and 1")
                .isEmpty();
        assertThat(violations(CHIP, "conv2", 68, 1, 27, 16, 2, 1, 1))
                .containsExactly(
                        "global buffer: 3.754 KiB of input planes (n q r) and 96.82 KiB of partial sums (n m) take 104 KiB"
                                + " in whole banks, the machine has 100 KiB");
    }

    @Test
    void everyLimitThatIsViolated_isNamed() {
        assertThat(violations(CHIP, "conv1", 96, 4, 55, 30, 3, 2, 5))
                .extracting(violation -> violation.split(":")[0])
                .containsExactly(
                        "input scratchpad",
                        "weight scratchpad",
                        "partial-sum scratchpad",
                        "array",
                        "global buffer",
                        "weight buffer");
    }

    @Test
    void oneRegisterFileForAll_holdsTheSum() {
        SpatialArray shared = Configured.machine("eyeriss-isca16");
        int words = shared.processingElement().sharedWords().orElseThrow();
        // q x S + p x q x S + p, with S = 3 and q = 4.
        int p = (words - 12) / 13;
        assertThat(violations(shared, "conv5", 64, 1, 13, p, 4, 1, 1)).isEmpty();
        assertThat(violations(shared, "conv5", 64, 1, 13, p + 1, 4, 1, 1))
                .containsExactly("shared register file: q x S + p x q x S + p = " + (12 + 13 * (p + 1))
                        + ", the machine has " + words + " words");
    }

    @Test
    void whatMovesWhileTheArrayRuns_takesTwiceTheRoom() {
        SpatialArray overlapping = Configured.machine("eyeriss", "memory.dram.overlaps=[weight, input, output]");
        RowStationaryParameters parameters = parameters("conv2", 32, 1, 27, 16, 2, 1, 1);
        RowStationaryLimits single = new RowStationaryLimits(CHIP, CHIP.words());
        RowStationaryLimits twice = new RowStationaryLimits(overlapping, CHIP.words());

        assertThat(twice.inputBytes(nest("conv2"), parameters))
                .isEqualTo(2 * single.inputBytes(nest("conv2"), parameters));
        assertThat(twice.partialSumBytes(nest("conv2"), parameters))
                .isEqualTo(2 * single.partialSumBytes(nest("conv2"), parameters));
    }
}
