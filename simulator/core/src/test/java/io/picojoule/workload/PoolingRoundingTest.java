package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many windows fit, rounding down and, as Caffe does, up? */
class PoolingRoundingTest {
    private static int positions(int size, int kernel, int stride, int before, int after, boolean roundUp) {
        Window window = new Window(1, kernel, 1, stride, new Padding(0, 0, before, after), 1);
        return window.slide(new Shape(1, 1, size), roundUp).width();
    }

    @ParameterizedTest(name = "{0} wide, kernel {1}, stride {2}, pad {3}")
    @CsvSource({
        "55, 3, 2, 0, 27, 27", // AlexNet pool1: goes in evenly
        "112, 3, 2, 0, 55, 56", // GoogLeNet pool1: a last window hangs over the edge
        "14, 3, 2, 1, 7, 8", // with padding, a last window that starts inside
        "4, 2, 2, 1, 3, 3", // ends with the padding exactly
        "3, 2, 2, 1, 2, 2", // would start in the trailing padding: not counted
        "5, 2, 3, 1, 2, 2", // likewise
        "1, 1, 1, 0, 1, 1"
    })
    void knownCases(int size, int kernel, int stride, int pad, int down, int up) {
        assertThat(positions(size, kernel, stride, pad, pad, false)).isEqualTo(down);
        assertThat(positions(size, kernel, stride, pad, pad, true)).isEqualTo(up);
    }

    @Test
    void everySmallCase_equalsCountingWindows() {
        for (int size = 1; size <= 9; size++) {
            for (int kernel = 1; kernel <= size; kernel++) {
                for (int stride = 1; stride <= 4; stride++) {
                    for (int before = 0; before < kernel; before++) {
                        for (int after = 0; after < kernel; after++) {
                            int padded = size + before + after;
                            String name = size + " wide, kernel " + kernel + ", stride " + stride + ", pad " + before
                                    + "/" + after;
                            int whole = 0;
                            int last = 0;
                            for (int start = 0; start + kernel <= padded; start += stride) {
                                whole++;
                                last = start;
                            }
                            boolean covered = last + kernel >= padded;
                            boolean nextStartsInside = last + stride < size + before;
                            int up = covered ? whole : whole + (nextStartsInside ? 1 : 0);
                            boolean lastStartsInside = last < size + before;
                            assertThat(positions(size, kernel, stride, before, after, false))
                                    .as(name)
                                    .isEqualTo(whole);
                            assertThat(positions(size, kernel, stride, before, after, true))
                                    .as(name)
                                    .isEqualTo(covered && !lastStartsInside ? whole - 1 : up);
                        }
                    }
                }
            }
        }
    }
}
