package io.picojoule.config;

import io.picojoule.config.document.Quantities;
import io.picojoule.config.document.Section;
import io.picojoule.hardware.Interleave;
import io.picojoule.hardware.MachineIdentity;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.hardware.VectorUnit;
import io.picojoule.workload.WordWidths;
import java.util.Optional;
import java.util.Set;

/** Reads {@code kind: sparse-engine}. */
final class SparseEngineReader {
    static final int MOST_ELEMENTS = 65_536;
    static final int MOST_BANKS = 1024;
    private static final int WIDEST_LINE = 65_536;
    private static final int USUAL_WORD_BITS = 16;
    private static final int USUAL_POINTER_BITS = 16;
    private static final int USUAL_BANKS = 2;
    private static final int BYTES_PER_KIB = 1024;
    private static final int USUAL_ACTIVATION_KIB = 2;

    private final Section root;
    private final Presets presets;

    private SparseEngineReader(Section root, Presets presets) {
        this.root = root;
        this.presets = presets;
    }

    static Optional<SparseEngine> read(Section root, Presets presets, Optional<MachineIdentity> identity) {
        return new SparseEngineReader(root, presets).read(identity);
    }

    private Optional<SparseEngine> read(Optional<MachineIdentity> identity) {
        Quantities quantities = new Quantities(root);
        long clock = quantities.hertz("clock");
        int elements = root.whole("processing-elements", 1, MOST_ELEMENTS, "64");
        int slots = queue(quantities);
        int index = quantities.bits("index", SparseEngine.WIDEST_FIELD, "4 bit");
        int code = quantities.bits("weight-code", SparseEngine.WIDEST_FIELD, "4 bit");
        int codebook = codebook(quantities, code);
        Optional<SparseEngine.MatrixSram> matrix = matrixSram(index + code);
        Optional<SparseEngine.PointerSram> pointers = pointerSram();
        long activationSram = activationSram();
        int registers = quantities.words("activation-registers", 1, "64 words");
        int pipeline = (int) quantities.cycles("pipeline");
        Interleave interleave = root.choice("interleave", Keys.INTERLEAVES);
        Optional<WordWidths> words = words();
        Optional<VectorUnit> vectorUnit = CommonReader.vectorUnit(root);
        Set<String> fuses = CommonReader.fuses(root);
        String energy = CommonReader.energyTable(root, presets);
        root.done();
        return matrix.isEmpty() || pointers.isEmpty() || words.isEmpty() || identity.isEmpty()
                ? Optional.empty()
                : root.build(() -> new SparseEngine(
                        identity.get(),
                        clock,
                        elements,
                        slots,
                        index,
                        code,
                        codebook,
                        matrix.get(),
                        pointers.get(),
                        activationSram,
                        registers,
                        pipeline,
                        interleave,
                        words.get(),
                        vectorUnit,
                        fuses,
                        energy));
    }

    private int queue(Quantities quantities) {
        int before = root.problems().count();
        int slots = quantities.slots("queue", "8 slots");
        if (slots < 2 && root.problems().count() == before) {
            root.find("queue")
                    .ifPresent(value ->
                            value.refuse(SparseEngine.tooShortQueue(slots), "at least 2 slots are wanted", "8 slots"));
        }
        return slots;
    }

    private int codebook(Quantities quantities, int codeBits) {
        int before = root.problems().count();
        int entries = quantities.entries("codebook", "16 entries");
        if (root.problems().count() == before && (entries < 2 || entries > 1 << codeBits)) {
            root.find("codebook")
                    .ifPresent(value -> value.refuse(
                            SparseEngine.wrongCodebook(entries, codeBits),
                            "2 to " + (1 << codeBits) + " entries are wanted",
                            (1 << codeBits) + " entries"));
        }
        return entries;
    }

    private Optional<SparseEngine.MatrixSram> matrixSram(int entryBits) {
        Section section = root.section("matrix-sram");
        Quantities sizes = new Quantities(section);
        long capacity = sizes.bytes("capacity", "128 KiB");
        int width = sizes.bits("width", WIDEST_LINE, "64 bit");
        if (width < entryBits && root.isSound()) {
            section.find("width")
                    .ifPresent(value -> value.refuse(SparseEngine.tooNarrowLine(width, entryBits), "", "64 bit"));
        }
        if (section.isSound() && capacity * Byte.SIZE < width) {
            section.find("capacity")
                    .ifPresent(value -> value.refuse(SparseEngine.noLine(capacity, width), "", "128 KiB"));
        }
        section.done();
        return section.build(() -> new SparseEngine.MatrixSram(capacity, width));
    }

    private Optional<SparseEngine.PointerSram> pointerSram() {
        Section section = root.section("pointer-sram");
        Quantities sizes = new Quantities(section);
        long capacity = sizes.bytes("capacity", "32 KiB");
        int banks = section.wholeOr("banks", USUAL_BANKS, 1, MOST_BANKS, "2");
        int pointer = section.has("pointer") ? sizes.bits("pointer", WordBits.WIDEST) : USUAL_POINTER_BITS;
        section.done();
        return section.build(() -> new SparseEngine.PointerSram(capacity, banks, pointer));
    }

    private long activationSram() {
        return root.findSection("activation-sram")
                .map(section -> {
                    long capacity = new Quantities(section).bytes("capacity", "2 KiB");
                    section.done();
                    return capacity;
                })
                .orElse((long) USUAL_ACTIVATION_KIB * BYTES_PER_KIB);
    }

    private Optional<WordWidths> words() {
        WordWidths usual = new WordWidths(USUAL_WORD_BITS, USUAL_WORD_BITS, USUAL_WORD_BITS, USUAL_WORD_BITS);
        return root.build(() -> usual.with(WordBits.read(root, "word")));
    }
}
