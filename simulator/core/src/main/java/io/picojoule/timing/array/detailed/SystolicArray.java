package io.picojoule.timing.array.detailed;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.StreamGeometry;
import io.picojoule.timing.Cause;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.timing.PassTiming;
import io.picojoule.timing.array.StreamPipeline;
import io.picojoule.timing.array.detailed.StreamWords.Index;
import io.picojoule.workload.Operand;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A systolic array: words enter at its edges, a cycle later in each next row and column, and go from neighbour to neighbour (Kung; TPU, ISCA
 * 2017; SCALE-Sim). With weights, or inputs, stationary the other streams along the rows while sums go down the columns, to which sums so far
 * are added as they leave; with outputs stationary inputs go along the rows and weights down the columns. Its control knows the size of the
 * array only: a part of it costs what the whole does. Several passes may be on their way across it, each behind the last.
 */
final class SystolicArray implements StreamArray {
    private final SpatialArray machine;
    private final StreamWords words;
    private final StreamCounts counts;
    private final int rows;
    private final int columns;
    private final Hand[][] right;
    private final Hand[][] down;
    /** What is being shifted in, and what waits in an element. */
    private final int[][] shifted;

    private final int[][] waiting;
    private final List<SystolicFlow> flows = new ArrayList<>();
    private final Map<Cause, Long> causes = new EnumMap<>(Cause.class);
    private @Nullable SystolicFlow alone;
    private long now;

    /** A word that goes from an element to its neighbour, with the pass and the step that it is of. */
    private record Hand(SystolicFlow flow, int step, int word) {}

    SystolicArray(SpatialArray machine, StreamWords words, StreamCounts counts) {
        this.machine = machine;
        this.words = words;
        this.counts = counts;
        this.rows = machine.rows();
        this.columns = machine.columns();
        this.right = new Hand[rows][columns];
        this.down = new Hand[rows][columns];
        this.shifted = new int[rows][columns];
        this.waiting = new int[rows][columns];
    }

    /** What is to wait for a pass begins to be shifted in. */
    SystolicFlow load(StreamWords.Place place) {
        SystolicFlow flow = new SystolicFlow(place, machine, now);
        flows.add(flow);
        return flow;
    }

    /** Words of a pass begin to stream, behind those of the last. */
    void stream(SystolicFlow flow) {
        flow.streamFrom(now);
    }

    @Override
    public void start(StreamWords.Place place) {
        causes.clear();
        SystolicFlow flow = load(place);
        flow.streamFrom(now + flow.loadCycles());
        alone = flow;
    }

    private SystolicFlow single() {
        if (alone == null) {
            throw new InvariantViolation("no pass has started");
        }
        return alone;
    }

    @Override
    public boolean hasItsWeights() {
        return single().hasItsWeights(now);
    }

    @Override
    public boolean isDone() {
        return now == single().end();
    }

    /** Lets so many cycles pass in which nothing enters. */
    void idle(long cycles) {
        long left = cycles;
        while (left > 0 && flows.stream().anyMatch(flow -> flow.isMoving(now))) {
            tick();
            left--;
        }
        now += left;
    }

    @Override
    public void tick() {
        if (flows.isEmpty()) {
            now++;
            return;
        }
        // From the far corner on, so that each element sees what its neighbours held before.
        for (int row = rows - 1; row >= 0; row--) {
            for (int column = columns - 1; column >= 0; column--) {
                tick(row, column);
            }
        }
        now++;
        flows.removeIf(flow -> flow.isOver(now));
    }

    private void tick(int row, int column) {
        Hand fromLeft = column == 0 ? edge(row, true) : right[row][column - 1];
        Hand fromAbove = row == 0 ? edge(column, false) : down[row - 1][column];
        Hand below = fromAbove;
        boolean isBusy = fromLeft != null && fromLeft.flow().isUsed(row, column);
        if (fromLeft != null && isBusy) {
            if (fromAbove == null || fromLeft.step() != fromAbove.step()) {
                throw new InvariantViolation("words of different steps meet in row " + row + ", column " + column);
            }
            SystolicFlow flow = fromLeft.flow();
            if (fromLeft.step() == 0) {
                waiting[row][column] = flow.geometry().loadedWords() > 0 ? shifted[row][column] : 0;
            }
            below = new Hand(flow, fromLeft.step(), multiply(flow, row, column, fromLeft, fromAbove.word()));
            causes.merge(Cause.BUSY, 1L, Long::sum);
        } else if (alone != null && alone.isUsed(row, column)) {
            causes.merge(alone.idleCause(now, row, column), 1L, Long::sum);
        }
        right[row][column] = fromLeft;
        down[row][column] = below;
        if (below != null && row == rows - 1 && below.flow().leavesBelow(column)) {
            Index at = below.flow().place().index(0, column, below.step());
            int sum = below.word();
            if (below.flow().geometry().takesPartialSums()) {
                sum += sumSoFar(at);
            }
            leave(below.flow(), at, sum, below.flow().geometry().elementsOfSum());
        }
        for (SystolicFlow flow : flows) {
            shift(flow, row, column);
        }
    }

    /** The word that enters a row at the left, or a column at the top. */
    private @Nullable Hand edge(int edge, boolean isRow) {
        for (SystolicFlow flow : flows) {
            int step = flow.stepAt(now, edge);
            if (step >= 0) {
                return new Hand(flow, step, isRow ? fromLeft(flow, edge, step) : fromAbove(flow, edge, step));
            }
        }
        return null;
    }

    /** A word that enters at the left: of the operand that streams along the rows. */
    private int fromLeft(SystolicFlow flow, int row, int step) {
        StreamGeometry geometry = flow.geometry();
        if (row >= geometry.rows()) {
            return 0;
        }
        Index at = flow.place().index(row, 0, step);
        if (geometry.keeps(Operand.INPUT)) {
            return weight(flow, at, row == geometry.rows() - 1 && step == geometry.steps() - 1);
        }
        counts.sent(Operand.INPUT, 1);
        return words.input(at);
    }

    /** A word that enters at the top: with outputs stationary a weight, else an empty sum. */
    private int fromAbove(SystolicFlow flow, int column, int step) {
        StreamGeometry geometry = flow.geometry();
        if (column >= geometry.columns() || !geometry.keepsSums()) {
            return 0;
        }
        return weight(
                flow,
                flow.place().index(0, column, step),
                column == geometry.columns() - 1 && step == geometry.steps() - 1);
    }

    private int weight(SystolicFlow flow, Index at, boolean isLast) {
        counts.sent(Operand.WEIGHT, 1);
        if (isLast) {
            flow.lastWeightCame(now);
        }
        return words.weight(at);
    }

    private int sumSoFar(Index at) {
        counts.sent(Operand.PARTIAL_SUM, 1);
        return words.outputs()[words.outputPlace(at)];
    }

    /** The answer is what goes down. */
    private int multiply(SystolicFlow flow, int row, int column, Hand fromLeft, int fromAbove) {
        StreamGeometry geometry = flow.geometry();
        boolean keepsInputs = geometry.keeps(Operand.INPUT);
        counts.delivered(keepsInputs ? Operand.WEIGHT : Operand.INPUT);
        int kept = waiting[row][column];
        if (!geometry.keepsSums()) {
            int input = keepsInputs ? kept : fromLeft.word();
            counts.mac(input == 0, geometry.stationary());
            return fromAbove + words.tensors().product(input, keepsInputs ? fromLeft.word() : kept);
        }
        counts.delivered(Operand.WEIGHT);
        counts.mac(fromLeft.word() == 0, geometry.stationary());
        waiting[row][column] = kept + words.tensors().product(fromLeft.word(), fromAbove);
        if (fromLeft.step() == geometry.steps() - 1) {
            // Over the output path of its column: no two elements of a column end in one cycle.
            counts.drained();
            leave(flow, flow.place().index(row, column, fromLeft.step()), waiting[row][column], 1);
        }
        return fromAbove;
    }

    private void leave(SystolicFlow flow, Index at, int sum, int elements) {
        words.outputs()[words.outputPlace(at)] = sum;
        counts.left(elements);
        flow.sumLeft();
    }

    /** What is to wait comes in from above, the word of the bottom row first, in each next column a cycle later. */
    private void shift(SystolicFlow flow, int row, int column) {
        long turn = flow.shiftTurn(now, column);
        // Rows that the words have not come to yet still hold what waits for the pass before.
        if (turn < row) {
            return;
        }
        if (row > 0) {
            shifted[row][column] = shifted[row - 1][column];
            return;
        }
        int target = (int) (rows - 1 - turn);
        if (!flow.isUsed(target, column)) {
            return;
        }
        StreamGeometry geometry = flow.geometry();
        Index at = flow.place().index(target, column, 0);
        if (geometry.keepsSums()) {
            shifted[0][column] = sumSoFar(at);
            counts.kept(Operand.PARTIAL_SUM);
            return;
        }
        Operand operand = geometry.stationary().orElseThrow();
        counts.sent(operand, 1);
        counts.delivered(operand);
        counts.kept(operand);
        shifted[0][column] = operand == Operand.WEIGHT ? words.weight(at) : words.input(at);
    }

    @Override
    public PassTiming end() {
        single().requireAllSumsLeft();
        return new PassTiming(
                StreamPipeline.systolicLoadCycles(single().geometry(), machine)
                        + single().geometry().steps()
                        + StreamPipeline.systolicSkewCycles(machine),
                causes,
                Map.of());
    }

    /** Multiplications so far. */
    long busyElementCycles() {
        return causes.getOrDefault(Cause.BUSY, 0L);
    }
}
