package io.picojoule.mapping;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.Operand;
import java.util.List;
import java.util.Optional;

/**
 * Output-stationary, multiple output channels, single output pixel: one pixel of many output planes, and of many images, at a time. Each input
 * reaches all planes (Chen et al., ISCA 2016, section IV: OS_C).
 */
public final class OutputStationaryMocSop implements StreamDataflow {
    @Override
    public String key() {
        return "output-stationary-moc-sop";
    }

    @Override
    public Optional<String> ownObstacle(SpatialArray machine) {
        return MulticastOnly.obstacle(key(), machine);
    }

    @Override
    public StreamRule rule(SpatialArray machine) {
        return new StreamRule(
                key(),
                List.of(StreamDataflow.filters()),
                List.of(Axis.of(Dimension.N)),
                StreamDataflow.window(),
                Axis.of(Dimension.P, Dimension.Q),
                Optional.of(Operand.OUTPUT));
    }
}
