package io.picojoule.cli;

import io.picojoule.config.document.Problems;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.hardware.SpatialArray;

/** Refuses what a machine of another kind would be needed for. */
final class MachineKinds {
    private MachineKinds() {}

    /** @param option that is for a sparse engine */
    static void requireEngine(RunPlan plan, String option) {
        if (!(plan.machine().value() instanceof SparseEngine)) {
            refuse(plan, option + " is for sparse engines", "eie");
        }
    }

    /** @param why a spatial array is needed */
    static void requireArray(RunPlan plan, String why) {
        if (!(plan.machine().value() instanceof SpatialArray)) {
            refuse(plan, why + "; a spatial array is wanted", "eyeriss");
        }
    }

    private static void refuse(RunPlan plan, String why, String example) {
        Problems problems = new Problems();
        String found = "it is a " + plan.machine().value().kind();
        new OptionReader(problems).refuse("ACCELERATOR", plan.arguments().accelerator(), found, why, example);
        problems.throwIfAny();
    }
}
