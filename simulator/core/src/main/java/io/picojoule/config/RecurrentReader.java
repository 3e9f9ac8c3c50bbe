package io.picojoule.config;

import io.picojoule.config.document.Section;
import io.picojoule.workload.AssociativeMemory;
import io.picojoule.workload.Cell;
import io.picojoule.workload.Layer;
import io.picojoule.workload.LayerCommon;
import io.picojoule.workload.Pointwise;
import io.picojoule.workload.Recurrent;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code rnn}, {@code lstm} and {@code gru}. */
final class RecurrentReader {
    static final int MOST_STEPS = 1_000_000;
    static final int MOST_UNITS = 10_000_000;

    private final Section section;

    RecurrentReader(Section section) {
        this.section = section;
    }

    Optional<Layer> read(Cell cell, LayerCommon common) {
        int hidden = section.whole("hidden", 1, MOST_UNITS, "512");
        Pointwise.Function activation = section.choiceOr("activation", Keys.ACTIVATIONS, Pointwise.Function.TANH);
        boolean bias = section.flagOr("bias", true);
        if (cell == Cell.RNN && section.choiceOr("input", Keys.STARTS_STATE, false)) {
            int steps = section.whole("steps", 1, MOST_STEPS, "10");
            OptionalInt through = find("through", MOST_UNITS, "256");
            return section.build(() -> new AssociativeMemory(common, hidden, through, steps, activation, bias));
        }
        if (cell == Cell.RNN) {
            section.find("through")
                    .ifPresent(value ->
                            value.refuse("only an rnn with 'input: initial-state' goes through another layer", "", ""));
        }
        OptionalInt steps = find("steps", MOST_STEPS, "10");
        return section.build(() -> new Recurrent(common, cell, hidden, steps, activation, bias));
    }

    private OptionalInt find(String key, int most, String example) {
        return section.has(key) ? OptionalInt.of(section.whole(key, 1, most, example)) : OptionalInt.empty();
    }
}
