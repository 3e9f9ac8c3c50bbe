package io.picojoule.timing.processor;

import io.picojoule.hardware.Cache;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.ProcessorMemory;

/** How long the memories of a processor take for what they move, in cycles of its clock. */
final class Bandwidths {
    private final Processor machine;
    private final ProcessorMemory memory;

    Bandwidths(Processor machine) {
        this.machine = machine;
        this.memory = machine.memory();
    }

    /** Of a cache, of which each core has its share of the bandwidth. */
    double cache(Cache cache, double bytes, int cores) {
        return cycles(bytes, (double) cache.bytesPerSecond() * cores / machine.cores());
    }

    /** Of the last cache and all before it but the nearest, through which the same passes: of the slowest. */
    double outerCaches(double bytes, int cores) {
        double slowest = cache(memory.last(), bytes, cores);
        for (int i = 1; i < memory.caches().size() - 1; i++) {
            slowest = Math.max(slowest, cache(memory.caches().get(i), bytes, cores));
        }
        return slowest;
    }

    /** Of DRAM, with the usual efficiencies. */
    double dram(double readBytes, double writtenBytes, int cores) {
        return dram(readBytes, writtenBytes, cores, memory.readEfficiency());
    }

    /** Of DRAM, where reads reach another share of its bandwidth. A few cores may have too few misses outstanding for all of it. */
    double dram(double readBytes, double writtenBytes, int cores, double readEfficiency) {
        double bandwidth = memory.dram().bytesPerSecond();
        double channel = cycles(readBytes, bandwidth * readEfficiency)
                + cycles(writtenBytes, bandwidth * memory.writeEfficiency());
        double misses = cycles(readBytes + writtenBytes, (double) memory.coreBytesPerSecond() * cores);
        return Math.max(channel, misses);
    }

    /** From one kernel to the next. */
    double launch() {
        return machine.library().launchNanoseconds() * machine.clockHertz() / 1e9;
    }

    private double cycles(double bytes, double bytesPerSecond) {
        return bytes == 0 ? 0 : bytes / bytesPerSecond * machine.clockHertz();
    }
}
