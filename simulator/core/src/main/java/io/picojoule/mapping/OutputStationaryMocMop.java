package io.picojoule.mapping;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.Dimension;
import io.picojoule.workload.Operand;
import java.util.List;
import java.util.Optional;

/**
 * Output-stationary, multiple output channels, multiple output pixels: patches of several output planes side by side. Each weight reaches the
 * elements of its plane, each input those of its pixel and their neighbours (Chen et al., ISCA 2016, section IV: OS_B).
 */
public final class OutputStationaryMocMop implements StreamDataflow {
    @Override
    public String key() {
        return "output-stationary-moc-mop";
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
                List.of(Axis.of(Dimension.N), Axis.of(Dimension.P), Axis.of(Dimension.Q)),
                StreamDataflow.window(),
                StreamDataflow.none(),
                Optional.of(Operand.OUTPUT));
    }
}
