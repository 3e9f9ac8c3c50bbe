package io.picojoule.mapping;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.WordWidths;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Row-stationary mappings worth weighing. Of values that cut a dimension into the same number of tiles only the smallest is proposed, as
 * it cuts most evenly and takes least room; m is the largest that the buffer holds, evened out.
 */
final class RowStationaryCandidates {
    private final SpatialArray machine;
    private final RowStationaryLimits limits;

    RowStationaryCandidates(SpatialArray machine, WordWidths words) {
        this.machine = machine;
        this.limits = new RowStationaryLimits(machine, words);
    }

    void of(LoopNest nest, Consumer<RowStationaryParameters> consumer) {
        if (nest.r() > machine.rows()) {
            return;
        }
        int maximalSets = machine.rows() / nest.r();
        for (int r = 1; r <= Math.min(maximalSets, nest.c()); r++) {
            int columns = machine.rows() / (nest.r() * r) * machine.columns();
            for (int e = 1; e <= Math.min(columns, nest.p()); e = next(e, nest.p())) {
                for (int q = 1; q <= Math.max(1, nest.c() / r); q++) {
                    if (!limits.fitsScratchpads(
                            nest, new RowStationaryParameters(1, 1, e, 1, q, r, 1, nest.q(), nest.r(), nest.s()))) {
                        break;
                    }
                    filters(nest, e, q, r, columns / e, consumer);
                }
            }
        }
    }

    private void filters(
            LoopNest nest, int e, int q, int r, int mostBlocks, Consumer<RowStationaryParameters> consumer) {
        for (int p = 1; p <= nest.m(); p++) {
            if (!limits.fitsScratchpads(
                    nest, new RowStationaryParameters(1, 1, e, p, q, r, 1, nest.q(), nest.r(), nest.s()))) {
                break;
            }
            int blocks = (nest.m() + p - 1) / p;
            for (int t = 1; t <= Math.min(mostBlocks, blocks); t = next(t, blocks)) {
                for (int n = 1; n <= nest.n(); n = next(n, nest.n())) {
                    RowStationaryParameters fitted = largestTile(nest, n, e, p, q, r, t);
                    if (fitted == null) {
                        break;
                    }
                    consumer.accept(fitted);
                }
            }
        }
    }

    /** The smallest value above {@code value} that cuts {@code extent} into fewer tiles. */
    private static int next(int value, int extent) {
        int tiles = (extent + value - 1) / value;
        return tiles <= 1 ? Integer.MAX_VALUE : (extent + tiles - 2) / (tiles - 1);
    }

    /** With the most passes a tile of filters that the buffer holds. */
    private @Nullable RowStationaryParameters largestTile(LoopNest nest, int n, int e, int p, int q, int r, int t) {
        int pass = Math.min(p * t, nest.m());
        int passes = (nest.m() + pass - 1) / pass;
        int low = 0;
        int high = passes;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (limits.fitsBuffers(nest, tile(nest, middle * pass, n, e, p, q, r, t))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (low == 0) {
            return null;
        }
        int tiles = (passes + low - 1) / low;
        return tile(nest, (passes + tiles - 1) / tiles * pass, n, e, p, q, r, t);
    }

    private static RowStationaryParameters tile(LoopNest nest, int m, int n, int e, int p, int q, int r, int t) {
        return new RowStationaryParameters(Math.min(m, nest.m()), n, e, p, q, r, t, nest.q(), nest.r(), nest.s());
    }
}
