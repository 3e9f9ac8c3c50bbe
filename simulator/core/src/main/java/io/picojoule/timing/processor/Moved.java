package io.picojoule.timing.processor;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Cache;
import io.picojoule.workload.Operand;
import java.util.List;

/** Collects what a kernel moves, through every cache of a processor. */
final class Moved {
    private static final double BITS = 8;

    private final List<Cache> caches;
    private final Activity.Builder activity = new Activity.Builder();

    Moved(List<Cache> caches) {
        this.caches = caches;
    }

    private static Level level(Cache cache) {
        return Level.valueOf(cache.place().name());
    }

    /** Read from the nearest memory into registers. */
    Moved toRegisters(Operand operand, double bytes) {
        return add(Action.READ, operand, level(caches.get(0)), bytes);
    }

    /** Read through all caches but the nearest, or through the only one; once. */
    Moved throughCaches(Operand operand, double bytes) {
        return caches.size() == 1 ? toRegisters(operand, bytes) : toNearest(operand, bytes);
    }

    /** Read through all caches but the nearest, which is read for registers besides. */
    Moved toNearest(Operand operand, double bytes) {
        for (int i = 1; i < caches.size(); i++) {
            add(Action.READ, operand, level(caches.get(i)), bytes);
        }
        return this;
    }

    /** Outputs into the last cache. */
    Moved written(double bytes) {
        return add(Action.WRITE, Operand.OUTPUT, level(caches.get(caches.size() - 1)), bytes);
    }

    Moved fromDram(Operand operand, double bytes) {
        return add(Action.READ, operand, Level.DRAM, bytes);
    }

    Moved toDram(double bytes) {
        return add(Action.WRITE, Operand.OUTPUT, Level.DRAM, bytes);
    }

    Moved vectorOperations(double count) {
        activity.vectorOperations(Math.round(count));
        return this;
    }

    Activity build() {
        return activity.build();
    }

    private Moved add(Action action, Operand operand, Level level, double bytes) {
        activity.bits(action, operand, level, Math.round(bytes * BITS));
        return this;
    }
}
