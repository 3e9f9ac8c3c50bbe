package io.picojoule.mapping;

import io.picojoule.hardware.CustomLoops;
import io.picojoule.hardware.Interconnect;
import io.picojoule.hardware.SpatialArray;
import java.util.Optional;

/** A dataflow that the machine's file writes out, loop by loop. */
public final class CustomDataflow implements StreamDataflow {
    @Override
    public String key() {
        return "custom";
    }

    @Override
    public Optional<String> ownObstacle(SpatialArray machine) {
        if (machine.streaming().custom().isEmpty()) {
            return Optional.of("the machine writes out no custom dataflow: 'loops' is wanted");
        }
        try {
            StreamRule rule = rule(machine);
            return machine.interconnect() == Interconnect.SYSTOLIC ? SystolicRules.obstacle(rule) : Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of("the custom dataflow is none: " + wrong.getMessage());
        }
    }

    @Override
    public StreamRule rule(SpatialArray machine) {
        CustomLoops loops = machine.streaming().custom().orElseThrow();
        return new StreamRule(
                key(),
                loops.rows().stream().map(Axis::new).toList(),
                loops.columns().stream().map(Axis::new).toList(),
                new Axis(loops.stream()),
                new Axis(loops.passes()),
                loops.stationary());
    }
}
