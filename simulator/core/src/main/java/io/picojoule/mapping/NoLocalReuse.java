package io.picojoule.mapping;

import static io.picojoule.mapping.StreamDataflow.filters;
import static io.picojoule.mapping.StreamDataflow.pixels;

import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.Dimension;
import java.util.List;
import java.util.Optional;

/**
 * No local reuse: nothing waits in the processing elements. Channels stand along the rows, whose products are added up, and filters along the
 * columns; output pixels follow one another, tap after tap of the filter (Zhang et al., FPGA 2015, Tn rows by Tm columns; DianNao; Chen et
 * al., ISCA 2016, section IV).
 */
public final class NoLocalReuse implements StreamDataflow {
    @Override
    public String key() {
        return "no-local-reuse";
    }

    @Override
    public Optional<String> ownObstacle(SpatialArray machine) {
        return machine.interconnect() == Interconnect.SYSTOLIC
                ? Optional.of("no-local-reuse needs a multicast or adder-tree interconnect, and this one is systolic")
                : Optional.empty();
    }

    @Override
    public StreamRule rule(SpatialArray machine) {
        return new StreamRule(
                key(),
                List.of(Axis.of(Dimension.C)),
                List.of(filters()),
                pixels(),
                Axis.of(Dimension.R, Dimension.S),
                Optional.empty());
    }
}
