package io.picojoule.hardware;

import io.picojoule.workload.WordWidths;
import java.util.Optional;
import java.util.Set;

/**
 * An engine for a compressed matrix and a vector with zeros (EIE, ISCA 2016): processing elements that hold a share of the matrix each, and
 * a unit that finds non-zero activations and sends them, one a cycle, into a queue in front of every element.
 *
 * @param queueSlots of the ring in front of each element, which holds one activation less
 * @param indexBits of the count of zeros before an entry; what runs longer takes padding zeros
 * @param weightCodeBits of an entry's place in the codebook
 * @param codebookEntries shared weights, the zero of padding among them
 * @param activationRegisters of each element, for activations that wait to be sent, and as many for sums
 * @param activationSramBytes of each element, where what the registers do not hold waits
 * @param pipelineCycles from the last entry taken up to its sum written back
 * @param words widths of activations, shared weights, partial sums and outputs
 */
public record SparseEngine(
        MachineIdentity identity,
        long clockHertz,
        int processingElements,
        int queueSlots,
        int indexBits,
        int weightCodeBits,
        int codebookEntries,
        MatrixSram matrixSram,
        PointerSram pointerSram,
        long activationSramBytes,
        int activationRegisters,
        int pipelineCycles,
        Interleave interleave,
        WordWidths words,
        Optional<VectorUnit> vectorUnit,
        Set<String> fuses,
        String energyTable)
        implements Machine {
    /** The widest index or code: entries are kept as two bytes. */
    public static final int WIDEST_FIELD = 8;

    /**
     * Where an element keeps its entries.
     *
     * @param widthBits of a line, which is read as a whole
     */
    public record MatrixSram(long capacityBytes, int widthBits) {
        public MatrixSram {
            if (capacityBytes < 1 || widthBits < 1) {
                throw new IllegalArgumentException("MatrixSram: at least 1 byte, and lines of at least 1 bit");
            }
        }

        /** Whole lines that it holds. */
        public long lines() {
            return capacityBytes * Byte.SIZE / widthBits;
        }
    }

    /**
     * Where an element keeps where its columns begin.
     *
     * @param banks a column needs two pointers, which come at once from two banks and one after the other from one
     * @param pointerBits of each
     */
    public record PointerSram(long capacityBytes, int banks, int pointerBits) {
        private static final int POINTERS_OF_A_COLUMN = 2;

        public PointerSram {
            if (capacityBytes < 1 || banks < 1 || pointerBits < 1) {
                throw new IllegalArgumentException("PointerSram: at least 1 byte, 1 bank and 1 bit");
            }
        }

        /** Cycles to read both pointers of a column. */
        public int cyclesOfAColumn() {
            return (POINTERS_OF_A_COLUMN + banks - 1) / banks;
        }

        /** Bits of both pointers of a column. */
        public int bitsOfAColumn() {
            return POINTERS_OF_A_COLUMN * pointerBits;
        }
    }

    public SparseEngine {
        if (clockHertz < 1 || processingElements < 1 || activationRegisters < 1 || activationSramBytes < 1) {
            throw new IllegalArgumentException(
                    "SparseEngine: clock, processing elements, and registers and SRAM for activations must be at least 1");
        }
        if (queueSlots < 2) {
            throw new IllegalArgumentException("SparseEngine: " + tooShortQueue(queueSlots));
        }
        if (indexBits < 1 || indexBits > WIDEST_FIELD || weightCodeBits < 1 || weightCodeBits > WIDEST_FIELD) {
            throw new IllegalArgumentException(
                    "SparseEngine: index and weight code have 1 to " + WIDEST_FIELD + " bit each");
        }
        if (codebookEntries < 2 || codebookEntries > 1 << weightCodeBits) {
            throw new IllegalArgumentException("SparseEngine: " + wrongCodebook(codebookEntries, weightCodeBits));
        }
        if (matrixSram.widthBits() < indexBits + weightCodeBits) {
            throw new IllegalArgumentException(
                    "SparseEngine: " + tooNarrowLine(matrixSram.widthBits(), indexBits + weightCodeBits));
        }
        if (pipelineCycles < 0) {
            throw new IllegalArgumentException("SparseEngine: the pipeline must have at least 0 cycles");
        }
        fuses = Set.copyOf(fuses);
    }

    /** What is wrong with a ring of so few slots. */
    public static String tooShortQueue(int slots) {
        return "a ring of " + slots + " slot" + (slots == 1 ? "" : "s")
                + " holds no activation, so nothing would ever be sent";
    }

    /** What is wrong with a codebook of so many entries. */
    public static String wrongCodebook(int entries, int codeBits) {
        return "a codebook of " + entries + " entries for codes of " + codeBits + " bit, which tell 2 to "
                + (1 << codeBits) + " apart";
    }

    /** What is wrong with a line of so few bits. */
    public static String tooNarrowLine(int widthBits, int entryBits) {
        return "a line of " + widthBits + " bit has no room for an entry of " + entryBits;
    }

    /** What is wrong with a matrix SRAM of so many bytes. */
    public static String noLine(long capacityBytes, int widthBits) {
        return capacityBytes + (capacityBytes == 1 ? " byte has" : " bytes have") + " no room for a line of "
                + widthBits + " bit";
    }

    @Override
    public String kind() {
        return "sparse-engine";
    }

    @Override
    public long elements() {
        return processingElements;
    }

    @Override
    public WordWidths precision() {
        return words;
    }

    /** Weights are loaded once and stay; activations stay from layer to layer. */
    @Override
    public Optional<Dram> dram() {
        return Optional.empty();
    }

    /** Activations that a queue holds: a full ring cannot be told from an empty one. */
    public int queueCapacity() {
        return queueSlots - 1;
    }

    /** Bits of an entry of the compressed matrix. */
    public int entryBits() {
        return indexBits + weightCodeBits;
    }

    /** Entries that one read of the matrix SRAM brings. */
    public int entriesPerLine() {
        return matrixSram.widthBits() / entryBits();
    }

    /** Entries that fit the matrix SRAM of an element, whole lines only. */
    public long entriesPerElement() {
        return matrixSram.lines() * entriesPerLine();
    }

    /** Activations, and sums, that all registers hold together: a longer vector is worked on in batches of so many. */
    public long activationsPerBatch() {
        return (long) processingElements * activationRegisters;
    }

    /** This engine with another number of elements. */
    public SparseEngine withProcessingElements(int other) {
        return with(other, queueSlots);
    }

    /** This engine with queues of another length. */
    public SparseEngine withQueueSlots(int other) {
        return with(processingElements, other);
    }

    private SparseEngine with(int elements, int slots) {
        return new SparseEngine(
                identity,
                clockHertz,
                elements,
                slots,
                indexBits,
                weightCodeBits,
                codebookEntries,
                matrixSram,
                pointerSram,
                activationSramBytes,
                activationRegisters,
                pipelineCycles,
                interleave,
                words,
                vectorUnit,
                fuses,
                energyTable);
    }
}
