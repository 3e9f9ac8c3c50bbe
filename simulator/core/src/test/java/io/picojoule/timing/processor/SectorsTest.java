package io.picojoule.timing.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.hardware.NumberType;
import io.picojoule.hardware.Processor;
import io.picojoule.workload.LoopNest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How much does a cache of 32-byte sectors deliver beside what is wanted? */
class SectorsTest {
    private static final Processor MACHINE = new TestProcessor().build();
    private static final Offset<Double> TINY = within(1e-12);

    private static LoopNest nest(int outputs, int filter, int stride) {
        int image = (outputs - 1) * stride + filter;
        return new LoopNest(1, 1, 1, 1, outputs, outputs, filter, filter, stride, stride, 1, image, image, 0, 0);
    }

    @Test
    void aRow_beginsAnywhereInASector() {
        // 13 words are 52 B: between the first and the last word lie 48, one and a half sectors, and the first's own.
        assertThat(Sectors.gather(MACHINE, 13, 1)).isCloseTo(2.5 * 32 / 52, TINY);
        assertThat(Sectors.gather(MACHINE, 1, 1)).isCloseTo(32 / 4.0, TINY);
    }

    @Test
    void aStride_leavesWordsUnused_untilEachHasASectorOfItsOwn() {
        // 55 words, 4 apart: from first to last 864 B, 27 sectors and one.
        assertThat(Sectors.gather(MACHINE, 55, 4)).isCloseTo(28 * 32 / 220.0, TINY);
        assertThat(Sectors.gather(MACHINE, 10, 8)).isCloseTo(8, TINY);
        assertThat(Sectors.gather(MACHINE, 10, 100)).isCloseTo(8, TINY);
    }

    @Test
    void narrowWords_wasteMoreOfASector() {
        Processor halves = new TestProcessor().precision(NumberType.FP16, 1).build();
        assertThat(Sectors.gather(halves, 10, 100)).isCloseTo(16, TINY);
        assertThat(Sectors.gather(halves, 17, 1)).isCloseTo(2.0 * 32 / 34, TINY);
    }

    @Test
    void whatIsReadAsItIs_wastesNothing() {
        assertThat(Sectors.gather(MACHINE, nest(13, 1, 1))).isEqualTo(1);
        assertThat(Sectors.gather(MACHINE, LoopNest.matrix(5, 30, 20))).isEqualTo(1);
        assertThat(Sectors.gather(MACHINE, nest(13, 1, 2))).isGreaterThan(1.9);
        assertThat(Sectors.gather(MACHINE, nest(13, 3, 1))).isCloseTo(2.5 * 32 / 52, TINY);
    }

    @Test
    void windows_areReadWordByWord() {
        assertThat(Sectors.windows(MACHINE, nest(13, 3, 1))).isCloseTo(13 * 9 * 2.5 * 32, TINY);
    }
}
