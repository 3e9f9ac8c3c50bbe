package io.picojoule.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Does the arithmetic of the loop nest equal walking it? */
class LoopNestTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);

    @Test
    void counts_equalWalkingTheNest_onGeneratedNests() {
        RandomNests nests = new RandomNests(SEED);
        for (int number = 0; number < 300; number++) {
            LoopNest nest = nests.next();
            String name = "nest " + number + " of seed " + SEED + ": " + nest;
            Walk walk = new Walk();
            walk.over(nest);

            assertThat(nest.macs()).as(name).isEqualTo(walk.macs);
            assertThat(nest.outputWords()).as(name).isEqualTo(walk.outputs.size());
            assertThat(nest.weightWords()).as(name).isEqualTo(walk.weights.size());
            assertThat(nest.inputRows(nest.p())).as(name).isEqualTo(walk.lastRow + 1);
            assertThat(nest.inputColumns()).as(name).isEqualTo(walk.lastColumn + 1);
            assertThat(nest.withBatch(7).macs()).as(name).isEqualTo(walk.macs / nest.n() * 7);
        }
    }

    /** Every MAC, one by one. */
    private static final class Walk {
        private final Set<String> outputs = new HashSet<>();
        private final Set<String> weights = new HashSet<>();
        private long macs;
        private int lastRow;
        private int lastColumn;

        void over(LoopNest nest) {
            for (int n = 0; n < nest.n(); n++) {
                for (int g = 0; g < nest.g(); g++) {
                    for (int m = 0; m < nest.m(); m++) {
                        for (int p = 0; p < nest.p(); p++) {
                            for (int q = 0; q < nest.q(); q++) {
                                outputs.add(n + " " + g + " " + m + " " + p + " " + q);
                                output(nest, g, m, p, q);
                            }
                        }
                    }
                }
            }
        }

        private void output(LoopNest nest, int g, int m, int p, int q) {
            for (int c = 0; c < nest.c(); c++) {
                for (int r = 0; r < nest.r(); r++) {
                    for (int s = 0; s < nest.s(); s++) {
                        macs++;
                        weights.add(g + " " + m + " " + c + " " + r + " " + s);
                        lastRow = Math.max(lastRow, p * nest.strideHeight() + r * nest.dilation());
                        lastColumn = Math.max(lastColumn, q * nest.strideWidth() + s * nest.dilation());
                    }
                }
            }
        }
    }

    @Test
    void extents_areThoseOfTheirDimensions() {
        LoopNest nest = new LoopNest(1, 2, 3, 4, 5, 6, 7, 8, 1, 1, 1, 11, 13, 0, 0);
        int expected = 1;
        for (Dimension dimension : Dimension.values()) {
            assertThat(nest.extent(dimension)).as(dimension.name()).isEqualTo(expected++);
        }
        assertThat(nest.inputWords()).isEqualTo(2 * 4 * 11 * 13);
    }

    @Test
    void aFullyConnectedNest_flattensToAMatrixProduct() {
        LoopNest image = new LoopNest(3, 1, 10, 4, 1, 1, 5, 6, 2, 3, 1, 5, 6, 0, 0);

        assertThat(image.isFullyConnected()).isTrue();
        assertThat(image.flattened()).isEqualTo(LoopNest.matrix(3, 120, 10));
        assertThat(image.flattened().macs()).isEqualTo(image.macs());
        assertThat(image.flattened().weightWords()).isEqualTo(image.weightWords());
        assertThat(image.flattened().inputWords()).isEqualTo(image.inputWords());
        assertThat(image.flattened().flattened()).isEqualTo(image.flattened());
    }

    @Test
    void otherNests_doNotFlatten() {
        LoopNest padded = new LoopNest(1, 1, 2, 1, 1, 1, 3, 3, 1, 1, 1, 3, 3, 1, 0);
        LoopNest larger = new LoopNest(1, 1, 2, 1, 1, 1, 3, 3, 1, 1, 1, 3, 4, 0, 0);
        LoopNest grouped = new LoopNest(1, 2, 2, 1, 1, 1, 3, 3, 1, 1, 1, 3, 3, 0, 0);
        LoopNest sliding = new LoopNest(1, 1, 2, 1, 2, 1, 3, 3, 1, 1, 1, 3, 3, 0, 0);
        for (LoopNest nest : new LoopNest[] {padded, larger, grouped, sliding}) {
            assertThat(nest.isFullyConnected()).as(nest.toString()).isFalse();
            assertThatThrownBy(nest::flattened).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void nonsense_isRefused() {
        assertThatThrownBy(() -> LoopNest.matrix(0, 1, 1)).hasMessage("LoopNest: every extent must be at least 1");
        assertThatThrownBy(() -> new LoopNest(1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0, 0))
                .hasMessage("LoopNest: strides and dilation must be at least 1, padding at least 0");
        assertThatThrownBy(() -> new LoopNest(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, -1))
                .hasMessage("LoopNest: strides and dilation must be at least 1, padding at least 0");
    }

    @Test
    void countsBeyondTheRangeOfNumbers_areNotWrong() {
        int most = Integer.MAX_VALUE;
        LoopNest nest = new LoopNest(most, 1, most, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0);
        assertThat(nest.macs()).isEqualTo(2L * most * most);
        LoopNest cube = LoopNest.matrix(most, most, most);
        LoopNest image = new LoopNest(1, 1, 1, most, most, most, 1, 1, 1, 1, 1, most, most, 0, 0);
        assertThatThrownBy(cube::macs).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(image::macs).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(image::inputWords).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Shape(most, most, most).elements()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void operands_areIndexedByTheirDimensions() {
        String[] expected = {"NGCPQRS", "GMCRS", "NGMPQ", "NGMPQ"};
        for (Operand operand : Operand.values()) {
            StringBuilder indexed = new StringBuilder();
            for (Dimension dimension : Dimension.values()) {
                indexed.append(operand.isIndexedBy(dimension) ? dimension.name() : "");
            }
            assertThat(indexed.toString()).as(operand.key()).isEqualTo(expected[operand.ordinal()]);
        }
    }
}
