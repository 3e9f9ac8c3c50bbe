package io.picojoule.config;

import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Quantities;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.hardware.VectorUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads what machines of every kind may have. */
final class CommonReader {
    static final int MOST_LANES = 1_000_000;

    private CommonReader() {}

    static Optional<VectorUnit> vectorUnit(Section root) {
        Optional<Section> section = root.findSection("vector-unit");
        return section.flatMap(unit -> {
            int lanes = unit.whole("lanes", 1, MOST_LANES, "16");
            OptionalInt table = unit.has("look-up-table")
                    ? OptionalInt.of(new Quantities(unit).entries("look-up-table", "256 entries"))
                    : OptionalInt.empty();
            unit.done();
            return unit.build(() -> new VectorUnit(lanes, table));
        });
    }

    static Set<String> fuses(Section root) {
        return root.choices("fuses", Keys.of(Keys.POINTWISE.keySet())).orElse(Set.of());
    }

    static String energyTable(Section root, Presets presets) {
        return root.require("energy", "an energy table", "45nm")
                .map(value -> reference(root, presets, Presets.Kind.ENERGY_TABLE, value, "45nm"))
                .orElse("");
    }

    /** The name of a preset as it is; a path as one that holds wherever the reader of the machine stands. What is not there is refused. */
    static String reference(Section root, Presets presets, Presets.Kind kind, Value value, String example) {
        int before = root.problems().count();
        String text = value.text(example);
        if (root.problems().count() > before) {
            return text;
        }
        Optional<Origin> found = presets.find(kind, text, value.place(), value.path(), root.problems());
        return Presets.isPath(text) ? found.map(Origin::reference).orElse(text) : text;
    }
}
