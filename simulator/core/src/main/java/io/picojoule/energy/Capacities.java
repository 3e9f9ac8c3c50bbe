package io.picojoule.energy;

import io.picojoule.activity.Level;
import io.picojoule.hardware.Cache;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.OnChipBuffer;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.Operand;
import java.util.OptionalLong;

/** How large the memory is that an access goes to; nothing where a machine has none. */
final class Capacities {
    private Capacities() {}

    static OptionalLong bytes(Machine machine, Level level, Operand operand) {
        if (machine instanceof SpatialArray array) {
            return bytes(array, level, operand);
        }
        return machine instanceof Processor processor
                ? bytes(processor, level)
                : bytes((SparseEngine) machine, level, operand);
    }

    private static OptionalLong bytes(SpatialArray machine, Level level, Operand operand) {
        return switch (level) {
            case SCRATCHPAD ->
                ofBits((long) scratchpadWords(machine.processingElement(), operand)
                        * machine.words().bits(operand));
            case GLOBAL_BUFFER ->
                OptionalLong.of(machine.memory().globalBuffer().capacityBytes());
            case WEIGHT_BUFFER ->
                machine.memory()
                        .weightBuffer()
                        .map(OnChipBuffer::capacityBytes)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty());
            case NETWORK, POINTER_BUFFER, QUEUE, SHARED, L1, L2, L3, DRAM -> OptionalLong.empty();
        };
    }

    /** By the size of the scratchpad, whose words are the machine's: narrower ones of a layer do not make it smaller. */
    private static int scratchpadWords(ProcessingElement element, Operand operand) {
        int own = switch (operand) {
            case INPUT -> element.inputWords();
            case WEIGHT -> element.weightWords();
            case PARTIAL_SUM, OUTPUT -> element.partialSumWords();
        };
        return element.sharedWords().orElse(own);
    }

    private static OptionalLong bytes(SparseEngine machine, Level level, Operand operand) {
        return switch (level) {
            case SCRATCHPAD ->
                ofBits((long) machine.activationRegisters() * machine.words().bits(operand));
            case GLOBAL_BUFFER -> OptionalLong.of(machine.activationSramBytes());
            case WEIGHT_BUFFER -> OptionalLong.of(machine.matrixSram().capacityBytes());
            case POINTER_BUFFER -> OptionalLong.of(machine.pointerSram().capacityBytes());
            case QUEUE -> ofBits((long) machine.queueSlots() * machine.words().inputBits());
            case NETWORK, SHARED, L1, L2, L3, DRAM -> OptionalLong.empty();
        };
    }

    private static OptionalLong bytes(Processor machine, Level level) {
        for (Cache cache : machine.memory().caches()) {
            if (cache.place().key().equals(level.key())) {
                return OptionalLong.of(cache.capacityBytes());
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong ofBits(long bits) {
        return OptionalLong.of(Math.max(1, bits / Byte.SIZE));
    }
}
