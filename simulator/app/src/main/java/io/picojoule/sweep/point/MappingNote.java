package io.picojoule.sweep.point;

import io.picojoule.config.OwnMappings;
import io.picojoule.config.Presets;
import io.picojoule.config.document.Problems;
import io.picojoule.hardware.Machine;
import io.picojoule.sweep.spec.Setting;
import io.picojoule.sweep.spec.SweepSpec;
import io.picojoule.sweep.spec.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mappings that a machine has for a network were made for it as it is written: points of other arrays hardly want them. */
final class MappingNote {
    /** First words of the paths that a mapping was made for. */
    private static final Set<String> SHAPES = Set.of("array", "processing-element", "buses");

    private static final String BUFFER = "buffer";

    private final SweepSpec spec;
    private final Documents documents;

    MappingNote(SweepSpec spec, Documents documents) {
        this.spec = spec;
        this.documents = documents;
    }

    /** The note, where there is something to note. */
    Optional<String> text() {
        boolean says = spec.run().entries().containsKey("mapping")
                || spec.axes().stream().anyMatch(axis -> axis.path().equals("run.mapping"));
        Optional<String> shape = spec.variables().stream()
                .flatMap(variable -> variable.settings().get(0).stream())
                .filter(setting -> setting.target() == Target.ACCELERATOR && changesShape(setting))
                .map(Setting::path)
                .findFirst();
        if (says || shape.isEmpty()) {
            return Optional.empty();
        }
        return spec.workloads().stream()
                .filter(this::hasOwn)
                .findFirst()
                .map(workload -> spec.accelerator() + " has mappings of its own for " + Presets.baseName(workload)
                        + ", which points with another " + shape.get()
                        + " use as well; 'run: {mapping: search}' finds one for each");
    }

    private static boolean changesShape(Setting setting) {
        List<String> path =
                setting.assignment().steps().stream().map(step -> step.name()).toList();
        return !path.isEmpty()
                && (SHAPES.contains(path.get(0)) || path.stream().anyMatch(step -> step.endsWith(BUFFER)));
    }

    private boolean hasOwn(String workload) {
        Problems unheard = new Problems();
        Optional<Machine> machine =
                documents.machine(spec.accelerator()).value().flatMap(template -> template.read(List.of(), unheard));
        return machine.isPresent()
                && documents
                        .workload(workload)
                        .value()
                        .flatMap(template -> template.read(List.of(), unheard))
                        .flatMap(network -> OwnMappings.name(machine.get(), Presets.baseName(workload), network))
                        .isPresent();
    }
}
