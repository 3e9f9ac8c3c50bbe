package io.picojoule.config;

import static io.picojoule.config.schema.Form.either;
import static io.picojoule.config.schema.Form.map;
import static io.picojoule.config.schema.Form.oneOf;
import static io.picojoule.config.schema.Form.optional;
import static io.picojoule.config.schema.Form.quantity;
import static io.picojoule.config.schema.Form.required;
import static io.picojoule.config.schema.Form.whole;

import io.picojoule.config.document.Dimension;
import io.picojoule.config.schema.Form;
import io.picojoule.config.schema.Form.Key;
import java.util.List;

/** What the reader of sparse engines accepts beside what all machines have, as editors are told. */
final class SparseEngineForm {
    private static final Form SIZE = quantity("128 KiB", Dimension.SIZE);
    private static final Form BITS = quantity("4 bit", Dimension.SIZE);

    private SparseEngineForm() {}

    static List<Key> keys() {
        return List.of(
                required(
                        "processing-elements",
                        whole(1, SparseEngineReader.MOST_ELEMENTS, 64),
                        "Each has a share of the matrix."),
                required(
                        "queue",
                        quantity(Dimension.SLOTS),
                        "The ring in front of each element, which holds one activation less."),
                required("index", BITS, "Of the count of zeros before an entry."),
                required("weight-code", BITS, "Of an entry's place in the codebook."),
                required("codebook", quantity(Dimension.ENTRIES), "Shared weights, the zero of padding among them."),
                required(
                        "matrix-sram",
                        map(
                                required("capacity", SIZE, "In each element."),
                                required("width", quantity("64 bit", Dimension.SIZE), "Of a line, read as a whole.")),
                        "Where an element keeps its entries."),
                required(
                        "pointer-sram",
                        map(
                                required("capacity", SIZE, "In each element."),
                                optional(
                                        "banks",
                                        whole(1, SparseEngineReader.MOST_BANKS, 2),
                                        "Two bring both pointers of a column at once. Default: 2."),
                                optional("pointer", BITS, "Of a pointer. Default: 16 bit.")),
                        "Where an element keeps where its columns begin."),
                optional(
                        "activation-sram",
                        map(required("capacity", SIZE, "In each element.")),
                        "Where vectors wait that are longer than the registers. Default: 2 KiB."),
                required(
                        "activation-registers",
                        quantity(Dimension.WORDS),
                        "Of each element, for activations, and as many for sums; what is longer waits in the activation SRAM."),
                required("pipeline", quantity(Dimension.CYCLES), "From the last entry to its sum written back."),
                AcceleratorForm.AREA_TABLE,
                required(
                        "interleave", oneOf(Keys.INTERLEAVES.keySet()), "What of the matrix is dealt to the elements."),
                optional(
                        "word",
                        either(AcceleratorForm.BITS, AcceleratorForm.widths(Form::optional)),
                        "Bits of activations, shared weights, partial sums and outputs. Default: 16 bit."));
    }
}
