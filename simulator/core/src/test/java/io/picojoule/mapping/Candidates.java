package io.picojoule.mapping;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.LoopNest;
import java.util.ArrayList;
import java.util.List;

/** All candidates of a dataflow, in the order of its families. */
public final class Candidates {
    private Candidates() {}

    public static List<Mapping> of(Dataflow dataflow, LoopNest nest, SpatialArray machine) {
        List<Mapping> candidates = new ArrayList<>();
        for (MappingFamily family : dataflow.families(nest, machine, machine.words())) {
            family.layouts(layout -> layout.tilings(passes -> candidates.add(passes.mapping())));
        }
        return candidates;
    }
}
