package io.picojoule.config;

import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.Operand;
import io.picojoule.workload.Shape;
import io.picojoule.workload.TensorReference;
import io.picojoule.workload.WeightSpread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what layers of any kind may state. */
final class LayerCommonReader {
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
        Optional<Shape> inputShape =
                section.find("input-shape").flatMap(value -> ShapeReader.read(value.section(ShapeReader.EXAMPLE)));
        OptionalDouble inputDensity = density("input-density");
        OptionalDouble weightDensity = density("weight-density");
        WeightSpread weightSpread = spread("weight-spread");
        OptionalDouble outputDensity = density("output-density");
        Map<Operand, Integer> wordBits = WordBits.read(section, "word");
        Optional<TensorReference> weights = tensor("weights", name);
        Optional<TensorReference> activations = tensor("activations", name);
        return section.build(() -> new LayerCommon(
                name,
                inputs,
                inputShape,
                inputDensity,
                weightDensity,
                weightSpread,
                outputDensity,
                wordBits,
                section.states("bias"),
                weights,
                activations));
    }

    private OptionalDouble density(String key) {
        return section.find(key)
                .map(value -> OptionalDouble.of(value.fraction()))
                .orElse(OptionalDouble.empty());
    }

    private WeightSpread spread(String key) {
        Optional<Section> spread = section.findSection(key);
        if (spread.isEmpty()) {
            return WeightSpread.NONE;
        }
        double rows = deviation(spread.get(), "rows");
        double columns = deviation(spread.get(), "columns");
        spread.get().done();
        return new WeightSpread(rows, columns);
    }

    private static double deviation(Section spread, String key) {
        return spread.find(key)
                .map(value -> value.numberUpTo(WeightSpread.LARGEST, "0.3"))
                .orElse(0.0);
    }

    private Optional<TensorReference> tensor(String key, String layer) {
        Optional<Value> value = section.find(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String example = key + "/conv1.npy";
        String text = value.get().text(example);
        Origin origin = value.get().place().origin().sibling(TensorReference.fileOf(text));
        if (!TensorReference.isOne(text)) {
            value.get().refuse("a .npy or .npz file is wanted", example);
        } else if (origin instanceof Origin.File file && origin.exists()) {
            return Optional.of(new TensorReference(file.path(), TensorReference.arrayOf(text), layer));
        } else {
            value.get().refuse(origin.absence(), "", "");
        }
        return Optional.empty();
    }
}
