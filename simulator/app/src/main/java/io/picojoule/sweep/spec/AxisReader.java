package io.picojoule.sweep.spec;

import io.picojoule.config.Presets;
import io.picojoule.config.document.Assignment;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Node;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Scalar;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Sequence;
import io.picojoule.config.document.Value;
import io.picojoule.sweep.Axis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One entry of {@code axes}: a path with a list of values, with a range of them, or, under {@code together}, a name with a list of maps, each
 * of which sets several paths at once and may have a label.
 */
final class AxisReader {
    static final String TOGETHER = "together";
    /** What a map of paths is called, in the place of everything that it sets. */
    static final String LABEL = "label";

    private static final Set<String> NO_PATHS = Set.of("source", LABEL);
    private static final String EXAMPLE = "{range: 8..32, step: 4}";

    private final String name;
    private final Place place;
    private final String path;
    private final Problems problems;
    private final List<String> labels = new ArrayList<>();

    private AxisReader(String name, Place place, Problems problems) {
        this.name = name;
        this.place = place;
        this.path = "axes." + name;
        this.problems = problems;
    }

    /** The axis, or nothing if it cannot be read, and then there are problems. */
    static Optional<Variable> read(String name, Mapping.Entry entry, Problems problems) {
        int before = problems.count();
        AxisReader reader = new AxisReader(name, entry.keyPlace(), problems);
        List<List<Setting>> settings = reader.settings(entry.value());
        if (problems.count() > before) {
            return Optional.empty();
        }
        List<String> values = reader.labels.isEmpty()
                ? settings.stream().map(AxisReader::text).toList()
                : reader.labels;
        return Optional.of(new Variable(new Axis(name, values), settings));
    }

    private static String text(List<Setting> together) {
        return together.size() == 1
                ? together.get(0).text()
                : together.stream().map(Setting::argument).collect(Collectors.joining(", "));
    }

    private List<List<Setting>> settings(Node node) {
        if (node instanceof Mapping map && map.value(TOGETHER).isPresent()) {
            return together(map);
        }
        List<Node> nodes = nodes(node);
        if (nodes.isEmpty()) {
            refuse("an axis without values", "a list of values or a range is wanted", EXAMPLE);
        }
        refuseRepeated(nodes);
        List<List<Setting>> settings = new ArrayList<>();
        for (Node value : nodes) {
            setting(name, place, value).ifPresent(each -> settings.add(List.of(each)));
        }
        return settings;
    }

    private List<Node> nodes(Node node) {
        if (node instanceof Mapping map && (isRange(map, RangeValues.RANGE) || isRange(map, RangeValues.LOG_RANGE))) {
            int before = problems.count();
            List<String> texts = RangeValues.read(section(map));
            // Told already: nothing is added to it.
            List<String> read = problems.count() > before ? List.of("?") : texts;
            return read.stream()
                    .<Node>map(text -> new Scalar(map.place(), text, false, ""))
                    .toList();
        }
        if (node instanceof Sequence list) {
            return list.items();
        }
        return node instanceof Scalar scalar && scalar.isEmpty() ? List.of() : List.of(node);
    }

    private static boolean isRange(Mapping map, String key) {
        return map.value(key).isPresent();
    }

    private List<List<Setting>> together(Mapping map) {
        Section section = section(map);
        List<List<Setting>> settings = new ArrayList<>();
        List<Value> items = section.find(TOGETHER).map(Value::items).orElse(List.of());
        if (items.isEmpty()) {
            refuse("an axis without values", "a list of maps is wanted", "[{array.rows: 8, array.columns: 8}]");
        }
        Node list = map.value(TOGETHER).orElse(map);
        for (int i = 0; i < items.size(); i++) {
            Node item = list instanceof Sequence sequence ? sequence.items().get(i) : list;
            if (item instanceof Mapping paths
                    && paths.entries().keySet().stream().anyMatch(key -> !NO_PATHS.contains(key))) {
                settings.add(together(paths.entries()));
                label(paths, settings.get(settings.size() - 1));
            } else {
                items.get(i).refuse("a map of paths is wanted", "{array.rows: 8, array.columns: 8}");
            }
        }
        section.done();
        return settings;
    }

    /** Two of the same label could not be told apart. */
    private void label(Mapping paths, List<Setting> together) {
        Optional<Node> stated = paths.value(LABEL);
        if (stated.filter(node -> !(node instanceof Scalar label) || label.isEmpty())
                .isPresent()) {
            Value.of(stated.get(), path + "." + LABEL, problems).refuse("no text", "a short name is wanted", "64 PEs");
        }
        String label = stated.map(FlowText::of).orElseGet(() -> text(together));
        if (labels.contains(label)) {
            Node place = stated.orElse(paths);
            problems.add(new Problem(
                    place.place(), path, "\"" + label + "\" is there twice", "values that differ are wanted"));
        }
        labels.add(label);
    }

    private List<Setting> together(Map<String, Mapping.Entry> paths) {
        List<Setting> settings = new ArrayList<>();
        paths.forEach((key, entry) -> {
            if (!NO_PATHS.contains(key)) {
                setting(key, entry.keyPlace(), entry.value()).ifPresent(settings::add);
            }
        });
        return settings;
    }

    private Section section(Mapping map) {
        return Value.of(map, path, problems).section(EXAMPLE);
    }

    private Optional<Setting> setting(String key, Place keyPlace, Node value) {
        Optional<Assignment> read = Assignment.at(keyPlace, key, value);
        if (read.isEmpty()) {
            problems.add(new Problem(
                    keyPlace,
                    path,
                    "the path '" + key + "' cannot be read",
                    "a path as --set has it is wanted",
                    "accelerator.array.rows"));
            return Optional.empty();
        }
        Target target = Target.of(read.get());
        Assignment within = target.isSaidBy(read.get()) ? read.get().withoutFirst() : read.get();
        if (within.steps().isEmpty() && target != Target.ACCELERATOR) {
            problems.add(new Problem(
                    keyPlace,
                    path,
                    "the path names no value of the " + target.word(),
                    "a path as --set has it is wanted",
                    target == Target.RUN ? "run.batch" : "workload.layers[conv1].stride"));
            return Optional.empty();
        }
        String text = FlowText.of(value);
        boolean isFile = within.steps().isEmpty() && Presets.isPath(text);
        String written = isFile ? value.place().origin().sibling(text).reference() : text;
        return Optional.of(new Setting(target, key, within, written));
    }

    private void refuseRepeated(List<Node> nodes) {
        Set<String> seen = new HashSet<>();
        for (Node node : nodes) {
            String text = FlowText.of(node);
            if (!seen.add(text)) {
                problems.add(new Problem(
                        node.place(), path, "\"" + text + "\" is there twice", "values that differ are wanted"));
            }
        }
    }

    private void refuse(String found, String wanted, String example) {
        problems.add(new Problem(place, path, found, wanted, example));
    }
}
