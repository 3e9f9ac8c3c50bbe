package io.picojoule.timing.array.detailed;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.StreamGeometry;
import io.picojoule.timing.Cause;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.timing.array.StreamPipeline;
import io.picojoule.workload.Operand;

/** A pass on its way across a systolic array: when it began to be loaded and to stream, and what is still in the array of it. */
final class SystolicFlow {
    private final StreamWords.Place place;
    private final StreamGeometry geometry;
    private final int columns;
    private final long loadStart;
    private final long loadCycles;
    private final long skew;
    private long streamStart = Long.MAX_VALUE / 2;
    private long lastWeight = Long.MAX_VALUE;
    private long sumsLeft;

    SystolicFlow(StreamWords.Place place, SpatialArray machine, long loadStart) {
        this.place = place;
        this.geometry = place.pass().geometry();
        this.columns = machine.columns();
        this.loadStart = loadStart;
        this.loadCycles = StreamPipeline.systolicLoadCycles(geometry, machine);
        this.skew = StreamPipeline.systolicSkewCycles(machine);
        this.sumsLeft = geometry.sumsOut();
    }

    StreamWords.Place place() {
        return place;
    }

    StreamGeometry geometry() {
        return geometry;
    }

    long loadCycles() {
        return loadCycles;
    }

    void streamFrom(long cycle) {
        streamStart = cycle;
    }

    boolean isUsed(int row, int column) {
        return row < geometry.rows() && column < geometry.columns();
    }

    /** Whether sums of a column leave at the bottom. */
    boolean leavesBelow(int column) {
        return !geometry.keepsSums() && column < geometry.columns();
    }

    /** The step whose word enters row, or column, {@code edge} in this cycle; -1 if none does. */
    int stepAt(long now, int edge) {
        long step = now - streamStart - edge;
        return step >= 0 && step < geometry.steps() ? (int) step : -1;
    }

    /** The how manieth word is shifted into a column in this cycle; -1 if none is. */
    long shiftTurn(long now, int column) {
        long turn = now - loadStart - column;
        return turn >= 0 && turn < loadCycles ? turn : -1;
    }

    void lastWeightCame(long now) {
        lastWeight = now;
    }

    boolean hasItsWeights(long now) {
        return geometry.keeps(Operand.WEIGHT) ? now >= loadStart + loadCycles : lastWeight < now;
    }

    void sumLeft() {
        sumsLeft--;
    }

    void requireAllSumsLeft() {
        if (sumsLeft != 0) {
            throw new InvariantViolation(sumsLeft + " sums have not left the array at the end of a pass");
        }
    }

    /** The cycle after that in which the last element is done. */
    long end() {
        return streamStart + geometry.steps() + skew;
    }

    /** Whether words of it go anywhere: not if it is loaded and has still to stream. */
    boolean isMoving(long now) {
        boolean streams = now >= streamStart && now < end();
        return streams || now < loadStart + loadCycles + columns;
    }

    /** Whether nothing of it is in the array any more. */
    boolean isOver(long now) {
        boolean over = now >= end() && now >= loadStart + loadCycles + columns;
        if (over) {
            requireAllSumsLeft();
        }
        return over;
    }

    Cause idleCause(long now, int row, int column) {
        if (now < loadStart + loadCycles) {
            return LoadCause.of(geometry);
        }
        return now < streamStart + row + column ? Cause.INPUT_FILL : Cause.DRAIN;
    }
}
