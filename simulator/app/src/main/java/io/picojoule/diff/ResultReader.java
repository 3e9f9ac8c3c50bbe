package io.picojoule.diff;

import io.picojoule.config.document.JsonFile;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.diff.StoredResult.Layer;
import io.picojoule.report.JsonResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code result.json}. Keys that a later version adds do no harm. */
public final class ResultReader {
    private static final String FILE = "result.json";
    private static final List<String> NAMED = List.of("accelerator", "workload");
    private static final List<String> REQUIRED = List.of("batch", "seed", "engine", "energyTable");
    private static final List<String> OPTIONAL = List.of("energyTableDigest", "mappingsDigest", "objective", "version");
    private static final List<String> METRICS = List.of("macs", "cycles", "seconds");

    private static final List<String> SAID_BY_KERNEL = List.of("algorithm", "tile");

    private final Problems problems;

    private ResultReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a result. What is wrong with it becomes problems, and nothing comes back.
     *
     * @param asked the file, or the folder that {@code pj run} wrote it to
     */
    public static Optional<StoredResult> read(Path workingDirectory, String asked, Problems problems) {
        int before = problems.count();
        return new ResultReader(problems).read(workingDirectory, asked).filter(read -> problems.count() == before);
    }

    private Optional<StoredResult> read(Path workingDirectory, String asked) {
        boolean isFolder = Files.isDirectory(workingDirectory.resolve(asked));
        String name = isFolder ? Path.of(asked, FILE).toString() : asked;
        Origin.File origin = new Origin.File(workingDirectory.resolve(name), name);
        if (isFolder && !origin.exists()) {
            problems.add(new Problem(
                    Place.of(new Origin.CommandLine(asked)), "", "holds no " + FILE, "a result of 'pj run' is wanted"));
            return Optional.empty();
        }
        return JsonFile.read(origin, problems)
                .map(root -> Section.of(root, problems))
                .filter(this::isResult)
                .map(root -> result(name, root));
    }

    private boolean isResult(Section root) {
        String found = root.text("format", JsonResult.FORMAT);
        if (found.equals(JsonResult.FORMAT)) {
            return true;
        }
        root.find("format")
                .filter(value -> !value.written().isEmpty())
                .ifPresent(value -> value.refuse("this version reads \"" + JsonResult.FORMAT + "\" only", ""));
        return false;
    }

    private StoredResult result(String file, Section root) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String key : NAMED) {
            Section named = root.section(key);
            settings.put(key, named.text("name", ""));
            settings.put(key + "Digest", named.text("digest", ""));
        }
        REQUIRED.forEach(key -> settings.put(key, root.text(key, "")));
        OPTIONAL.forEach(key -> settings.put(key, text(root, key)));
        Section totals = root.section("totals");
        METRICS.forEach(key -> totals.require(key, "a number", ""));
        settings.put(
                "notOnMachine",
                totals.find("notOnMachine").map(ResultReader::names).orElse(""));
        settings.put(
                "infeasible", totals.find("infeasible").map(ResultReader::names).orElse(""));
        List<Layer> layers =
                root.require("layers", "a list of layers", "").map(this::layers).orElse(List.of());
        return new StoredResult(file, text(root, "command"), settings, numbers(totals), layers);
    }

    private List<Layer> layers(Value list) {
        List<Layer> layers = new ArrayList<>();
        if (!list.isList()) {
            list.refuse("a list of layers is wanted", "");
            return layers;
        }
        for (Value item : list.items()) {
            Section layer = item.section("{\"name\": \"conv1\"}");
            String name = layer.text("name", "conv1");
            String kind = layer.text("kind", "conv");
            METRICS.forEach(key -> layer.require(key, "a number", ""));
            String boundBy = text(layer, "boundBy");
            String mapping = text(layer, "mapping");
            text(layer, "mappingOrigin");
            // How a mapping was found says nothing about the layer.
            layer.find("search");
            Optional<Section> processor =
                    layer.find("processor").filter(Value::isMap).map(value -> value.section(""));
            String kernel = processor.map(section -> text(section, "kernel")).orElse("");
            processor.ifPresent(section -> SAID_BY_KERNEL.forEach(section::find));
            Map<String, Double> numbers = numbers(layer);
            processor.ifPresent(
                    section -> numbers(section).forEach((key, value) -> numbers.put("processor." + key, value)));
            layers.add(new Layer(name, kind, numbers, boundBy, mapping, kernel));
        }
        return layers;
    }

    /** What is left of a map: numbers, and maps of numbers. */
    private static Map<String, Double> numbers(Section section) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        METRICS.forEach(key -> section.find(key).ifPresent(value -> put(numbers, key, value)));
        section.rest().forEach((key, value) -> put(numbers, key, value));
        return numbers;
    }

    private static void put(Map<String, Double> numbers, String key, Value value) {
        if (value.isMap()) {
            numbers(value.section("")).forEach((inner, number) -> numbers.put(key + "." + inner, number));
        } else if (!value.isList()) {
            value.number().ifPresent(number -> numbers.put(key, number));
        }
    }

    /** Names of layers, with the reasons where there are any. */
    private static String names(Value list) {
        return list.items().stream()
                .map(item -> item.isMap() ? described(item.section("")) : item.written())
                .collect(Collectors.joining(", "));
    }

    private static String described(Section layer) {
        return layer.text("name", "conv1") + " (" + text(layer, "reason") + ")";
    }

    private static String text(Section section, String key) {
        return section.find(key).map(Value::written).orElse("");
    }
}
