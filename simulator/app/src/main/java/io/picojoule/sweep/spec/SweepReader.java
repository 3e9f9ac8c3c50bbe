package io.picojoule.sweep.spec;

import io.picojoule.config.Presets;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Names;
import io.picojoule.config.document.Node;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The file of a sweep to what it says. What it names is not looked at here. */
public final class SweepReader {
    static final List<String> METHODS = List.of("grid", "sobol", "latin-hypercube", "nsga2");
    static final int MOST_POINTS = 100_000_000;
    static final int MOST_GENERATIONS = 1_000_000;
    static final int MOST_POPULATION = 100_000;
    static final long LARGEST_SEED = 999_999_999_999_999_999L;
    private static final String AXES = "{array.rows: {range: 8..32, step: 4}}";
    private static final List<String> DEFAULT_OBJECTIVES = List.of("joules", "seconds");

    private final Section root;
    private final Mapping document;
    private final Set<String> measures;
    private final Problems problems;

    private SweepReader(Mapping document, Set<String> measures, Problems problems) {
        this.root = Section.of(document, problems);
        this.document = document;
        this.measures = measures;
        this.problems = problems;
    }

    /**
     * Reads a document. What is wrong becomes a problem, and nothing is given back.
     *
     * @param name of the preset or file
     * @param measures keys of what points are measured by
     */
    public static Optional<SweepSpec> read(String name, Mapping document, Set<String> measures, Problems problems) {
        int before = problems.count();
        SweepSpec spec = new SweepReader(document, measures, problems).read(name);
        return problems.count() > before ? Optional.empty() : Optional.of(spec);
    }

    private SweepSpec read(String name) {
        String title = root.textOr("name", name);
        String description = root.textOr("description", "");
        String source = root.textOr("source", "");
        root.find("notes");
        List<Variable> variables = variables();
        boolean machineVaries = variables.stream()
                .flatMap(variable -> variable.settings().stream().flatMap(List::stream))
                .anyMatch(Setting::isWhole);
        Optional<Value> accelerator =
                machineVaries ? root.find("accelerator") : root.require("accelerator", "an accelerator", "eyeriss");
        String machine = accelerator
                .map(SweepReader::reference)
                .orElseGet(() -> variables.stream()
                        .flatMap(variable -> variable.settings().get(0).stream())
                        .filter(Setting::isWhole)
                        .map(Setting::text)
                        .findFirst()
                        .orElse("?"));
        List<String> workloads = workloads();
        Mapping run = run();
        List<SweepSpec.Where> where = where();
        Sampling sampling = sampling();
        List<String> objectives = objectives();
        root.done();
        return new SweepSpec(
                title, description, source, machine, workloads, run, variables, where, sampling, objectives);
    }

    /** A name as it is, a path as one that can be found from anywhere. */
    static String reference(Value value) {
        String text = value.text("eyeriss");
        return Presets.isPath(text) ? value.file("eyeriss").reference() : text;
    }

    private List<String> workloads() {
        Optional<Value> one = root.find("workload");
        Optional<Value> list = root.find("workloads").or(() -> one);
        if (one.isPresent() && !list.equals(one)) {
            one.get().refuse("'workloads' is there too", "one of the two is wanted", "");
        }
        if (list.isEmpty()) {
            root.require("workloads", "a list of networks", "[alexnet]");
        }
        List<Value> items = list.map(Value::items).orElse(List.of());
        List<String> names = new ArrayList<>();
        for (Value item : items) {
            String name = reference(item);
            if (names.contains(name)) {
                item.refuse("\"" + name + "\" is there twice", "networks that differ are wanted", "");
            }
            names.add(name);
        }
        if (list.isPresent() && items.isEmpty()) {
            list.get().refuse("there are no networks", "at least one is wanted", "[alexnet]");
        }
        return names;
    }

    private Mapping run() {
        root.findSection("run");
        Node run = document.value("run").orElse(null);
        return run instanceof Mapping map ? map : new Mapping(document.place(), Map.of());
    }

    private List<Variable> variables() {
        Optional<Value> value = root.require("axes", "a map of paths with their values", AXES);
        Node node = document.value("axes").orElse(null);
        List<Variable> variables = new ArrayList<>();
        if (value.isEmpty()) {
            return variables;
        }
        if (!(node instanceof Mapping axes) || axes.entries().isEmpty()) {
            value.get().refuse("nothing varies", "a map of paths with their values is wanted", AXES);
            return variables;
        }
        axes.entries().forEach((name, entry) -> {
            if (!name.equals("source")) {
                AxisReader.read(name, entry, problems).ifPresent(variables::add);
            }
        });
        refuseTwice(variables, axes);
        return variables;
    }

    /** A place that two axes set would be the second's alone. */
    private void refuseTwice(List<Variable> variables, Mapping axes) {
        Map<String, String> setBy = new LinkedHashMap<>();
        for (Variable variable : variables) {
            String axis = variable.axis().path();
            variable.settings().stream()
                    .flatMap(List::stream)
                    .map(setting ->
                            setting.target() + "." + setting.assignment().steps())
                    .distinct()
                    .forEach(path -> {
                        String first = setBy.putIfAbsent(path, axis);
                        Mapping.Entry entry = axes.entries().get(axis);
                        if (first != null && !first.equals(axis) && entry != null) {
                            problems.add(new Problem(
                                    entry.keyPlace(),
                                    "axes." + axis,
                                    "axis '" + first + "' sets the same value",
                                    "one axis for a value is wanted"));
                        }
                    });
        }
    }

    private List<SweepSpec.Where> where() {
        return root.find("where").map(Value::items).orElse(List.of()).stream()
                .map(item -> new SweepSpec.Where(item.place(), item.text("array.rows * array.columns <= 512")))
                .toList();
    }

    private Sampling sampling() {
        Optional<Value> value = root.find("sample");
        if (value.isEmpty()) {
            return new Sampling.Grid();
        }
        if (!value.get().isMap()) {
            if (!value.get().text("grid").equals("grid")) {
                value.get().refuse("a map is wanted", "{method: sobol, points: 1000}");
            }
            return new Sampling.Grid();
        }
        Section section = value.get().section("{method: grid}");
        String method = section.require("method", Names.list(METHODS), "grid")
                .map(each -> each.oneOf(METHODS))
                .orElse("grid");
        Function<String, Integer> points = example -> section.require("points", "a number of points", example)
                .map(each -> (int) each.whole(1, MOST_POINTS, example))
                .orElse(1);
        Sampling sampling = switch (method) {
            case "sobol" -> new Sampling.Sobol(points.apply("1000"), seed(section));
            case "latin-hypercube" -> new Sampling.LatinHypercube(points.apply("1000"), seed(section));
            case "nsga2" ->
                new Sampling.Nsga2(
                        section.whole("generations", 1, MOST_GENERATIONS, "50"),
                        section.whole("population", 2, MOST_POPULATION, "100"),
                        seed(section));
            default -> new Sampling.Grid();
        };
        section.done();
        return sampling;
    }

    private static long seed(Section section) {
        return section.find("seed")
                .map(value -> value.whole(0, LARGEST_SEED, "1"))
                .orElse(1L);
    }

    private List<String> objectives() {
        Optional<Section> section = root.findSection("objectives");
        List<String> known = List.copyOf(measures);
        List<String> keys = section.map(map -> {
                    List<Value> items = map.require("minimise", "a list of measures", "[joules, seconds]")
                            .map(Value::items)
                            .orElse(List.of());
                    if (map.states("minimise") && items.isEmpty()) {
                        map.find("minimise")
                                .ifPresent(
                                        value -> value.refuse("no objective", "at least one is wanted", "[seconds]"));
                    }
                    map.done();
                    return items.stream()
                            .map(item -> item.oneOf(known))
                            .distinct()
                            .toList();
                })
                .orElse(DEFAULT_OBJECTIVES);
        return keys.isEmpty() ? DEFAULT_OBJECTIVES : keys;
    }
}
