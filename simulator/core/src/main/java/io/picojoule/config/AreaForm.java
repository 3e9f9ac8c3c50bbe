package io.picojoule.config;

import static io.picojoule.config.schema.Form.map;
import static io.picojoule.config.schema.Form.numberUpTo;
import static io.picojoule.config.schema.Form.optional;
import static io.picojoule.config.schema.Form.quantity;
import static io.picojoule.config.schema.Form.required;
import static io.picojoule.config.schema.Form.some;
import static io.picojoule.config.schema.Form.text;

import io.picojoule.config.document.Dimension;
import io.picojoule.config.schema.Form;
import java.util.ArrayList;
import java.util.List;

/** What the reader of area tables accepts, as editors are told. */
final class AreaForm {
    private static final Form AREA = quantity("282 um2", Dimension.AREA);

    private AreaForm() {}

    static Form.Keys document() {
        return map(
                required("name", text("45 nm"), "What tables and reports call it."),
                optional("description", text("A 45 nm process"), "A line for lists."),
                optional(
                        "source",
                        text("JSSC 52(1) 2017"),
                        "Where its numbers are from, where they do not say so themselves."),
                required(
                        "technology",
                        quantity(Dimension.LENGTH),
                        "Node of the areas; others by the square of the size."),
                required("multiplier", widths(), "Of integers; log-log between, with the square of the bits outside."),
                required("adder", widths(), "Of integers; log-log between, with the bits outside."),
                required(
                        "layout",
                        numberUpTo(AreaTableReader.MOST_LAYOUT, 2.4),
                        "Of placed logic, as a multiple of multiplier, adder and vector lane."),
                required(
                        "memory",
                        some(map(
                                required("capacity", quantity("4 KiB", Dimension.SIZE), "Of one memory, or one bank."),
                                required("area", AREA, "All of it."))),
                        "Registers and SRAMs, ascending; log-log between, as dense as the nearest outside."),
                required("control", control(), "Of an element: all but arithmetic, scratchpads and queues."),
                required("vector-lane", AREA, "Of the vector unit, before it is placed."));
    }

    private static Form widths() {
        return map(AreaTableReader.INTEGER_BITS.stream()
                .map(bits -> optional(AreaTableReader.INTEGER + bits, AREA, "Of words of " + bits + " bit."))
                .toArray(Form.Key[]::new));
    }

    private static Form control() {
        List<Form.Key> keys = new ArrayList<>();
        Keys.INTERCONNECTS
                .keySet()
                .forEach(key -> keys.add(required(key, AREA, "Of an array whose words come this way.")));
        keys.add(required(AreaTableReader.ENGINE, AREA, "Of a sparse engine."));
        return map(keys.toArray(Form.Key[]::new));
    }
}
