package io.picojoule.timing.array;

import io.picojoule.hardware.Buses;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.MachineIdentity;
import io.picojoule.hardware.MemoryHierarchy;
import io.picojoule.hardware.OnChipBuffer;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Machines of which a test states only what its engine looks at. */
final class TestArrays {
    /** Enough for every layer of a test. */
    static final OnChipBuffer LARGE_BUFFER =
            new OnChipBuffer(1 << 24, OptionalLong.empty(), Set.of(Operand.INPUT, Operand.PARTIAL_SUM));

    private TestArrays() {}

    static SpatialArray of(long clockHertz, ProcessingElement element, Buses buses, MemoryHierarchy memory) {
        return new SpatialArray(
                new MachineIdentity("test array", "", "", "", OptionalDouble.empty()),
                clockHertz,
                64,
                64,
                Interconnect.MULTICAST,
                "row-stationary",
                new WordWidths(16, 16, 16, 16),
                element,
                buses,
                memory,
                Optional.empty(),
                Set.of(),
                "",
                Map.of());
    }

    static MemoryHierarchy memory(Dram dram) {
        return new MemoryHierarchy(LARGE_BUFFER, Optional.empty(), dram);
    }

    static Dram dram(long bytesPerSecond, long latencyCycles, Set<Operand> overlaps) {
        return new Dram(bytesPerSecond, latencyCycles, Dram.Compression.NONE, Set.of(), overlaps);
    }
}
