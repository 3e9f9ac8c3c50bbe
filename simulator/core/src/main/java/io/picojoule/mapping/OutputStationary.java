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
 * Output-stationary: each processing element keeps the sum of an output while the words of its window pass. Output pixels run down the rows
 * and filters stand side by side, both as they come (SCALE-Sim's {@code os}). The three forms that share inputs between neighbours are
 * {@link OutputStationarySocMop}, {@link OutputStationaryMocMop} and {@link OutputStationaryMocSop}.
 */
public final class OutputStationary implements StreamDataflow {
    @Override
    public String key() {
        return "output-stationary";
    }

    @Override
    public StreamRule rule(SpatialArray machine) {
        return new StreamRule(
                key(), List.of(pixels()), List.of(filters()), window(), none(), Optional.of(Operand.OUTPUT));
    }
}
