package io.picojoule.sweep.point;

import io.picojoule.area.AreaBreakdown;
import io.picojoule.area.AreaModel;
import io.picojoule.config.OwnMappings;
import io.picojoule.config.Presets;
import io.picojoule.config.RunSettings;
import io.picojoule.config.document.Overlay;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Section;
import io.picojoule.energy.EnergyModel;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.simulation.RunRequest;
import io.picojoule.sweep.spec.Setting;
import io.picojoule.sweep.spec.SweepSpec;
import io.picojoule.sweep.spec.Target;
import io.picojoule.sweep.spec.Variable;
import io.picojoule.timing.Engine;
import io.picojoule.workload.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a point runs: its values laid over the documents, and these read as if they had been written by hand. One thread's own. */
final class PointRuns {
    private static final String SEARCH = "search";

    private final SweepSpec spec;
    private final Documents documents;
    private final Conditions conditions;
    private final Part<Read<Machine>> machine;
    private final Part<Read<RunSettings>> settings;
    private final Part<List<Setting>> pricing;
    private final List<Workload> workloads = new ArrayList<>();

    /** A network that all points run, with what their values change in it. */
    private record Workload(String name, Part<List<Setting>> settings) {}

    /** What all networks of a point run on. */
    private record Setup(Machine of, RunSettings run, EnergyTable table, Optional<AreaBreakdown> area) {}

    PointRuns(SweepSpec spec, Documents documents, Conditions conditions) {
        this.spec = spec;
        this.documents = documents;
        this.conditions = conditions;
        List<Variable> variables = spec.variables();
        this.machine = new Part<>(variables, Target.ACCELERATOR, this::readMachine);
        this.settings = new Part<>(variables, Target.RUN, this::readSettings);
        this.pricing = new Part<>(variables, Target.ENERGY_TABLE, sets -> sets);
        for (String workload : spec.workloads()) {
            workloads.add(new Workload(workload, new Part<>(variables, Target.WORKLOAD, sets -> sets)));
        }
    }

    /** Reads what points name, so that its digests are known: mappings and tables of every machine and table that an axis has. */
    void readAll() {
        int[] choices = new int[spec.variables().size()];
        at(choices);
        for (int axis = 0; axis < choices.length; axis++) {
            int size = spec.variables().get(axis).axis().size();
            for (int value = 0; value < Math.min(size, SpecCheck.TRIED); value++) {
                choices[axis] = value;
                at(choices);
            }
            choices[axis] = 0;
        }
    }

    /** The runs of a point, one for each workload, or why there are none. */
    Read<List<RunRequest>> at(int[] choices) {
        return machine.at(choices)
                .then(of -> area(of).then(area -> {
                    String reason = conditions.reason(choices, area);
                    return reason.isEmpty() ? requests(choices, of, area) : Read.refused(reason);
                }));
    }

    /** The area of a machine, if it is known. */
    private Read<Optional<AreaBreakdown>> area(Machine of) {
        Optional<String> table = of.identity().die().areaTable();
        return table.isEmpty()
                ? Read.of(AreaModel.stated(of))
                : documents.areaTable(table.get()).then(prices -> Read.of(AreaModel.of(of, prices.value())));
    }

    private Read<EnergyTable> energyTable(Machine of, RunSettings run, int[] choices) {
        String name = run.energy().orElse(of.energyTable());
        List<Setting> sets = pricing.at(choices);
        return sets.isEmpty()
                ? documents.energyTable(name)
                : documents.energyTableTemplate(name).then(template -> Documents.read(template, sets));
    }

    private Read<List<RunRequest>> requests(int[] choices, Machine of, Optional<AreaBreakdown> area) {
        return settings.at(choices)
                .then(run -> energyTable(of, run, choices)
                        .then(table -> requests(choices, new Setup(of, run, table, area))));
    }

    private Read<List<RunRequest>> requests(int[] choices, Setup setup) {
        Optional<String> refused = refused(setup);
        if (refused.isPresent()) {
            return Read.refused(refused.get());
        }
        List<RunRequest> requests = new ArrayList<>();
        for (Workload workload : workloads) {
            List<Setting> sets = workload.settings.at(choices);
            Read<RunRequest> request = documents
                    .network(workload.name, sets, List.of())
                    .then(whole -> mappings(setup.of, setup.run, workload.name, whole)
                            .then(given -> documents
                                    .network(workload.name, sets, setup.run.layers())
                                    .then(layers -> Read.of(request(setup, layers, given)))));
            if (request.value().isEmpty()) {
                return Read.refused(request.reason());
            }
            requests.add(request.value().get());
        }
        return Read.of(requests);
    }

    private static RunRequest request(Setup setup, Network network, GivenMappings given) {
        RunSettings run = setup.run;
        return new RunRequest(
                setup.of,
                network,
                setup.table,
                run.batches().isEmpty() ? 1 : run.batches().get(0),
                given,
                run.objective().map(PointRuns::objective).orElse(Objective.DEFAULT),
                run.engine().map(PointRuns::engine).orElse(Engine.FAST),
                run.seed().orElse(1),
                setup.area);
    }

    /** What a machine of another kind would be needed for, or another table. */
    private static Optional<String> refused(Setup setup) {
        Machine machine = setup.of;
        RunSettings run = setup.run;
        EnergyTable table = setup.table;
        String kind = machine.name() + " is a " + machine.kind();
        if (run.mapping().isPresent() && !(machine instanceof SpatialArray)) {
            return Optional.of("run.mapping: " + kind + ", and mappings are of spatial arrays");
        }
        if (run.engine().filter(Engine.DETAILED.key()::equals).isPresent() && machine instanceof Processor) {
            return Optional.of("run.engine: " + kind + ", and has no detailed engine");
        }
        return EnergyModel.pricesMacs(table, machine)
                ? Optional.empty()
                : Optional.of("energy table '" + table.name() + "' prices no MAC of the numbers of " + machine.name());
    }

    private Read<GivenMappings> mappings(Machine of, RunSettings run, String workload, Network network) {
        if (run.mapping().filter(SEARCH::equals).isPresent()) {
            return Read.of(GivenMappings.NONE);
        }
        Optional<String> name = run.mapping().or(() -> OwnMappings.name(of, Presets.baseName(workload), network));
        if (name.isEmpty()) {
            return Read.of(GivenMappings.NONE);
        }
        return documents.mappings(name.get(), network).then(loaded -> {
            boolean fits = run.mapping().isPresent() || OwnMappings.suit(loaded.value(), of);
            return Read.of(fits ? loaded.value() : GivenMappings.NONE);
        });
    }

    private Read<Machine> readMachine(List<Setting> sets) {
        String name = spec.accelerator();
        for (Setting setting : sets) {
            name = setting.isWhole() ? setting.text() : name;
        }
        return documents.machine(name).then(template -> Documents.read(template, sets));
    }

    private Read<RunSettings> readSettings(List<Setting> sets) {
        Problems problems = new Problems();
        RunSettings run = RunSettings.read(
                Section.of(Overlay.apply(spec.run(), Documents.assignments(sets), problems), problems));
        if (run.batches().size() > 1 && problems.isEmpty()) {
            return Read.refused("run.batch: several batches (one is wanted; make run.batch an axis)");
        }
        return Read.of(Optional.of(run), problems);
    }

    private static Objective objective(String key) {
        return Arrays.stream(Objective.values())
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Engine engine(String key) {
        return Arrays.stream(Engine.values())
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
