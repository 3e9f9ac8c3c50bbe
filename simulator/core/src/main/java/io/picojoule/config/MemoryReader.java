package io.picojoule.config;

import io.picojoule.config.document.Quantities;
import io.picojoule.config.document.Section;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.MemoryHierarchy;
import io.picojoule.hardware.OnChipBuffer;
import io.picojoule.workload.Operand;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the {@code memory} of a spatial array. */
final class MemoryReader {
    static final Map<String, Operand> COMPRESSED = Keys.operands(Operand.INPUT, Operand.OUTPUT);
    static final Map<String, Operand> OVERLAPPED = Keys.operands(Operand.INPUT, Operand.WEIGHT, Operand.OUTPUT);

    private MemoryReader() {}

    static Optional<MemoryHierarchy> read(Section memory) {
        Optional<OnChipBuffer> globalBuffer =
                buffer(memory.section("global-buffer"), "100 KiB", "[input, partial-sum]", MemoryReader::isGlobal);
        Optional<OnChipBuffer> weightBuffer = memory.findSection("weight-buffer")
                .flatMap(section -> buffer(section, "8 KiB", "[weight]", Set.of(Operand.WEIGHT)::equals));
        Optional<OnChipBuffer> accumulators = memory.findSection("accumulators")
                .flatMap(section -> buffer(section, "4 MiB", "[partial-sum]", Set.of(Operand.PARTIAL_SUM)::equals));
        Optional<Dram> dram = dram(memory.section("dram"));
        memory.done();
        return globalBuffer.isEmpty() || dram.isEmpty()
                ? Optional.empty()
                : memory.build(() -> new MemoryHierarchy(globalBuffer.get(), weightBuffer, accumulators, dram.get()));
    }

    private static boolean isGlobal(Set<Operand> holds) {
        return holds.contains(Operand.INPUT) && holds.contains(Operand.PARTIAL_SUM);
    }

    /** Partial sums without a buffer, or weights in two, are machines that no timing here describes. */
    private static Optional<OnChipBuffer> buffer(
            Section section, String example, String wanted, Predicate<Set<Operand>> isRight) {
        Quantities sizes = new Quantities(section);
        long capacity = sizes.bytes("capacity", example);
        OptionalLong bank = sizes.findBytes("bank", "4 KiB");
        section.require("holds", "a list of operands", wanted);
        int before = section.problems().count();
        Set<Operand> holds = section.choices("holds", Keys.OPERANDS).orElse(Set.of());
        if (section.has("holds") && section.problems().count() == before && !isRight.test(holds)) {
            section.find("holds")
                    .ifPresent(value -> value.refuse("this buffer holds other operands", wanted + " is wanted", ""));
        }
        section.done();
        if (bank.isPresent() && bank.getAsLong() > capacity && section.isSound()) {
            section.find("bank").ifPresent(value -> value.refuse("a bank is larger than the buffer", "", ""));
        }
        return section.build(() -> new OnChipBuffer(capacity, bank, holds));
    }

    private static Optional<Dram> dram(Section section) {
        Quantities quantities = new Quantities(section);
        long bandwidth = quantities.bytesPerSecond("bandwidth");
        long latency = quantities.cycles("latency");
        Dram.Compression compression = section.choiceOr("compression", Keys.COMPRESSIONS, Dram.Compression.NONE);
        Set<Operand> compresses = section.choices("compresses", COMPRESSED).orElse(Set.of());
        Set<Operand> overlaps = section.choices("overlaps", OVERLAPPED).orElse(Set.of());
        Set<Operand> resident = section.choices("resident", COMPRESSED).orElse(Set.of());
        OptionalLong burst = quantities.findBytes("weight-burst", "64 KiB");
        section.done();
        // Written out, "none" may stand beside it: so one value switches a compressor off.
        if (!section.has("compression") && !compresses.isEmpty() && section.isSound()) {
            section.find("compresses")
                    .ifPresent(value -> value.refuse(
                            "there is no compression to compress with", "'compression' is wanted too", "run-length"));
        }
        return section.build(() -> new Dram(bandwidth, latency, compression, compresses, overlaps, resident, burst));
    }
}
