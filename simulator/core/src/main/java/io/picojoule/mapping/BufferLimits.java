package io.picojoule.mapping;

import io.picojoule.hardware.MemoryHierarchy;
import io.picojoule.hardware.OnChipBuffer;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** What the buffers of a machine hold of the tiles of a layer, whole banks where there are banks. */
final class BufferLimits {
    private final MemoryHierarchy memory;
    private final WordWidths words;

    BufferLimits(SpatialArray machine, WordWidths words) {
        this.memory = machine.memory();
        this.words = words;
    }

    /** Bytes of an input tile; twice where the next is fetched meanwhile. */
    long inputBytes(long inputWords) {
        return bytes(inputWords, words.inputBits()) * copies(Operand.INPUT);
    }

    /** Bytes of an output tile; twice where the last is stored meanwhile. */
    long sumBytes(long sumWords) {
        return bytes(sumWords, words.partialSumBits()) * copies(Operand.OUTPUT);
    }

    /** Bytes of weights of one pass, or of one tile. */
    long weightBytes(long weightWords) {
        return bytes(weightWords, words.weightBits());
    }

    /** As {@link #weightBytes}; twice where the next are fetched meanwhile. */
    long weightTileBytes(long weightWords) {
        return weightBytes(weightWords) * copies(Operand.WEIGHT);
    }

    private int copies(Operand operand) {
        return memory.dram().overlaps().contains(operand) ? 2 : 1;
    }

    private static long bytes(long words, int bits) {
        return (words * bits + 7) / 8;
    }

    /** Bytes of the global buffer that such parts take together. */
    long occupied(long... parts) {
        long sum = 0;
        for (long part : parts) {
            sum += memory.globalBuffer().occupiedBytes(part);
        }
        return sum;
    }

    boolean holds(long occupied) {
        return occupied <= memory.globalBuffer().usableBytes();
    }

    /** What is wrong if the parts do not fit together; {@code parts} names them. */
    void globalBuffer(String parts, long occupied, List<String> found) {
        OnChipBuffer buffer = memory.globalBuffer();
        if (!holds(occupied)) {
            found.add("global buffer: " + parts + " take " + size(occupied)
                    + (buffer.bankBytes().isPresent() ? " in whole banks" : "") + ", the machine has "
                    + size(buffer.usableBytes()));
        }
    }

    boolean fitsWeightBuffer(long weightBytes) {
        return memory.weightBuffer().isEmpty()
                || weightBytes <= memory.weightBuffer().get().capacityBytes();
    }

    void weightBuffer(long weightBytes, List<String> found) {
        if (!fitsWeightBuffer(weightBytes)) {
            found.add("weight buffer: the weights of a pass take " + size(weightBytes) + ", the machine has "
                    + size(memory.weightBuffer().orElseThrow().capacityBytes()));
        }
    }

    /** In KiB, with as many decimals as it takes to tell neighbours apart. */
    static String size(long bytes) {
        return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(bytes / 1024.0)
                + " KiB";
    }
}
