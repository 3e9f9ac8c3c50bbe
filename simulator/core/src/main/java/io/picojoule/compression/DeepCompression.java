package io.picojoule.compression;

import io.picojoule.workload.SparseMatrix;

/**
 * What Deep Compression makes of the weights of a layer (Han et al., ICLR 2016): pruned weights share a few values, are stored as codes and
 * relative indices, and both are Huffman-coded. The codebook counts, at 32 bits a value; the tables of the Huffman codes do not, as in the
 * paper.
 *
 * @param weights all of them, zeros too
 * @param kept those that are not zero
 * @param entries that are stored: those kept, and padding zeros
 * @param codeBits of an entry's code, without Huffman code
 * @param indexBits of an entry's index, without Huffman code
 * @param huffmanCodeBits of the codes of all entries
 * @param huffmanIndexBits of the indices of all entries
 * @param codebookBits of all codebooks
 */
public record DeepCompression(
        long weights,
        long kept,
        long entries,
        long codeBits,
        long indexBits,
        long huffmanCodeBits,
        long huffmanIndexBits,
        long codebookBits) {
    /** Of a weight before compression, and of a value of the codebook. */
    public static final int FLOAT_BITS = 32;

    public static final DeepCompression NONE = new DeepCompression(0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * Compresses the weights of a layer.
     *
     * @param pruned the weights that are kept
     * @param codeBits of a code: one of them is that of padding zeros, and the others share the weights
     * @param indexBits of a relative index
     */
    public static DeepCompression of(SparseMatrix pruned, int codeBits, int indexBits) {
        SparseMatrix codes = SharedWeights.of(pruned, (1 << codeBits) - 1).codes();
        long[] codeCounts = new long[1 << codeBits];
        long[] indexCounts = new long[1 << indexBits];
        new RelativeIndex(codeBits, indexBits).each(codes, (zeros, code) -> {
            codeCounts[code]++;
            indexCounts[zeros]++;
        });
        long entries = 0;
        for (long count : codeCounts) {
            entries += count;
        }
        return new DeepCompression(
                pruned.places(),
                pruned.nonZeros(),
                entries,
                entries * codeBits,
                entries * indexBits,
                HuffmanCode.of(codeCounts).bits(),
                HuffmanCode.of(indexCounts).bits(),
                (long) codeCounts.length * FLOAT_BITS);
    }

    /** Two layers together. */
    public DeepCompression plus(DeepCompression other) {
        return new DeepCompression(
                weights + other.weights,
                kept + other.kept,
                entries + other.entries,
                codeBits + other.codeBits,
                indexBits + other.indexBits,
                huffmanCodeBits + other.huffmanCodeBits,
                huffmanIndexBits + other.huffmanIndexBits,
                codebookBits + other.codebookBits);
    }

    /** Pruned and quantised. */
    public long quantisedBits() {
        return codeBits + indexBits + codebookBits;
    }

    /** Pruned, quantised and Huffman-coded. */
    public long huffmanBits() {
        return huffmanCodeBits + huffmanIndexBits + codebookBits;
    }

    public long originalBits() {
        return weights * FLOAT_BITS;
    }

    public double density() {
        return (double) kept / weights;
    }

    /** Bits a stored entry, of all that {@code bits} counts. */
    public double perEntry(long bits) {
        return (double) bits / entries;
    }

    /** Of the original size. */
    public double fraction(long bits) {
        return (double) bits / originalBits();
    }
}
