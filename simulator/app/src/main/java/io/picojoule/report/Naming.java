package io.picojoule.report;

import io.picojoule.activity.Level;
import io.picojoule.energy.Component;
import io.picojoule.hardware.Cache;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.timing.Cause;

/** What people call the parts of a machine of its kind, where the keys of results would not do. */
public final class Naming {
    private Naming() {}

    /** What multiplies, in full. */
    public static String elements(Machine machine) {
        return machine instanceof Processor ? "lanes" : "processing elements";
    }

    /** What multiplies, in short. */
    public static String elementsInShort(Machine machine) {
        return machine instanceof Processor ? "lanes" : "PEs";
    }

    /** One of {@link #elementsInShort}. */
    public static String element(Machine machine) {
        return machine instanceof Processor ? "lane" : "PE";
    }

    public static String of(Level level) {
        return switch (level) {
            case SHARED -> "shared memory";
            case L1 -> "L1";
            case L2 -> "L2";
            case L3 -> "L3";
            default -> level.key();
        };
    }

    public static String of(Component component, Machine machine) {
        return switch (component) {
            case SHARED -> of(Level.SHARED);
            case L1 -> of(Level.L1);
            case L2 -> of(Level.L2);
            case L3 -> of(Level.L3);
            case VECTOR_UNIT -> machine instanceof Processor ? "other operations" : component.key();
            default -> component.key();
        };
    }

    /** Where a word means something else on a processor, with what it means there. */
    public static String of(Cause cause, Machine machine) {
        if (!(machine instanceof Processor)) {
            return cause.key();
        }
        return switch (cause) {
            case BUSY -> "busy (multiplies)";
            case DRAM -> "dram (waits for DRAM)";
            case BUFFER -> "buffer (waits for a cache)";
            case LAUNCH -> "launch (a kernel is being started)";
            case IMBALANCE -> "imbalance (edges of tiles, cores without one)";
            case PIPELINE -> "pipeline (latencies, other instructions)";
            default -> cause.key();
        };
    }

    /** What feeds the multipliers, beside DRAM: the second roof. */
    public static String feed(Machine machine) {
        if (machine instanceof Processor processor) {
            return of(lastCache(processor));
        }
        return machine instanceof SparseEngine ? "matrix SRAM" : "buses";
    }

    public static String of(Cache cache) {
        return of(level(cache));
    }

    /** The level of the cache that all cores share. */
    public static Level lastCache(Processor machine) {
        return level(machine.memory().last());
    }

    private static Level level(Cache cache) {
        return Level.valueOf(cache.place().name());
    }
}
