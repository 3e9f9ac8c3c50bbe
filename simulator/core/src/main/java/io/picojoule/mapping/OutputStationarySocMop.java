package io.picojoule.mapping;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.Operand;
import java.util.List;
import java.util.Optional;

/**
 * Output-stationary, single output channel, multiple output pixels: a patch of one output plane at a time. Weights reach all elements, inputs
 * slide from neighbour to neighbour (Chen et al., ISCA 2016, section IV: OS_A; ShiDianNao, ISCA 2015).
 */
public final class OutputStationarySocMop implements StreamDataflow {
    @Override
    public String key() {
        return "output-stationary-soc-mop";
    }

    @Override
    public Optional<String> ownObstacle(SpatialArray machine) {
        return MulticastOnly.obstacle(key(), machine);
    }

    @Override
    public StreamRule rule(SpatialArray machine) {
        return new StreamRule(
                key(),
                List.of(Axis.of(Dimension.P)),
                List.of(Axis.of(Dimension.Q)),
                StreamDataflow.window(),
                Axis.of(Dimension.N, Dimension.M),
                Optional.of(Operand.OUTPUT));
    }
}
