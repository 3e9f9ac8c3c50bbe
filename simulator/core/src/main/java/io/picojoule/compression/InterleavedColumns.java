package io.picojoule.compression;

import io.picojoule.workload.SparseMatrix;
import java.util.Arrays;

/**
 * EIE's compressed sparse columns (Han et al., ISCA 2016, section III-B): row {@code i} belongs to PE {@code i mod N}, and each PE keeps its
 * rows column by column. An entry is a code and how many zeros are before it in its column, counted among the PE's own rows; where there are
 * more than the largest number of so many bits, an entry of code 0 takes that many and, being a zero itself, one more. Zeros behind the last
 * entry of a column are not stored. A pointer a column, and one for the end, tell where columns begin, modulo what their bits hold. Codes
 * are the matrix' values and not negative.
 *
 * @param processingElements N, 1 or more
 */
public record InterleavedColumns(int codeBits, int indexBits, int pointerBits, int processingElements)
        implements Format {
    /** Of the paper: 4-bit codes and indices, 16-bit pointers. */
    public static InterleavedColumns eie(int processingElements) {
        return new InterleavedColumns(4, 4, 16, processingElements);
    }

    public InterleavedColumns {
        new Words(codeBits, false);
        new Words(pointerBits, false);
        RelativeIndex.requireIndex(indexBits);
        if (processingElements < 1) {
            throw new IllegalArgumentException("InterleavedColumns: there must be a PE, not " + processingElements);
        }
    }

    @Override
    public String key() {
        return "csc";
    }

    @Override
    public long bits(SparseMatrix matrix) {
        return Arrays.stream(entriesByColumn(matrix)).asLongStream().sum() * (codeBits + indexBits) + pointers(matrix);
    }

    private long pointers(SparseMatrix matrix) {
        return (matrix.columns() + 1L) * processingElements * pointerBits;
    }

    /** Entries, padding included, of each PE and column: {@code [processingElements][columns]}. */
    private int[] entriesByColumn(SparseMatrix matrix) {
        return ColumnEntries.of(matrix, 0, matrix.rows(), processingElements, indexBits)
                .entries();
    }

    @Override
    public Bits encode(SparseMatrix matrix) {
        int[] entries = entriesByColumn(matrix);
        int[] starts = new int[entries.length + 1];
        System.arraycopy(entries, 0, starts, 1, entries.length);
        Arrays.parallelPrefix(starts, Math::addExact);
        int[] codes = new int[starts[entries.length]];
        int[] zeros = new int[codes.length];
        int[] next = starts.clone();
        ColumnEntries.visit(matrix, 0, matrix.rows(), processingElements, indexBits, (pe, column, run, index) -> {
            int at = next[pe * matrix.columns() + column]++;
            zeros[at] = run;
            codes[at] = index == ColumnEntries.PADDING ? 0 : matrix.values()[index];
        });
        return write(matrix.columns(), starts, codes, zeros);
    }

    /** PE after PE: its pointers, then its entries. */
    private Bits write(int columns, int[] starts, int[] codes, int[] zeros) {
        BitWriter writer = new BitWriter();
        Words words = new Words(codeBits, false);
        for (int pe = 0; pe < processingElements; pe++) {
            int begin = starts[pe * columns];
            int end = starts[(pe + 1) * columns];
            for (int column = 0; column <= columns; column++) {
                writer.write(starts[pe * columns + column] - begin, pointerBits);
            }
            for (int entry = begin; entry < end; entry++) {
                words.write(codes[entry], writer);
                writer.write(zeros[entry], indexBits);
            }
        }
        return writer.bits();
    }

    @Override
    public SparseMatrix decode(int rows, int columns, Bits bits) {
        BitReader reader = new BitReader(bits);
        Words words = new Words(codeBits, false);
        Triplets matrix = new Triplets(rows, columns);
        for (int pe = 0; pe < processingElements; pe++) {
            long[] pointers = new long[columns + 1];
            for (int column = 0; column <= columns; column++) {
                pointers[column] = reader.read(pointerBits);
            }
            for (int column = 0; column < columns; column++) {
                long entries = pointers[column + 1] - pointers[column] & (1L << pointerBits) - 1;
                long ownRow = 0;
                for (long entry = 0; entry < entries; entry++) {
                    int code = words.read(reader);
                    ownRow += reader.read(indexBits);
                    matrix.add(ownRow++ * processingElements + pe, column, code);
                }
            }
        }
        return matrix.matrix();
    }
}
