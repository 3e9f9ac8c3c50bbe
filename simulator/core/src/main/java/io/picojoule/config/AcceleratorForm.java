package io.picojoule.config;

import static io.picojoule.config.schema.Form.either;
import static io.picojoule.config.schema.Form.map;
import static io.picojoule.config.schema.Form.matching;
import static io.picojoule.config.schema.Form.oneOf;
import static io.picojoule.config.schema.Form.optional;
import static io.picojoule.config.schema.Form.quantity;
import static io.picojoule.config.schema.Form.required;
import static io.picojoule.config.schema.Form.some;
import static io.picojoule.config.schema.Form.text;
import static io.picojoule.config.schema.Form.whole;

import io.picojoule.config.document.Dimension;
import io.picojoule.config.schema.Form;
import io.picojoule.config.schema.Form.Key;
import io.picojoule.workload.Operand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the readers of accelerators accept, as editors are told. */
final class AcceleratorForm {
    private static final Form WORDS = quantity(Dimension.WORDS);
    private static final Form RATE = quantity(Dimension.WORD_RATE);
    static final Form BITS = quantity("16 bit", Dimension.SIZE);
    private static final Form SIZE = quantity(Dimension.SIZE);

    static final Key AREA_TABLE = optional(
            "area-table",
            text("area-45nm"),
            "What the parts take: a preset or a file, or none where their area means nothing. Default: area-45nm.");

    private AcceleratorForm() {}

    static Form.Keys document() {
        Map<String, List<Key>> kinds = new LinkedHashMap<>();
        kinds.put(MachineReader.SPATIAL_ARRAY, spatialArray());
        kinds.put(MachineReader.SPARSE_ENGINE, SparseEngineForm.keys());
        kinds.put(MachineReader.PROCESSOR, ProcessorForm.keys());
        return map(
                        required("name", text("Eyeriss"), "What tables and reports call it."),
                        required("kind", oneOf(kinds.keySet()), "What sort of machine it is."),
                        optional("description", text("168-PE row-stationary chip"), "A line for lists."),
                        optional(
                                "source",
                                text("JSSC 52(1) 2017"),
                                "Where its numbers are from, where they do not say so themselves."),
                        optional("technology", quantity(Dimension.LENGTH), "Feature size of the process."),
                        optional(
                                "year",
                                whole(MachineReader.FIRST_YEAR, MachineReader.LAST_YEAR, 2016),
                                "When it was first published or used."),
                        optional("price", quantity(Dimension.PRICE), "Gives inferences a second per dollar."),
                        required("clock", quantity(Dimension.FREQUENCY), "Of the whole chip."),
                        optional(
                                "vector-unit",
                                map(
                                        required("lanes", whole(1, CommonReader.MOST_LANES, 16), "Operations a cycle."),
                                        optional(
                                                "look-up-table",
                                                quantity(Dimension.ENTRIES),
                                                "For sigmoid and tanh; without it they are computed.")),
                                "Does pooling and the like; without it those layers are not on this machine."),
                        optional(
                                "fuses",
                                some(oneOf(Keys.POINTWISE.keySet())),
                                "Layers that are done on the way out, in no time."),
                        required("energy", text("45nm"), "An energy table: a preset or a file."))
                .byKind(kinds);
    }

    private static List<Key> spatialArray() {
        return List.of(
                required("array", array(), "The processing elements."),
                required("dataflow", oneOf(SpatialArrayReader.DATAFLOWS), "How layers are laid over the array."),
                required("word", widths(Form::required), "Bits of a word, by what it is."),
                AREA_TABLE,
                optional(
                        "precision",
                        either(BITS, widths(Form::optional)),
                        "Bits of the values of layers that state none, where words may hold several."),
                required("processing-element", element(), "What each processing element has."),
                optional(
                        "loops",
                        loops(),
                        "The dataflow 'custom', written out: each of n m c p q r s in exactly one place."),
                optional(
                        "tiling",
                        oneOf(StreamingReader.TILINGS.keySet()),
                        "How layers are cut: into what the buffers hold, what a pass works on, or not at all."),
                optional(
                        "buses",
                        buses(),
                        "Between the global buffer and the array; a systolic array has its edges instead."),
                required("memory", memory(), "Buffers on the chip, and DRAM."),
                optional(
                        "mapping",
                        map().andOthers(text("eyeriss-alexnet")),
                        "A mapping by name of the network: a preset or a file. Layers without one get the best that is found."));
    }

    private static Form array() {
        return map(
                required("rows", whole(1, SpatialArrayReader.LARGEST_SIDE, 12), "Of processing elements."),
                required("columns", whole(1, SpatialArrayReader.LARGEST_SIDE, 14), "Of processing elements."),
                required("interconnect", oneOf(Keys.INTERCONNECTS.keySet()), "How words reach the elements."),
                optional(
                        "stationary-buffers",
                        whole(1, 2, 2),
                        "2: the next stationary words are loaded while the present ones are used. Systolic only."));
    }

    private static Form loops() {
        Form axis = matching("^" + StreamingReader.AXIS + "$", "c.r.s");
        return map(
                optional("rows", some(axis), "Side by side along the rows, outermost first."),
                optional("columns", some(axis), "Side by side along the columns."),
                optional("stream", axis, "One after another in a pass, the last fastest."),
                optional("passes", axis, "A pass after another."),
                required("stationary", oneOf(StreamingReader.STATIONARY.keySet()), "What waits in the elements."));
    }

    /** How a key of a map is made: {@link Form#required} or {@link Form#optional}. */
    interface KeyMaker {
        Key key(String name, Form form, String description);
    }

    static Form widths(KeyMaker keys) {
        return map(
                keys.key("input", BITS, "Of an input."),
                keys.key("weight", BITS, "Of a weight."),
                keys.key("partial-sum", BITS, "Of a partial sum."),
                keys.key("output", BITS, "Of an output."));
    }

    private static Form element() {
        Form scratchpads = map(
                        optional("shared", WORDS, "One register file for all three."),
                        optional("input", WORDS, "For inputs; the whole of the shared one if there is no limit."),
                        optional("weight", WORDS, "For weights, likewise."),
                        optional("partial-sum", WORDS, "For partial sums, likewise."))
                .withEither(List.of("shared"), List.of("input", "weight", "partial-sum"));
        return map(
                required("scratchpads", scratchpads, "Registers beside the multiplier."),
                required("fifo", WORDS, "Depth of the queue at each port."),
                required(
                        "zero-inputs",
                        oneOf(Keys.ZERO_INPUTS.keySet()),
                        "Compute with them, gate (save the energy and not the cycle) or skip (save both)."),
                optional(
                        "macs-per-lane-cycle",
                        map().andOthers(whole(1, WordBits.WIDEST, 2)),
                        "MACs a multiplier does at once, by precision (int8); values of as many channels share a word."));
    }

    private static Form buses() {
        return map(
                required("input", RATE, "Brings inputs."),
                required("weight", RATE, "Brings weights."),
                required("partial-sum-in", RATE, "Brings partial sums from the buffer."),
                required("partial-sum-out", RATE, "Takes partial sums to the buffer."));
    }

    private static Form memory() {
        Form dram = map(
                required("bandwidth", quantity(Dimension.RATE), "Both directions together."),
                required("latency", quantity(Dimension.CYCLES), "Before each transfer."),
                optional("compression", oneOf(Keys.COMPRESSIONS.keySet()), "Of tensors on the DRAM link."),
                optional("compresses", some(oneOf(MemoryReader.COMPRESSED.keySet())), "What is compressed."),
                optional(
                        "overlaps",
                        some(oneOf(MemoryReader.OVERLAPPED.keySet())),
                        "What moves while the array computes; for the rest it stands still."),
                optional(
                        "resident",
                        some(oneOf(MemoryReader.COMPRESSED.keySet())),
                        "What stays on the chip from layer to layer and never crosses."),
                optional("weight-burst", SIZE, "Weights of a pass come in whole bursts of this size."));
        return map(
                required("global-buffer", buffer(Keys.OPERANDS.keySet()), "Between DRAM and the array."),
                optional(
                        "weight-buffer",
                        buffer(Set.of(Operand.WEIGHT.key())),
                        "Preloads the weights of the next pass."),
                optional(
                        "accumulators",
                        buffer(Set.of(Operand.PARTIAL_SUM.key())),
                        "Where partial sums wait, if not in the global buffer."),
                required("dram", dram, "Off the chip."));
    }

    private static Form buffer(Set<String> operands) {
        return map(
                required("capacity", SIZE, "Of all its banks."),
                optional("bank", SIZE, "Each belongs wholly to one operand; leave it out if there are no banks."),
                required("holds", some(oneOf(operands)), "What is kept in it."));
    }
}
