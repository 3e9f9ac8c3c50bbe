package io.picojoule.config;

import io.picojoule.config.document.Quantities;
import io.picojoule.config.document.Section;
import io.picojoule.hardware.Cache;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.ProcessorMemory;
import io.picojoule.workload.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the caches and the DRAM of a processor. */
final class ProcessorMemoryReader {
    static final int LARGEST_SECTOR = 4096;
    private static final int USUAL_SECTOR = 64;

    private ProcessorMemoryReader() {}

    static Optional<ProcessorMemory> read(Section root) {
        Section section = root.section("caches");
        List<Optional<Cache>> caches = new ArrayList<>();
        for (Cache.Place place : Cache.Place.values()) {
            section.findSection(place.key()).ifPresent(cache -> caches.add(cache(place, cache)));
        }
        section.done();
        if (caches.isEmpty() && root.has("caches") && section.isSound()) {
            root.find("caches")
                    .ifPresent(value -> value.refuse(
                            "at least one cache is wanted, which all cores share",
                            "l2: {capacity: 3 MiB, bandwidth: 718 GB/s}"));
        }
        Section dram = root.section("dram");
        Quantities quantities = new Quantities(dram);
        long bandwidth = quantities.bytesPerSecond("bandwidth");
        double reads = Shares.read(dram, "efficiency", 1);
        double writes = Shares.read(dram, "write-efficiency", reads);
        long core = dram.has("core-bandwidth") ? quantities.bytesPerSecond("core-bandwidth") : bandwidth;
        Set<Operand> resident =
                dram.choices("resident", MemoryReader.COMPRESSED).orElse(Set.of());
        dram.done();
        if (caches.isEmpty() || caches.stream().anyMatch(Optional::isEmpty) || !dram.isSound()) {
            return Optional.empty();
        }
        return dram.build(() -> new ProcessorMemory(
                caches.stream().map(Optional::get).toList(),
                new Dram(
                        bandwidth,
                        0,
                        Dram.Compression.NONE,
                        Set.of(),
                        Set.copyOf(MemoryReader.OVERLAPPED.values()),
                        resident,
                        OptionalLong.empty()),
                reads,
                writes,
                core));
    }

    private static Optional<Cache> cache(Cache.Place place, Section section) {
        Quantities quantities = new Quantities(section);
        long capacity = quantities.bytes("capacity", "3 MiB");
        long bandwidth = quantities.bytesPerSecond("bandwidth");
        long sector = quantities.findBytes("sector", "32 B").orElse(USUAL_SECTOR);
        if (sector > LARGEST_SECTOR) {
            section.find("sector")
                    .ifPresent(value -> value.refuse("at most " + LARGEST_SECTOR + " B is wanted", "32 B"));
        }
        section.done();
        return section.build(() -> new Cache(place, capacity, bandwidth, (int) Math.min(LARGEST_SECTOR, sector)));
    }
}
