package io.picojoule.report;

import io.picojoule.search.Objective;
import java.util.List;
import java.util.Optional;

/**
 * Where a run's numbers come from and how to get them again.
 *
 * @param version of the program
 * @param acceleratorDigest of everything that describes the machine
 * @param workloadDigest of everything that describes the network
 * @param energyTableDigest of everything that the energy table says
 * @param mappingsDigest of the given mappings, if any are given
 * @param objective what the search makes small, where it decides
 * @param command the command line that makes the same result
 * @param accelerator every value of the machine
 * @param workload every value of the network
 * @param energyTable every value of the energy table
 */
public record Provenance(
        String version,
        String acceleratorDigest,
        String workloadDigest,
        String energyTableDigest,
        Optional<String> mappingsDigest,
        Objective objective,
        String command,
        List<SourcedValue> accelerator,
        List<SourcedValue> workload,
        List<SourcedValue> energyTable) {
    public Provenance {
        accelerator = List.copyOf(accelerator);
        workload = List.copyOf(workload);
        energyTable = List.copyOf(energyTable);
    }

    /** The same of a command with one more word. */
    public Provenance withOption(String option) {
        return new Provenance(
                version,
                acceleratorDigest,
                workloadDigest,
                energyTableDigest,
                mappingsDigest,
                objective,
                command + " " + option,
                accelerator,
                workload,
                energyTable);
    }
}
