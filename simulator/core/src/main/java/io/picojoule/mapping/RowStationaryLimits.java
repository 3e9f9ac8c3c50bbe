package io.picojoule.mapping;

import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.WordWidths;
import java.util.ArrayList;
import java.util.List;

/** What a machine can hold of a row-stationary mapping: scratchpads, the array, the buffers. All parameters are cut to the layer. */
final class RowStationaryLimits {
    private final SpatialArray machine;
    private final ProcessingElement element;
    private final BufferLimits buffers;

    RowStationaryLimits(SpatialArray machine, WordWidths words) {
        this.machine = machine;
        this.element = machine.processingElement();
        this.buffers = new BufferLimits(machine, words);
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

    /**
     * Filters that an element can interleave, whose scratchpads hold {@code one} with one of them.
     *
     * @param one only its channels and its filter columns matter
     */
    int mostFilters(LoopNest nest, RowStationaryParameters one) {
        long weights = (long) one.q() * one.filterColumns();
        long most = Math.min(nest.m(), Math.min(element.weightWords() / weights, element.partialSumWords()));
        if (element.sharedWords().isPresent()) {
            long rest = element.sharedWords().getAsInt() - windowWords(nest, one);
            most = Math.min(most, rest / (weights + 1));
        }
        return (int) Math.max(1, most);
    }

    /**
     * Filters of a pass whose weights the buffers hold together with one image and one column of outputs, at most; what array and scratchpads
     * hold is another question.
     *
     * @param one only its strip, its channels and its part of the filter matter
     */
    int mostFiltersOfPass(LoopNest nest, RowStationaryParameters one) {
        int low = 0;
        // A last block may be filled in part.
        int high = 2 * nest.m();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            RowStationaryParameters pass = new RowStationaryParameters(
                    Math.min(middle, nest.m()),
                    1,
                    one.e(),
                    middle,
                    one.q(),
                    one.r(),
                    1,
                    1,
                    one.filterRows(),
                    one.filterColumns());
            if (fitsWeightBuffer(pass) && fitsGlobalBuffer(nest, pass)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
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

    /** Bytes of the global buffer that all operands take, whole banks. */
    long globalBufferBytes(LoopNest nest, RowStationaryParameters parameters) {
        long inputs = inputBytes(nest, parameters);
        long sums = partialSumBytes(nest, parameters);
        return machine.memory().weightsInGlobalBuffer()
                ? buffers.occupied(inputs, sums, weightBytes(parameters))
                : buffers.occupied(inputs, sums);
    }

    /** n q r input planes of a patch. */
    long inputBytes(LoopNest nest, RowStationaryParameters parameters) {
        long pixels = (long) nest.inputRows(parameters.e()) * nest.inputColumns(parameters.f());
        return buffers.inputBytes(pixels * parameters.n() * parameters.q() * parameters.r());
    }

    /** n m output planes of a patch. */
    long partialSumBytes(LoopNest nest, RowStationaryParameters parameters) {
        long pixels = (long) parameters.e() * parameters.f();
        return buffers.sumBytes(pixels * parameters.n() * parameters.m());
    }

    /** The weights of a pass. */
    long weightBytes(RowStationaryParameters parameters) {
        return buffers.weightBytes((long) parameters.p()
                * parameters.t()
                * parameters.q()
                * parameters.r()
                * parameters.filterRows()
                * parameters.filterColumns());
    }

    boolean fitsGlobalBuffer(LoopNest nest, RowStationaryParameters parameters) {
        return buffers.holds(globalBufferBytes(nest, parameters));
    }

    boolean fitsWeightBuffer(RowStationaryParameters parameters) {
        return buffers.fitsWeightBuffer(weightBytes(parameters));
    }

    private void buffers(LoopNest nest, RowStationaryParameters parameters, List<String> found) {
        String parts = BufferLimits.size(inputBytes(nest, parameters)) + " of input planes (n q r) and "
                + BufferLimits.size(partialSumBytes(nest, parameters)) + " of partial sums (n m)";
        buffers.globalBuffer(parts, globalBufferBytes(nest, parameters), found);
        buffers.weightBuffer(weightBytes(parameters), found);
    }
}
