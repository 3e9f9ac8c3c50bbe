package io.picojoule.timing.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.hardware.Interleave;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.timing.Cause;
import io.picojoule.timing.sparse.detailed.DetailedEngine;
import io.picojoule.timing.sparse.fast.FastEngine;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.WordWidths;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Sparse engines: do the two agree to the last cycle and count, with each other and with the paper's rules written down a third time, and
 * are the products right? {@code scripts/test-engines} runs many more cases.
 */
class SparseEnginesTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int CASES = Integer.getInteger("picojoule.cases", 2_000);
    /** Only this case, if given. */
    private static final int CASE = Integer.getInteger("picojoule.case", -1);

    @Test
    void enginesAndPaperAgree_andOutputsAreThoseOfTheDenseProduct() {
        SparseCases cases = new SparseCases(SEED);
        int first = CASE < 0 ? 0 : CASE;
        int end = CASE < 0 ? CASES : CASE + 1;
        for (int number = first; number < end; number++) {
            SparseCases.Case generated = cases.make(number);
            DetailedEngine.Result detailed = DetailedEngine.run(generated.job());
            SparseTiming fast = FastEngine.time(generated.job());
            assertThat(fast).as(generated.description()).isEqualTo(detailed.timing());
            agreesWithThePaper(generated, fast);
            productsAreRight(generated, detailed.outputs());
        }
    }

    private static void agreesWithThePaper(SparseCases.Case generated, SparseTiming timing) {
        SparseJob job = generated.job();
        PaperRules paper = new PaperRules(job.machine());
        for (SparseJob.Part part : job.parts()) {
            int[][] rows = Arrays.stream(generated.dense(), part.firstRow(), part.firstRow() + part.rows())
                    .map(row -> job.bias() ? with(row, 1) : row)
                    .toArray(int[][]::new);
            for (int number = 0; number < job.vectors().count(); number++) {
                int[] window = window(generated, part.group(), number);
                paper.product(rows, job.bias() ? with(window, 1) : window);
            }
        }
        SparseCounts counts = timing.counts();
        assertThat(List.of(
                        timing.layer().cycles(),
                        counts.broadcasts(),
                        counts.entries(),
                        counts.paddingEntries(),
                        counts.matrixLineReads(),
                        counts.pointerReads(),
                        counts.blockedCycles()))
                .as(
                        "cycles, broadcasts, entries, padding, lines, pointers, blocked cycles of %s",
                        generated.description())
                .containsExactly(
                        paper.cycles,
                        paper.broadcasts,
                        paper.entries,
                        paper.padding,
                        paper.lineReads,
                        paper.pointerReads,
                        paper.blocked);
    }

    private static int[] with(int[] values, int last) {
        int[] longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = last;
        return longer;
    }

    /** The window under an output pixel, {@code [c][r][s]}. */
    private static int[] window(SparseCases.Case generated, int group, int number) {
        LoopNest nest = generated.nest();
        int[] window = new int[nest.c() * nest.r() * nest.s()];
        int place = 0;
        for (int c = 0; c < nest.c(); c++) {
            for (int r = 0; r < nest.r(); r++) {
                for (int s = 0; s < nest.s(); s++) {
                    int y = number / nest.q() * nest.strideHeight() + r - nest.padTop();
                    int x = number % nest.q() * nest.strideWidth() + s - nest.padLeft();
                    boolean inside = y >= 0 && y < nest.inputHeight() && x >= 0 && x < nest.inputWidth();
                    int channel = group * nest.c() + c;
                    window[place++] =
                            inside ? generated.input()[(channel * nest.inputHeight() + y) * nest.inputWidth() + x] : 0;
                }
            }
        }
        return window;
    }

    /** Where the codebook has room for all weights; the detailed engine compares the others with shared weights itself. */
    private static void productsAreRight(SparseCases.Case generated, long[][] outputs) {
        long distinct = Arrays.stream(generated.dense())
                .flatMapToInt(Arrays::stream)
                .filter(value -> value != 0)
                .distinct()
                .count();
        if (generated.job().bias() || distinct >= generated.job().machine().codebookEntries()) {
            return;
        }
        LoopNest nest = generated.nest();
        for (int row = 0; row < outputs.length; row++) {
            for (int number = 0; number < outputs[row].length; number++) {
                int[] window = window(generated, row / nest.m(), number);
                long sum = 0;
                for (int column = 0; column < window.length; column++) {
                    sum += (long) generated.dense()[row][column] * window[column];
                }
                assertThat(outputs[row][number]).as(generated.description()).isEqualTo(sum);
            }
        }
    }

    /** Two elements, a ring of 3 slots, columns of 2, 0 and 1 entries in the one and of 1, 3 and 1 in the other: worked on paper. */
    @Test
    void theWorkedTrace_takesAsLongAsOnPaper() {
        int[][] dense = {
            {1, 0, 1}, {1, 1, 0},
            {1, 0, 0}, {0, 1, 0},
            {0, 0, 0}, {0, 1, 1},
        };
        SparseEngine machine = SparseCases.engine(2, 3, 4, 0, Interleave.ROWS);
        SparseJob job = SparseJob.of(
                machine,
                new WordWidths(16, 16, 16, 16),
                LoopNest.matrix(1, 3, 6),
                SparseCases.matrixOf(dense),
                new int[] {5, 6, 7},
                false);

        SparseTiming timing = FastEngine.time(job);

        assertThat(timing).isEqualTo(DetailedEngine.run(job).timing());
        // Element 0 ends its columns in cycles 3, 4, 5, element 1 in 2, 5, 6.
        assertThat(timing.layer().cycles()).isEqualTo(6);
        assertThat(timing.counts().broadcasts()).isEqualTo(3);
        assertThat(timing.counts().blockedCycles()).isZero();
        assertThat(timing.counts().entries()).isEqualTo(8);
        assertThat(timing.elementCycles(Cause.BUSY)).isEqualTo(8);
        assertThat(timing.elementCycles(Cause.EMPTY_COLUMN)).isEqualTo(1);
        assertThat(timing.elementCycles(Cause.QUEUE_EMPTY)).isEqualTo(2);
        assertThat(timing.elementCycles(Cause.DRAIN)).isEqualTo(1);
        assertThat(FastEngine.time(job.on(SparseCases.engine(2, 3, 4, 7, Interleave.ROWS)))
                        .layer()
                        .cycles())
                .isEqualTo(6 + 7);
    }
}
