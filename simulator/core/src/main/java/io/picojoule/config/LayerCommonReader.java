package io.picojoule.config;

import io.picojoule.config.document.Dimension;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Quantities;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.Operand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what layers of any kind may state. */
final class LayerCommonReader {
    private static final int WIDEST_WORD = 64;

    private final Section section;

    LayerCommonReader(Section section) {
        this.section = section;
    }

    Optional<LayerCommon> read() {
        String name = section.text("name", "conv1");
        List<String> inputs = new ArrayList<>();
        for (Value input : section.find("inputs").map(Value::items).orElse(List.of())) {
            inputs.add(input.text("conv1"));
        }
        OptionalDouble inputDensity = density("input-density");
        OptionalDouble weightDensity = density("weight-density");
        OptionalDouble outputDensity = density("output-density");
        Map<Operand, Integer> wordBits = wordBits();
        Optional<Path> weights = tensor("weights");
        Optional<Path> activations = tensor("activations");
        return section.build(() -> new LayerCommon(
                name, inputs, inputDensity, weightDensity, outputDensity, wordBits, weights, activations));
    }

    private OptionalDouble density(String key) {
        return section.find(key)
                .map(value -> OptionalDouble.of(value.fraction()))
                .orElse(OptionalDouble.empty());
    }

    /** One width for all operands, or a map of widths by operand. */
    private Map<Operand, Integer> wordBits() {
        Map<Operand, Integer> bits = new EnumMap<>(Operand.class);
        Optional<Value> word = section.find("word");
        if (word.isEmpty()) {
            return bits;
        }
        if (!word.get().isMap()) {
            int all = new Quantities(section).bits("word", WIDEST_WORD);
            for (Operand operand : Operand.values()) {
                bits.put(operand, all);
            }
            return bits;
        }
        Section widths = word.get().section("{" + Operand.INPUT.key() + ": " + Dimension.SIZE.example() + "}");
        for (Operand operand : Operand.values()) {
            if (widths.has(operand.key())) {
                bits.put(operand, new Quantities(widths).bits(operand.key(), WIDEST_WORD));
            }
        }
        widths.done();
        return bits;
    }

    private Optional<Path> tensor(String key) {
        Optional<Value> value = section.find(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String example = key + "/conv1.npy";
        Origin origin = value.get().file(example);
        if (!value.get().written().endsWith(".npy")) {
            value.get().refuse("a .npy file is wanted", example);
        } else if (origin instanceof Origin.File file && origin.exists()) {
            return Optional.of(file.path());
        } else {
            value.get().refuse(origin.absence(), "", "");
        }
        return Optional.empty();
    }
}
