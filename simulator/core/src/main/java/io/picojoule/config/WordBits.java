package io.picojoule.config;

import io.picojoule.config.document.Dimension;
import io.picojoule.config.document.Quantities;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.workload.Operand;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads widths of words that may be left out. */
final class WordBits {
    static final int WIDEST = 64;

    private WordBits() {}

    /** One width for all operands, or a map of widths by operand; those that are not stated are not there. */
    static Map<Operand, Integer> read(Section section, String key) {
        Map<Operand, Integer> bits = new EnumMap<>(Operand.class);
        Optional<Value> word = section.find(key);
        if (word.isEmpty()) {
            return bits;
        }
        if (!word.get().isMap()) {
            int all = new Quantities(section).bits(key, WIDEST);
            for (Operand operand : Operand.values()) {
                bits.put(operand, all);
            }
            return bits;
        }
        Section widths = word.get().section("{" + Operand.INPUT.key() + ": " + Dimension.SIZE.example() + "}");
        for (Operand operand : Operand.values()) {
            if (widths.has(operand.key())) {
                bits.put(operand, new Quantities(widths).bits(operand.key(), WIDEST));
            }
        }
        widths.done();
        return bits;
    }

    /** Where a width that was read is written. */
    static Value valueOf(Section section, String key, Operand operand) {
        Value word = section.find(key).orElseThrow();
        return word.isMap() ? word.section("").find(operand.key()).orElseThrow() : word;
    }
}
