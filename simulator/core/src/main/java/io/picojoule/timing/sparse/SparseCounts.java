package io.picojoule.timing.sparse;

/**
 * What an engine did for a layer, beside the cycles.
 *
 * @param runs products of a matrix and a vector, one after another
 * @param storedEntries of the compressed matrix, padding included
 * @param storedPaddingEntries of these, zeros that only break long runs
 * @param storedBits of entries, pointers and codebooks
 * @param matrixLines of SRAM that the matrix takes in the fullest element
 * @param pointers that each element has
 * @param columns activations that a run could need: inputs, gathered anew for each output of a convolution, and the bias
 * @param broadcasts non-zero activations that were sent
 * @param entries that were worked on, padding included
 * @param paddingEntries of these, padding
 * @param busiestElementEntries those of the element that had most
 * @param blockedCycles in which an activation was ready and some queue was full
 * @param pointerReads columns looked up, in all elements
 * @param matrixLineReads lines of matrix SRAM read, in all elements
 * @param elements of the engine
 */
public record SparseCounts(
        long runs,
        long storedEntries,
        long storedPaddingEntries,
        long storedBits,
        long matrixLines,
        long pointers,
        long columns,
        long broadcasts,
        long entries,
        long paddingEntries,
        long busiestElementEntries,
        long blockedCycles,
        long pointerReads,
        long matrixLineReads,
        int elements) {
    /** The same so often; what is stored is stored once. */
    public SparseCounts times(int count) {
        return new SparseCounts(
                runs * count,
                storedEntries,
                storedPaddingEntries,
                storedBits,
                matrixLines,
                pointers,
                columns * count,
                broadcasts * count,
                entries * count,
                paddingEntries * count,
                busiestElementEntries * count,
                blockedCycles * count,
                pointerReads * count,
                matrixLineReads * count,
                elements);
    }

    /** Entries of the mean element over those of the busiest; 1 if nobody had any. */
    public double loadBalance() {
        return busiestElementEntries == 0 ? 1 : (double) entries / elements / busiestElementEntries;
    }

    /** Cycles if every element had as much to do as the others, and never waited (EIE, Table IV: theoretical time). */
    public double theoreticalCycles() {
        return (double) entries / elements;
    }

    /** Theoretical cycles over those that it took; 1 if it took none. */
    public double efficiency(long cycles) {
        return cycles == 0 ? 1 : theoreticalCycles() / cycles;
    }
}
