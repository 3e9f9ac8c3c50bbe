package io.picojoule.cli;

import io.picojoule.cli.RunPlan.Arguments;
import io.picojoule.config.document.Problems;
import io.picojoule.energy.EnergyModel;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.timing.Engine;
import java.util.Optional;

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

    /** Processors have no two engines to compare: what a kernel does is not followed word by word. */
    static void requireEngines(RunPlan plan, Engine engine) {
        if (engine == Engine.DETAILED && plan.machine().value() instanceof Processor) {
            refuse(plan, "--engine " + engine.key() + " is for arrays and sparse engines", "eyeriss");
        }
    }

    /** What the user should know of options that change nothing on this machine; a sentence, if there is any. */
    static Optional<String> idleOptions(RunPlan plan) {
        Machine machine = plan.machine().value();
        Arguments arguments = plan.arguments();
        boolean asked = arguments.objective().isPresent() || arguments.budget().isPresent();
        return machine instanceof SpatialArray || !asked
                ? Optional.empty()
                : Optional.of("--objective and --budget are of the search for mappings, which a " + machine.kind()
                        + " does without");
    }

    /** A table may price other numbers only than those that the machine multiplies. */
    static void requirePrices(RunPlan plan) {
        EnergyTable table = plan.energyTable().value();
        Machine machine = plan.machine().value();
        if (!EnergyModel.pricesMacs(table, machine)) {
            String numbers = machine instanceof Processor processor
                    ? processor.precisionType().key() + " and none of integers"
                    : "integers";
            refuse(
                    plan,
                    "its energy table '" + table.name() + "' prices no MAC of " + numbers,
                    "a table that does is wanted",
                    "--energy 45nm");
        }
    }

    private static void refuse(RunPlan plan, String why, String example) {
        refuse(plan, "it is a " + plan.machine().value().kind(), why, example);
    }

    private static void refuse(RunPlan plan, String found, String why, String example) {
        Problems problems = new Problems();
        new OptionReader(problems).refuse("ACCELERATOR", plan.arguments().accelerator(), found, why, example);
        problems.throwIfAny();
    }
}
