package io.picojoule.config;

import io.picojoule.area.AreaBreakdown;
import io.picojoule.area.AreaModel;
import io.picojoule.area.AreaTable;
import io.picojoule.config.document.Assignment;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Overlay;
import io.picojoule.config.document.Problems;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.Machine;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.workload.Network;
import io.picojoule.workload.NetworkLayer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads whatever a command names: presets by their name, files by their path. Every method reports all that is wrong with a document at
 * once, by {@link InvalidInputException}.
 */
public final class Configurations {
    /** The lines of a preset that a list shows. */
    public record Summary(String title, String description, String source) {}

    private final Presets presets;

    public Configurations(Presets presets) {
        this.presets = presets;
    }

    /** Those of the current directory, of an installation where there is one, and of the jar. */
    public static Configurations at(Path workingDirectory, Optional<Path> home) {
        return new Configurations(new Presets(workingDirectory, home));
    }

    public Presets presets() {
        return presets;
    }

    public Loaded<Machine> machine(String nameOrPath, List<Assignment> sets) {
        return load(
                Presets.Kind.ACCELERATOR,
                nameOrPath,
                sets,
                (document, problems) -> MachineReader.read(document, presets, problems));
    }

    public Loaded<Network> workload(String nameOrPath, List<Assignment> sets) {
        return load(Presets.Kind.WORKLOAD, nameOrPath, sets, WorkloadReader::read);
    }

    public Loaded<EnergyTable> energyTable(String nameOrPath) {
        return energyTable(nameOrPath, List.of());
    }

    public Loaded<EnergyTable> energyTable(String nameOrPath, List<Assignment> sets) {
        return load(Presets.Kind.ENERGY_TABLE, nameOrPath, sets, EnergyTableReader::read);
    }

    public Loaded<AreaTable> areaTable(String nameOrPath) {
        return load(Presets.Kind.AREA_TABLE, nameOrPath, List.of(), AreaTableReader::read);
    }

    /** What a machine takes on a die, by the table it names; none where nothing says. A sweep keeps the tables and asks {@link AreaModel}. */
    public Optional<AreaBreakdown> area(Machine machine) {
        Optional<String> table = machine.identity().die().areaTable();
        return table.isPresent() ? AreaModel.of(machine, areaTable(table.get()).value()) : AreaModel.stated(machine);
    }

    /** The mappings that a document gives for the layers of {@code network}. */
    public Loaded<GivenMappings> mappings(String nameOrPath, Network network) {
        List<String> layers = network.layers().stream().map(NetworkLayer::name).toList();
        return load(
                Presets.Kind.MAPPING,
                nameOrPath,
                List.of(),
                (document, problems) -> MappingReader.read(document, layers, problems));
    }

    /** A machine that is to be read with many values in the place of one. */
    public Template<Machine> machineTemplate(String nameOrPath) {
        return new Template<>(
                document(Presets.Kind.ACCELERATOR, nameOrPath, List.of()),
                (document, problems) -> MachineReader.read(document, presets, problems));
    }

    /** A network that is to be read with many values in the place of one. */
    public Template<Network> workloadTemplate(String nameOrPath) {
        return new Template<>(document(Presets.Kind.WORKLOAD, nameOrPath, List.of()), WorkloadReader::read);
    }

    /** An energy table that is to be read with many values in the place of one. */
    public Template<EnergyTable> energyTableTemplate(String nameOrPath) {
        return new Template<>(document(Presets.Kind.ENERGY_TABLE, nameOrPath, List.of()), EnergyTableReader::read);
    }

    /** Whatever is of that name or in that file, checked as when it is used, but for the layers that a mapping names. */
    public Loaded<?> show(String nameOrPath, Overrides sets) {
        return switch (new KindGuess(presets).of(nameOrPath)) {
            case ACCELERATOR -> machine(nameOrPath, sets.accelerator());
            case WORKLOAD -> workload(nameOrPath, sets.workload());
            case ENERGY_TABLE -> energyTable(nameOrPath);
            case AREA_TABLE -> areaTable(nameOrPath);
            case MAPPING -> document(Presets.Kind.MAPPING, nameOrPath, List.of());
            case SWEEP -> document(Presets.Kind.SWEEP, nameOrPath, List.of());
            case PUBLISHED -> document(Presets.Kind.PUBLISHED, nameOrPath, List.of());
        };
    }

    /** What a preset says about itself, for lists; empty texts where it says nothing or cannot be read. */
    public Summary summary(Preset preset) {
        try {
            Mapping document = document(preset.kind(), preset.origin().reference(), List.of())
                    .value();
            return new Summary(
                    document.text("name").orElse(""),
                    document.text("description").orElse(""),
                    document.text("source").orElse(""));
        } catch (InvalidInputException unreadable) {
            return new Summary("", "cannot be read: " + unreadable.problems().get(0), "");
        }
    }

    /** A document as it is once everything it extends is in place, without asking what it means. */
    public Loaded<Mapping> document(Presets.Kind kind, String nameOrPath, List<Assignment> sets) {
        return load(kind, nameOrPath, sets, (document, problems) -> Optional.of(document));
    }

    private <T> Loaded<T> load(
            Presets.Kind kind,
            String nameOrPath,
            List<Assignment> sets,
            BiFunction<Mapping, Problems, Optional<T>> reader) {
        Problems problems = new Problems();
        DocumentLoader loader = new DocumentLoader(presets, kind, problems);
        Optional<Mapping> document = loader.load(nameOrPath).map(read -> Overlay.apply(read, sets, problems));
        Optional<T> value = document.flatMap(each -> reader.apply(each, problems));
        problems.throwIfAny();
        if (document.isEmpty() || value.isEmpty()) {
            throw new IllegalStateException("nothing was read from " + nameOrPath + ", and no reason was given");
        }
        return Loaded.of(kind, value.get(), loader.files(), document.get());
    }
}
