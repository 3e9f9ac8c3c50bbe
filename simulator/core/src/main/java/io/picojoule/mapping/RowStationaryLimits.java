package io.picojoule.mapping;

import io.picojoule.hardware.OnChipBuffer;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a machine can hold of a row-stationary mapping: scratchpads, the array, the buffers. All parameters are cut to the layer. */
final class RowStationaryLimits {
    private final SpatialArray machine;
    private final WordWidths words;
    private final ProcessingElement element;

    RowStationaryLimits(SpatialArray machine, WordWidths words) {
        this.machine = machine;
        this.words = words;
        this.element = machine.processingElement();
    }

    /** Every limit that is violated, in a sentence each. */
    List<String> violations(LoopNest nest, RowStationaryParameters parameters) {
        List<String> found = new ArrayList<>();
        scratchpads(nest, parameters, found);
        array(parameters, found);
        buffers(nest, parameters, found);
        return found;
    }

    /** Words of the input scratchpad: a window of each channel. */
    static long windowWords(LoopNest nest, RowStationaryParameters parameters) {
        return (long) parameters.q() * nest.spanWidth(parameters.filterColumns());
    }

    static long weightWords(RowStationaryParameters parameters) {
        return (long) parameters.p() * parameters.q() * parameters.filterColumns();
    }

    /** Whether a processing element can hold it. The cheap question of a search. */
    boolean fitsScratchpads(LoopNest nest, RowStationaryParameters parameters) {
        long window = windowWords(nest, parameters);
        long weights = weightWords(parameters);
        return window <= element.inputWords()
                && weights <= element.weightWords()
                && parameters.p() <= element.partialSumWords()
                && (element.sharedWords().isEmpty()
                        || window + weights + parameters.p()
                                <= element.sharedWords().getAsInt());
    }

    private void scratchpads(LoopNest nest, RowStationaryParameters parameters, List<String> found) {
        long window = windowWords(nest, parameters);
        long weights = weightWords(parameters);
        exceeds(found, "input scratchpad: q x S", window, element.inputWords(), "words");
        exceeds(found, "weight scratchpad: p x q x S", weights, element.weightWords(), "words");
        exceeds(found, "partial-sum scratchpad: p", parameters.p(), element.partialSumWords(), "words");
        if (element.sharedWords().isPresent()) {
            exceeds(
                    found,
                    "shared register file: q x S + p x q x S + p",
                    window + weights + parameters.p(),
                    element.sharedWords().getAsInt(),
                    "words");
        }
    }

    /** Chains that fit above one another: each is r sets of R rows. */
    int bands(RowStationaryParameters parameters) {
        return machine.rows() / (parameters.filterRows() * parameters.r());
    }

    private void array(RowStationaryParameters parameters, List<String> found) {
        long chain = (long) parameters.filterRows() * parameters.r();
        exceeds(found, "array: a chain of R x r", chain, machine.rows(), "rows");
        if (chain <= machine.rows()) {
            int bands = bands(parameters);
            exceeds(
                    found,
                    "array: t x e chains",
                    (long) parameters.t() * parameters.e(),
                    (long) bands * machine.columns(),
                    "columns (" + bands + (bands == 1 ? " band of " : " bands of ") + chain + " rows)");
        }
    }

    private static void exceeds(List<String> found, String what, long need, long have, String unit) {
        if (need > have) {
            found.add(what + " = " + need + ", the machine has " + have + " " + unit);
        }
    }

    /** Bytes of the global buffer that each operand takes, whole banks. */
    long globalBufferBytes(LoopNest nest, RowStationaryParameters parameters) {
        OnChipBuffer buffer = machine.memory().globalBuffer();
        long sum = buffer.occupiedBytes(inputBytes(nest, parameters))
                + buffer.occupiedBytes(partialSumBytes(nest, parameters));
        return machine.memory().weightsInGlobalBuffer() ? sum + buffer.occupiedBytes(weightBytes(parameters)) : sum;
    }

    /** n q r input planes of a patch; twice where the next are fetched meanwhile. */
    long inputBytes(LoopNest nest, RowStationaryParameters parameters) {
        long pixels = (long) nest.inputRows(parameters.e()) * nest.inputColumns(parameters.f());
        long planes = (long) parameters.n() * parameters.q() * parameters.r();
        return bytes(pixels * planes, words.inputBits()) * copies(Operand.INPUT);
    }

    /** n m output planes of a patch. */
    long partialSumBytes(LoopNest nest, RowStationaryParameters parameters) {
        long pixels = (long) parameters.e() * parameters.f();
        return bytes(pixels * parameters.n() * parameters.m(), words.partialSumBits()) * copies(Operand.OUTPUT);
    }

    /** The weights of a pass. */
    long weightBytes(RowStationaryParameters parameters) {
        long weights = (long) parameters.p()
                * parameters.t()
                * parameters.q()
                * parameters.r()
                * parameters.filterRows()
                * parameters.filterColumns();
        return bytes(weights, words.weightBits());
    }

    private int copies(Operand operand) {
        return machine.memory().dram().overlaps().contains(operand) ? 2 : 1;
    }

    private static long bytes(long words, int bits) {
        return (words * bits + 7) / 8;
    }

    boolean fitsGlobalBuffer(LoopNest nest, RowStationaryParameters parameters) {
        return globalBufferBytes(nest, parameters)
                <= machine.memory().globalBuffer().usableBytes();
    }

    boolean fitsWeightBuffer(RowStationaryParameters parameters) {
        return machine.memory().weightBuffer().isEmpty()
                || weightBytes(parameters)
                        <= machine.memory().weightBuffer().get().capacityBytes();
    }

    private void buffers(LoopNest nest, RowStationaryParameters parameters, List<String> found) {
        OnChipBuffer buffer = machine.memory().globalBuffer();
        long need = globalBufferBytes(nest, parameters);
        if (need > buffer.usableBytes()) {
            found.add(String.format(
                    Locale.ROOT,
                    "global buffer: %s of input planes (n q r) and %s of partial sums (n m) take %s%s, the machine has %s",
                    size(inputBytes(nest, parameters)),
                    size(partialSumBytes(nest, parameters)),
                    size(need),
                    buffer.bankBytes().isPresent() ? " in whole banks" : "",
                    size(buffer.usableBytes())));
        }
        machine.memory().weightBuffer().ifPresent(weightBuffer -> {
            long weights = weightBytes(parameters);
            if (weights > weightBuffer.capacityBytes()) {
                found.add("weight buffer: the weights of a pass take " + size(weights) + ", the machine has "
                        + size(weightBuffer.capacityBytes()));
            }
        });
    }

    /** In KiB, with as many decimals as it takes to tell neighbours apart. */
    private static String size(long bytes) {
        return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(bytes / 1024.0)
                + " KiB";
    }
}
