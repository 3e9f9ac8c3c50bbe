package io.picojoule.config;

import static io.picojoule.config.schema.Form.map;
import static io.picojoule.config.schema.Form.oneOf;
import static io.picojoule.config.schema.Form.optional;
import static io.picojoule.config.schema.Form.quantity;
import static io.picojoule.config.schema.Form.required;
import static io.picojoule.config.schema.Form.some;
import static io.picojoule.config.schema.Form.text;

import io.picojoule.config.document.Dimension;
import io.picojoule.config.schema.Form;

/** What the reader of energy tables accepts, as editors are told. */
final class EnergyForm {
    private static final Form ENERGY = quantity("640 pJ", Dimension.ENERGY, Dimension.MAC_MULTIPLE);

    private EnergyForm() {}

    static Form.Keys document() {
        Form point = map(
                required("capacity", quantity("32 KiB", Dimension.SIZE), "Of the memory."),
                required("energy", ENERGY, "Of a read or a write of a word."));
        Form scratchpad = map(
                optional("input", ENERGY, "Of inputs."),
                optional("weight", ENERGY, "Of weights."),
                optional("partial-sum", ENERGY, "Of partial sums."));
        Form.Key[] types = EnergyTableReader.MAC_TYPES.stream()
                .map(type -> optional(type, ENERGY, "A multiplication and an addition of this type."))
                .toArray(Form.Key[]::new);
        return map(
                required("name", text("45 nm"), "What tables and reports call it."),
                optional("description", text("A 45 nm process"), "A line for lists."),
                optional(
                        "source",
                        text("ISSCC 2014"),
                        "Where its numbers are from, where they do not say so themselves."),
                optional("technology", quantity(Dimension.LENGTH), "Feature size of the process."),
                optional("unit", oneOf(EnergyTableReader.UNITS.keySet()), "Joules, or multiples of one MAC."),
                required("word", quantity("32 bit", Dimension.SIZE), "Width that energies of a word hold for."),
                required("mac", map(types), "By the type of the words."),
                required(
                        "sram",
                        some(point),
                        "A read or a write by capacity, ascending; log-log between, clamped outside."),
                optional("scratchpad", scratchpad, "Of an access, where it is not that of an SRAM of its size."),
                optional("global-buffer", ENERGY, "Of an access, where it is not that of an SRAM of its size."),
                optional("weight-buffer", ENERGY, "Of an access, where it is not that of an SRAM of its size."),
                optional("pointer-buffer", ENERGY, "Of a sparse engine's pointers, likewise."),
                optional("queue", ENERGY, "Of a word into or out of a sparse engine's queue, likewise."),
                required("link", ENERGY, "A word delivered over a bus or to a neighbour."),
                optional("bus", ENERGY, "A word driven onto a bus, however many take it."),
                required("dram", ENERGY, "A word read from or written to DRAM."),
                optional("vector-operation", ENERGY, "An operation of the vector unit."),
                required("clock", ENERGY, "A cycle of a processing element that is not gated off."),
                optional("static", quantity(Dimension.POWER), "Flows whatever happens."));
    }
}
