package io.picojoule.mapping;

import static io.picojoule.mapping.StreamDataflow.filters;
import static io.picojoule.mapping.StreamDataflow.none;
import static io.picojoule.mapping.StreamDataflow.pixels;
import static io.picojoule.mapping.StreamDataflow.window;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.Operand;
import java.util.List;
import java.util.Optional;

/**
 * Weight-stationary: each processing element keeps a weight while all output pixels pass. Words of the window run down the rows, so that
 * partial sums add up along a column; filters stand side by side (Chen et al., ISCA 2016, section IV; TPU, ISCA 2017; SCALE-Sim's {@code ws}).
 */
public final class WeightStationary implements StreamDataflow {
    @Override
    public String key() {
        return "weight-stationary";
    }

    /** On buses a filter's plane is kept whole: its taps stand together, and channels beside one another (ISCA 2016, section IV). */
    @Override
    public StreamRule rule(SpatialArray machine) {
        List<Axis> rows = StreamLimits.isFree(machine)
                ? List.of(Axis.of(Dimension.R, Dimension.S), Axis.of(Dimension.C))
                : List.of(window());
        return new StreamRule(key(), rows, List.of(filters()), pixels(), none(), Optional.of(Operand.WEIGHT));
    }
}
