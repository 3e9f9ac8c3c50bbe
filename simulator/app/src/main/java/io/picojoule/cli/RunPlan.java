package io.picojoule.cli;

import io.picojoule.area.AreaBreakdown;
import io.picojoule.area.AreaModel;
import io.picojoule.area.AreaTable;
import io.picojoule.config.Configurations;
import io.picojoule.config.Globs;
import io.picojoule.config.Loaded;
import io.picojoule.config.Overrides;
import io.picojoule.config.OwnMappings;
import io.picojoule.config.Presets;
import io.picojoule.config.RunSettings;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Problems;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.Machine;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.report.Provenance;
import io.picojoule.report.SourcedValue;
import io.picojoule.search.Objective;
import io.picojoule.simulation.RunRequest;
import io.picojoule.simulation.SearchTime;
import io.picojoule.timing.Engine;
import io.picojoule.validation.PublishedCase;
import io.picojoule.workload.Network;
import io.picojoule.workload.TensorReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A run with everything it needs loaded and checked.
 *
 * @param areaTable that of the machine, where its area follows from one
 * @param network the layers that are to run
 * @param mappings those that are given, if any; the search decides for the other layers
 */
record RunPlan(
        Arguments arguments,
        Loaded<Machine> machine,
        Loaded<Network> workload,
        Loaded<EnergyTable> energyTable,
        Optional<Loaded<AreaTable>> areaTable,
        Network network,
        Optional<Loaded<GivenMappings>> mappings,
        List<Integer> batches,
        long seed,
        SearchTime searchTime) {
    static final String SEARCH = "search";
    private static final int LARGEST_BATCH = 1_000_000;
    static final long LARGEST_SEED = 999_999_999_999_999_999L;

    /** A run as the user asks for it: names, not yet what they stand for. Options count before {@code --set run.KEY=VALUE}. */
    record Arguments(
            String accelerator,
            String workload,
            List<String> batches,
            List<String> layers,
            List<String> sets,
            Optional<String> mapping,
            Optional<Objective> objective,
            Optional<String> budget,
            Optional<String> energy,
            Optional<Engine> engine,
            Optional<String> seed) {

        static Arguments of(RunOptions options) {
            return of(options.accelerator, options.workload, options);
        }

        static Arguments of(String accelerator, String workload, SettingOptions options) {
            RunSettings set = Overrides.parse(options.sets).run();
            return new Arguments(
                    accelerator,
                    workload,
                    options.batches.isEmpty()
                            ? set.batches().stream().map(String::valueOf).toList()
                            : options.batches,
                    options.layers.isEmpty() ? set.layers() : options.layers,
                    options.sets.stream()
                            .filter(each -> !each.startsWith("run."))
                            .toList(),
                    Optional.ofNullable(options.mapping).or(set::mapping),
                    Optional.ofNullable(options.objective)
                            .or(() -> set.objective().map(new Words.OfObjective()::convert)),
                    Optional.ofNullable(options.budget),
                    Optional.ofNullable(options.energy).or(set::energy),
                    Optional.ofNullable(options.engine).or(() -> set.engine().map(new Words.OfEngine()::convert)),
                    Optional.ofNullable(options.seed)
                            .or(() -> set.seed().isPresent()
                                    ? Optional.of(Long.toString(set.seed().getAsLong()))
                                    : Optional.empty()));
        }

        Arguments withSets(List<String> others) {
            return new Arguments(
                    accelerator, workload, batches, layers, others, mapping, objective, budget, energy, engine, seed);
        }

        static Arguments of(PublishedCase published) {
            return new Arguments(
                    published.accelerator().orElseThrow(),
                    published.workload(),
                    List.of(Integer.toString(published.batch())),
                    published.layers(),
                    published.overrides(),
                    published.mapping(),
                    published.objective(),
                    Optional.empty(),
                    published.energyTable(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Loads everything. All that is wrong with any of it is told at once. */
    static RunPlan load(Arguments arguments, Configurations configurations) {
        return load(arguments, configurations, options -> {});
    }

    /** @param more reads further options, whose problems are told with the others */
    static RunPlan load(Arguments arguments, Configurations configurations, Consumer<OptionReader> more) {
        Overrides overrides = Overrides.parse(arguments.sets());
        Problems problems = new Problems();
        OptionReader options = new OptionReader(problems);
        List<Integer> batches =
                options.split("--batch", arguments.batches(), OptionReader.range(1, LARGEST_BATCH), "1,4").stream()
                        .map(each -> (int) options.whole("--batch", each, 1, LARGEST_BATCH, "4"))
                        .distinct()
                        .toList();
        long seed = arguments
                .seed()
                .map(each -> options.whole("--seed", each, 0, LARGEST_SEED, "1"))
                .orElse(1L);
        SearchTime searchTime = arguments
                .budget()
                .flatMap(each -> options.duration("--budget", each, "10s"))
                .<SearchTime>map(SearchBudget::new)
                .orElse(SearchTime.UNLIMITED);
        more.accept(options);
        List<String> layers = options.split(
                "--layers", arguments.layers(), "names of layers with commas between are wanted", "conv*");
        Optional<Loaded<Machine>> machine =
                attempt(problems, () -> configurations.machine(arguments.accelerator(), overrides.accelerator()));
        Optional<Loaded<Network>> workload =
                attempt(problems, () -> configurations.workload(arguments.workload(), overrides.workload()));
        Optional<String> energyName =
                arguments.energy().or(() -> machine.map(each -> each.value().energyTable()));
        Optional<Loaded<EnergyTable>> energy = energyName.flatMap(
                name -> attempt(problems, () -> configurations.energyTable(name, overrides.energyTable())));
        Optional<Network> network = workload.flatMap(each -> attempt(problems, () -> Globs.only(each.value(), layers)));
        Optional<Loaded<AreaTable>> area = machine.flatMap(
                        each -> each.value().identity().die().areaTable())
                .flatMap(name -> attempt(problems, () -> configurations.areaTable(name)));
        Optional<Loaded<GivenMappings>> mappings = workload.flatMap(each -> mappingName(
                                arguments, machine, each.value())
                        .flatMap(name -> attempt(problems, () -> configurations.mappings(name, each.value()))))
                .filter(each -> arguments.mapping().isPresent()
                        || machine.filter(of -> !OwnMappings.suit(each.value(), of.value()))
                                .isEmpty());
        problems.throwIfAny();
        RunPlan plan = new RunPlan(
                arguments,
                machine.orElseThrow(),
                workload.orElseThrow(),
                energy.orElseThrow(),
                area,
                network.orElseThrow(),
                mappings,
                batches.isEmpty() ? List.of(1) : batches,
                seed,
                searchTime);
        if (arguments.mapping().isPresent()) {
            MachineKinds.requireArray(plan, "--mapping lays layers over an array");
        }
        MachineKinds.requirePrices(plan);
        arguments.engine().ifPresent(engine -> MachineKinds.requireEngines(plan, engine));
        return plan;
    }

    /** The same on a machine that differs in a value. */
    RunPlan withMachine(Loaded<Machine> other) {
        return new RunPlan(
                arguments, other, workload, energyTable, areaTable, network, mappings, batches, seed, searchTime);
    }

    /** The same at other prices. */
    RunPlan withEnergyTable(Loaded<EnergyTable> other) {
        return new RunPlan(
                arguments, machine, workload, other, areaTable, network, mappings, batches, seed, searchTime);
    }

    RunRequest request(int batch) {
        return new RunRequest(
                machine.value(),
                network,
                energyTable.value(),
                batch,
                mappings.map(Loaded::value).orElse(GivenMappings.NONE),
                objective(),
                arguments.engine().orElse(Engine.FAST),
                seed,
                area());
    }

    /** What the machine takes on a die, where it is known. */
    private Optional<AreaBreakdown> area() {
        return areaTable.isPresent()
                ? AreaModel.of(machine.value(), areaTable.get().value())
                : AreaModel.stated(machine.value());
    }

    /** Where the numbers of a run with this batch come from. */
    Provenance provenance(int batch) {
        return new Provenance(
                Main.Version.number(),
                machine.digest(),
                workload.digest(),
                energyTable.digest(),
                mappings.map(Loaded::digest),
                objective(),
                CommandText.of("run", arguments, List.of(batch)),
                values(machine),
                values(workload),
                values(energyTable));
    }

    private static List<SourcedValue> values(Loaded<?> loaded) {
        return loaded.provenance().stream()
                .map(value -> new SourcedValue(value.path(), value.text(), value.source()))
                .toList();
    }

    /** Whether a batch was asked for more than once. It runs once: its results would be the same, and in the same folder. */
    boolean repeatsABatch() {
        long asked = arguments.batches().stream()
                .flatMap(each -> Stream.of(each.split(",")))
                .count();
        return asked > batches.size();
    }

    /** Every file that was read, tensors among them. */
    List<Path> inputs(Path workingDirectory) {
        Stream<String> documents = Stream.of(
                        Optional.of(machine), Optional.of(workload), Optional.of(energyTable), areaTable, mappings)
                .flatMap(Optional::stream)
                .flatMap(loaded -> loaded.files().stream());
        Stream<Path> tensors = network.layers().stream()
                .map(layer -> layer.layer().common())
                .flatMap(common -> Stream.of(common.weights(), common.activations()))
                .flatMap(Optional::stream)
                .map(TensorReference::file);
        return Stream.concat(documents.map(Path::of), tensors)
                .map(workingDirectory::resolve)
                .toList();
    }

    /** What the search makes small. */
    Objective objective() {
        return arguments.objective().orElse(Objective.DEFAULT);
    }

    private static Optional<String> mappingName(
            Arguments arguments, Optional<Loaded<Machine>> machine, Network network) {
        if (arguments.mapping().isPresent()) {
            return arguments.mapping().filter(name -> !name.equals(SEARCH));
        }
        return machine.flatMap(each -> OwnMappings.name(each.value(), Presets.baseName(arguments.workload()), network));
    }

    static <T> Optional<T> attempt(Problems problems, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidInputException invalid) {
            invalid.problems().forEach(problems::add);
            return Optional.empty();
        }
    }
}
