package io.picojoule.timing.array.detailed;

import io.picojoule.mapping.Axis;
import io.picojoule.mapping.StreamPasses.Pass;
import io.picojoule.mapping.StreamRule;
import io.picojoule.mapping.StreamSequence;
import io.picojoule.mapping.TileGrid;
import io.picojoule.mapping.TileShape;
import io.picojoule.mapping.TileVisit;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import java.util.List;

/** Which words meet where: from the place of an element and the number of a step to the indices of the loop nest, and to tensors. */
final class StreamWords {
    private static final Dimension[] DIMENSIONS = Dimension.values();

    private final LoopNest nest;
    private final TensorWords tensors;
    private final int[] outputs;

    StreamWords(LoopNest nest, LayerData data) {
        this.nest = nest;
        this.tensors = new TensorWords(data);
        this.outputs = new int[Math.toIntExact(nest.outputWords())];
    }

    /** Sums so far, {@code [n][g*m][p][q]}. */
    int[] outputs() {
        return outputs;
    }

    /** Indices of the loop nest, by dimension. */
    record Index(int[] of) {
        int of(Dimension dimension) {
            return of[dimension.ordinal()];
        }
    }

    /** A pass with all that tells which words it works on. */
    record Place(StreamSequence sequence, TileVisit visit, TileShape shape, Pass pass) {
        /** What the element in this row and column multiplies in this step. */
        Index index(int row, int column, int step) {
            int[] index = new int[DIMENSIONS.length];
            TileGrid grid = sequence.grid();
            index[Dimension.G.ordinal()] = visit.group();
            index[Dimension.N.ordinal()] = grid.images().start(visit.imageTile());
            index[Dimension.M.ordinal()] = grid.filters().start(visit.filterTile());
            index[Dimension.P.ordinal()] = grid.strips().start(grid.stripOf(visit.patch()));
            index[Dimension.Q.ordinal()] = grid.columns().start(grid.columnTileOf(visit.patch()));
            index[Dimension.C.ordinal()] = grid.channels().start(visit.channelTile());
            StreamRule rule = sequence.rule();
            add(index, rule.stream(), step);
            add(index, rule.passes(), pass.place());
            int[] used = pass.used();
            int rows = rule.rows().size();
            spread(index, rule.rows(), used, 0, row);
            spread(index, rule.columns(), used, rows, column);
            return new Index(index);
        }

        /** The last axis of a side changes fastest along it. */
        private void spread(int[] index, List<Axis> axes, int[] used, int offset, int place) {
            int rest = place;
            for (int i = axes.size() - 1; i >= 0; i--) {
                int extent = used[offset + i];
                add(index, axes.get(i), pass.first()[offset + i] + rest % extent);
                rest /= extent;
            }
        }

        private void add(int[] index, Axis axis, int place) {
            for (Dimension dimension : axis.dimensions()) {
                index[dimension.ordinal()] += shape.index(axis, place, dimension);
            }
        }
    }

    /** The input word of these indices; zero in the padding. */
    int input(Index at) {
        int row = row(at) - nest.padTop();
        int column = column(at) - nest.padLeft();
        if (row < 0 || row >= nest.inputHeight() || column < 0 || column >= nest.inputWidth()) {
            return 0;
        }
        return tensors.input((channel(at) * nest.inputHeight() + row) * nest.inputWidth() + column);
    }

    int weight(Index at) {
        return tensors.weight(weightPlace(at));
    }

    /** Names the place of the padded input that these indices read. */
    long inputPlace(Index at) {
        long plane = (long) at.of(Dimension.N) * nest.g() * nest.c() + channel(at);
        return (plane * nest.inputRows(nest.p()) + row(at)) * nest.inputColumns() + column(at);
    }

    /** Names the input under one tap of one window: equal places under others have other names. */
    long inputUse(Index at) {
        long pixel = (long) at.of(Dimension.P) * nest.q() + at.of(Dimension.Q);
        long plane = (long) at.of(Dimension.N) * nest.g() * nest.c() + channel(at);
        long tap = (long) at.of(Dimension.R) * nest.s() + at.of(Dimension.S);
        return ((plane * nest.p() * nest.q() + pixel) * nest.r() * nest.s()) + tap;
    }

    private int row(Index at) {
        return at.of(Dimension.P) * nest.strideHeight() + at.of(Dimension.R) * nest.dilation();
    }

    private int column(Index at) {
        return at.of(Dimension.Q) * nest.strideWidth() + at.of(Dimension.S) * nest.dilation();
    }

    private int channel(Index at) {
        return at.of(Dimension.G) * nest.c() + at.of(Dimension.C);
    }

    /** Where the weight of these indices lies in the tensor. */
    int weightPlace(Index at) {
        int filter = at.of(Dimension.G) * nest.m() + at.of(Dimension.M);
        return ((filter * nest.c() + at.of(Dimension.C)) * nest.r() + at.of(Dimension.R)) * nest.s()
                + at.of(Dimension.S);
    }

    int outputPlace(Index at) {
        int filter = at.of(Dimension.G) * nest.m() + at.of(Dimension.M);
        return ((at.of(Dimension.N) * nest.g() * nest.m() + filter) * nest.p() + at.of(Dimension.P)) * nest.q()
                + at.of(Dimension.Q);
    }

    TensorWords tensors() {
        return tensors;
    }
}
