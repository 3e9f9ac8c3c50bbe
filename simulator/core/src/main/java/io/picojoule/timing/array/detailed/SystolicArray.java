package io.picojoule.timing.array.detailed;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.StreamGeometry;
import io.picojoule.timing.Cause;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.timing.PassTiming;
import io.picojoule.timing.array.StreamPipeline;
import io.picojoule.timing.array.detailed.StreamWords.Index;
import io.picojoule.workload.Operand;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * A systolic array: words enter at its edges, a cycle later in each next row and column, and go from neighbour to neighbour (Kung; TPU, ISCA
 * 2017; SCALE-Sim). With weights, or inputs, stationary the other streams along the rows while sums go down the columns; with outputs
 * stationary inputs go along the rows and weights down the columns. Its control knows the size of the array only: a part of it costs what
 * the whole does.
 */
final class SystolicArray implements StreamArray {
    private final SpatialArray machine;
    private final StreamWords words;
    private final StreamCounts counts;
    private final int rows;
    private final int columns;
    /** The word that an element hands on to the right, and the step it is of; -1 where there is none. */
    private final int[][] right;

    private final int[][] rightStep;
    private final int[][] down;
    private final int[][] downStep;
    /** What is being shifted in, and what waits in an element. */
    private final int[][] shifted;

    private final int[][] waiting;
    private final Map<Cause, Long> causes = new EnumMap<>(Cause.class);
    private StreamWords.Place place;
    private StreamGeometry geometry;
    private long loadCycles;
    private long now;
    private long end;
    private long lastWeight;
    private long sumsLeft;

    SystolicArray(SpatialArray machine, StreamWords words, StreamCounts counts, StreamWords.Place first) {
        this.machine = machine;
        this.words = words;
        this.counts = counts;
        this.place = first;
        this.geometry = first.pass().geometry();
        this.rows = machine.rows();
        this.columns = machine.columns();
        this.right = new int[rows][columns];
        this.rightStep = new int[rows][columns];
        this.down = new int[rows][columns];
        this.downStep = new int[rows][columns];
        this.shifted = new int[rows][columns];
        this.waiting = new int[rows][columns];
    }

    @Override
    public void start(StreamWords.Place next) {
        place = next;
        geometry = next.pass().geometry();
        loadCycles = StreamPipeline.systolicLoadCycles(geometry, machine);
        now = 0;
        end = loadCycles + geometry.steps() + StreamPipeline.systolicSkewCycles(machine);
        sumsLeft = geometry.sumsOut();
        lastWeight = Long.MAX_VALUE;
        causes.clear();
        for (int row = 0; row < rows; row++) {
            Arrays.fill(rightStep[row], -1);
            Arrays.fill(downStep[row], -1);
        }
    }

    @Override
    public boolean hasItsWeights() {
        return geometry.keeps(Operand.WEIGHT) ? now >= loadCycles : lastWeight < now;
    }

    @Override
    public boolean isDone() {
        return now == end;
    }

    @Override
    public void tick() {
        // From the far corner on, so that each element sees what its neighbours held before.
        for (int row = rows - 1; row >= 0; row--) {
            for (int column = columns - 1; column >= 0; column--) {
                tick(row, column);
            }
        }
        now++;
    }

    private boolean isUsed(int row, int column) {
        return row < geometry.rows() && column < geometry.columns();
    }

    private void tick(int row, int column) {
        int step = column == 0 ? edgeStep(row) : rightStep[row][column - 1];
        int fromLeft = column == 0 ? (step < 0 ? 0 : fromLeft(row, step)) : right[row][column - 1];
        int stepFromAbove = row == 0 ? edgeStep(column) : downStep[row - 1][column];
        int fromAbove = row == 0 ? (stepFromAbove < 0 ? 0 : fromAbove(column, stepFromAbove)) : down[row - 1][column];
        boolean isUsed = isUsed(row, column);
        if (isUsed && step == 0) {
            waiting[row][column] = geometry.loadedWords() > 0 ? shifted[row][column] : 0;
        }
        if (isUsed && step >= 0) {
            if (step != stepFromAbove) {
                throw new InvariantViolation("step " + step + " of row " + row + " meets step " + stepFromAbove
                        + " of column " + column);
            }
            fromAbove = multiply(row, column, step, fromLeft, fromAbove);
            causes.merge(Cause.BUSY, 1L, Long::sum);
        } else if (isUsed) {
            causes.merge(idleCause(row, column), 1L, Long::sum);
        }
        right[row][column] = fromLeft;
        rightStep[row][column] = step;
        down[row][column] = fromAbove;
        downStep[row][column] = stepFromAbove;
        if (!geometry.keepsSums() && row == rows - 1 && column < geometry.columns() && stepFromAbove >= 0) {
            // The bottom edge: the sum has come past all rows that add to it.
            leave(place.index(0, column, stepFromAbove), fromAbove, geometry.elementsOfSum());
        }
        shift(row, column);
    }

    /** The step whose word enters row, or column, {@code edge} now. */
    private int edgeStep(int edge) {
        long step = now - loadCycles - edge;
        return step >= 0 && step < geometry.steps() ? (int) step : -1;
    }

    /** A word that enters at the left: of the operand that streams along the rows. */
    private int fromLeft(int row, int step) {
        if (row >= geometry.rows()) {
            return 0;
        }
        Index at = place.index(row, 0, step);
        if (geometry.keeps(Operand.INPUT)) {
            return weight(at, row == geometry.rows() - 1 && step == geometry.steps() - 1);
        }
        counts.sent(Operand.INPUT, 1);
        return words.input(at);
    }

    /** A word that enters at the top: a sum so far, or with outputs stationary a weight. */
    private int fromAbove(int column, int step) {
        if (column >= geometry.columns()) {
            return 0;
        }
        Index at = place.index(0, column, step);
        if (geometry.keepsSums()) {
            return weight(at, column == geometry.columns() - 1 && step == geometry.steps() - 1);
        }
        return geometry.takesPartialSums() ? sumSoFar(at) : 0;
    }

    private int weight(Index at, boolean isLast) {
        counts.sent(Operand.WEIGHT, 1);
        if (isLast) {
            lastWeight = now;
        }
        return words.weight(at);
    }

    private int sumSoFar(Index at) {
        counts.sent(Operand.PARTIAL_SUM, 1);
        return words.outputs()[words.outputPlace(at)];
    }

    /** The answer is what goes down. */
    private int multiply(int row, int column, int step, int fromLeft, int fromAbove) {
        Operand streaming = geometry.keeps(Operand.INPUT) ? Operand.WEIGHT : Operand.INPUT;
        counts.delivered(streaming);
        if (!geometry.keepsSums()) {
            int kept = waiting[row][column];
            int input = geometry.keeps(Operand.INPUT) ? kept : fromLeft;
            counts.mac(input == 0, geometry.stationary());
            return fromAbove + words.tensors().product(input, geometry.keeps(Operand.INPUT) ? fromLeft : kept);
        }
        counts.delivered(Operand.WEIGHT);
        counts.mac(fromLeft == 0, geometry.stationary());
        waiting[row][column] += words.tensors().product(fromLeft, fromAbove);
        if (step == geometry.steps() - 1) {
            // Over the output path of its column: no two elements of a column end in one cycle.
            counts.drained();
            leave(place.index(row, column, step), waiting[row][column], 1);
        }
        return fromAbove;
    }

    private void leave(Index at, int sum, int elements) {
        words.outputs()[words.outputPlace(at)] = sum;
        counts.left(elements);
        sumsLeft--;
    }

    /** What is to wait comes in from above, the word of the bottom row first, in each next column a cycle later. */
    private void shift(int row, int column) {
        long turn = now - column;
        if (turn < 0 || turn >= loadCycles) {
            return;
        }
        if (row > 0) {
            shifted[row][column] = shifted[row - 1][column];
            return;
        }
        int target = (int) (rows - 1 - turn);
        if (!isUsed(target, column)) {
            return;
        }
        Index at = place.index(target, column, 0);
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

    private Cause idleCause(int row, int column) {
        if (now < loadCycles) {
            if (geometry.keeps(Operand.WEIGHT)) {
                return Cause.WEIGHT_LOAD;
            }
            return geometry.keeps(Operand.INPUT) ? Cause.INPUT_FILL : Cause.PARTIAL_SUM_IN_BUS;
        }
        return now < loadCycles + row + column ? Cause.INPUT_FILL : Cause.DRAIN;
    }

    @Override
    public PassTiming end() {
        if (sumsLeft != 0) {
            throw new InvariantViolation(sumsLeft + " sums have not left the array at the end of a pass");
        }
        return new PassTiming(now, causes, Map.of());
    }
}
