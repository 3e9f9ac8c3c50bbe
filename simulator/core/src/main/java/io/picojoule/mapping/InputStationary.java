package io.picojoule.mapping;

import static io.picojoule.mapping.StreamDataflow.filters;
import static io.picojoule.mapping.StreamDataflow.none;
import static io.picojoule.mapping.StreamDataflow.pixels;
import static io.picojoule.mapping.StreamDataflow.window;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.Operand;
import java.util.List;
import java.util.Optional;

/**
 * Input-stationary: each processing element keeps an input of one window while all filters pass. Words of the window run down the rows, so
 * that partial sums add up along a column; output pixels stand side by side (SCALE-Sim's {@code is}).
 */
public final class InputStationary implements StreamDataflow {
    @Override
    public String key() {
        return "input-stationary";
    }

    @Override
    public StreamRule rule(SpatialArray machine) {
        return new StreamRule(
                key(), List.of(window()), List.of(pixels()), filters(), none(), Optional.of(Operand.INPUT));
    }
}
