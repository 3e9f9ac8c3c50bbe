package io.picojoule.validation;

import io.picojoule.config.Presets;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import io.picojoule.search.Objective;
import io.picojoule.validation.PublishedCase.Application;
import io.picojoule.validation.PublishedCase.Baseline;
import io.picojoule.validation.PublishedRow.KnownGap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A document of published figures to a case. A row of the document holds the figures of one quantity, a layer each. */
public final class PublishedReader {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?([eE][+-]?\\d{1,2})?");
    private static final String PERCENT = "3 %";
    private static final String BASELINE = "{accelerator: isca16-rs-256, batch: 1}";
    private static final String APPLICATION = "{workload: mlp0-like, batch: 200, weight: 30}";
    private static final String ROW = "{quantity: total-latency}";
    static final int LARGEST_BATCH = 1_000_000;
    static final Map<String, PublishedQuantity> QUANTITIES = keys(PublishedQuantity.values(), PublishedQuantity::key);
    static final Map<String, Objective> OBJECTIVES = keys(Objective.values(), Objective::key);
    private static final List<String> COMMON = List.of(
            "accelerator",
            "workload",
            "batch",
            "layers",
            "overrides",
            "mapping",
            "energy",
            "objective",
            "baseline",
            "applications",
            "source");
    private static final List<String> OF_RUNS =
            List.of("accelerator", "batch", "mapping", "energy", "objective", "baseline", "applications");
    static final Map<String, EvidenceClass> CLASSES = keys(EvidenceClass.values(), EvidenceClass::key);

    private final Section root;

    private PublishedReader(Section root) {
        this.root = root;
    }

    /**
     * Reads the cases of a document. What is wrong becomes a problem, and the cases are then of no use.
     *
     * @param name of the preset: what {@code pj validate} calls the case; those of a list go by their own names behind it
     */
    public static List<PublishedCase> read(String name, Mapping document, Problems problems) {
        Section root = Section.of(document, problems);
        root.textOr("name", name);
        PublishedReader reader = new PublishedReader(root);
        List<PublishedCase> cases = new ArrayList<>();
        Optional<Value> list = root.find("cases");
        if (list.isEmpty()) {
            cases.add(reader.read(name, root));
        } else {
            for (Value item : list.get().items()) {
                Section section = item.section("{name: one, accelerator: eyeriss, rows: []}");
                cases.add(reader.read(name + "/" + section.text("name", "one"), section));
                section.done();
            }
            // What the list has in common.
            COMMON.forEach(root::find);
            root.find("baseline").ifPresent(value -> baseline(value.section(BASELINE)));
            root.find("applications").ifPresent(PublishedReader::applications);
            root.find("rows").ifPresent(rows -> {
                rows.refuse("rows stand in each of the cases", "no 'rows' beside 'cases'", "");
                rows.items().forEach(item -> reader.rows(item.section(ROW), new ArrayList<>()));
            });
            root.textOr("description", "");
        }
        root.done();
        return cases;
    }

    /** A key of the case, or what all cases have in common. */
    private Optional<Value> own(Section section, String key) {
        return section.find(key).or(() -> root.find(key));
    }

    private Optional<Value> required(Section section, String key, String wanted, String example) {
        return own(section, key).or(() -> section.require(key, wanted, example));
    }

    private PublishedCase read(String caseName, Section section) {
        String description = section.textOr("description", "");
        Optional<String> accelerator =
                own(section, "accelerator").map(value -> reference(Optional.of(value), "eyeriss"));
        List<Application> applications = applicationsOf(section);
        String workload = applications.isEmpty()
                ? reference(required(section, "workload", "a workload", "alexnet"), "alexnet")
                : applications.get(0).workload();
        int batch = own(section, "batch")
                .map(value -> (int) value.whole(1, LARGEST_BATCH, "4"))
                .orElse(1);
        List<String> layers = texts(section, "layers", "conv*");
        List<String> overrides = texts(section, "overrides", "clock=100 MHz");
        Optional<String> mapping = own(section, "mapping").map(value -> reference(Optional.of(value), "search"));
        Optional<String> energy = own(section, "energy").map(value -> reference(Optional.of(value), "45nm"));
        Optional<Objective> objective =
                own(section, "objective").map(value -> OBJECTIVES.get(value.oneOf(List.copyOf(OBJECTIVES.keySet()))));
        Optional<Baseline> baseline = own(section, "baseline").map(value -> baseline(value.section(BASELINE)));
        List<PublishedRow> rows = new ArrayList<>();
        section.require("rows", "a list of published figures", "")
                .ifPresent(list -> list.items().forEach(item -> rows(item.section(ROW), rows)));
        checkMachine(section, accelerator.isPresent(), rows);
        checkApplications(section, applications, rows);
        return new PublishedCase(
                caseName,
                description,
                accelerator,
                workload,
                batch,
                layers,
                mapping,
                energy,
                overrides,
                objective,
                baseline,
                applications,
                rows);
    }

    /** Figures of a run take a machine; those of compressed weights have none, nor what only a run has. */
    private void checkMachine(Section section, boolean hasMachine, List<PublishedRow> rows) {
        boolean ofCompression = rows.stream().anyMatch(row -> row.quantity().isOfCompression());
        boolean ofRuns = rows.stream().anyMatch(row -> !row.quantity().isOfCompression());
        if (!hasMachine && (ofRuns || !ofCompression)) {
            section.require("accelerator", "an accelerator", "eyeriss");
        } else if (ofCompression) {
            OF_RUNS.forEach(key -> own(section, key)
                    .ifPresent(value -> value.refuse(
                            "sizes of compressed weights do not depend on it", "no '" + key + "' is wanted", "")));
        }
    }

    /** Where there are applications, figures are theirs or their means; where there is one network, it has no weights. */
    private static void checkApplications(Section section, List<Application> applications, List<PublishedRow> rows) {
        List<String> names = applications.stream().map(Application::workload).toList();
        for (PublishedRow row : rows) {
            boolean isKnown = names.isEmpty()
                    ? !row.isWeightedMean()
                    : row.isGeometricMean() || row.isWeightedMean() || names.contains(row.layer());
            if (!isKnown) {
                section.find("rows")
                        .ifPresent(value -> value.refuse(
                                "a figure of '" + row.layer() + "'",
                                names.isEmpty()
                                        ? "a layer's, the total or the geometric-mean is wanted"
                                        : "one of " + String.join(", ", names)
                                                + ", geometric-mean and weighted-mean is wanted",
                                ""));
            }
        }
    }

    private static Baseline baseline(Section section) {
        String accelerator = section.text("accelerator", "isca16-rs-256");
        int batch = section.wholeOr("batch", 1, 1, LARGEST_BATCH, "1");
        Optional<List<String>> overrides = section.find("overrides")
                .map(value -> value.items().stream()
                        .map(item -> item.text("precision=fp16"))
                        .toList());
        section.done();
        return new Baseline(accelerator, batch, overrides);
    }

    /** A case's own network stands for itself, whatever the others have in common. */
    private List<Application> applicationsOf(Section section) {
        Optional<Value> own = section.find("applications");
        List<Application> applications = own.map(PublishedReader::applications).orElse(List.of());
        if (section.find("workload").isPresent()) {
            own.ifPresent(value -> value.refuse("a workload is there too", "one or the other is wanted", ""));
            return List.of();
        }
        return own.isPresent()
                ? applications
                : root.find("applications").map(PublishedReader::applications).orElse(List.of());
    }

    private static List<Application> applications(Value list) {
        List<Application> applications = new ArrayList<>();
        for (Value item : list.items()) {
            Section section = item.section(APPLICATION);
            String workload = reference(section.require("workload", "a workload", "mlp0-like"), "mlp0-like");
            int batch = section.wholeOr("batch", 1, 1, LARGEST_BATCH, "200");
            double weight = section.find("weight").map(PublishedReader::number).orElse(1.0);
            section.done();
            if (applications.stream().anyMatch(other -> other.workload().equals(workload))) {
                item.refuse("its figures go by its name", "each application once is wanted", "");
            }
            applications.add(new Application(workload, batch, weight));
        }
        return applications;
    }

    private void rows(Section section, List<PublishedRow> rows) {
        PublishedQuantity quantity = section.choice("quantity", QUANTITIES);
        section.require("unit", "the unit of the figures", quantity.unit()).ifPresent(unit -> {
            if (!unit.text(quantity.unit()).equals(quantity.unit())) {
                unit.refuse(
                        "figures of " + quantity.key() + " in this unit",
                        quantity.unit() + " is wanted",
                        quantity.unit());
            }
        });
        EvidenceClass evidence = section.choice("class", CLASSES);
        String source = section.text("source", "JSSC 52(1) 2017, Table V");
        double margin = section.require("margin", "a margin", PERCENT)
                .map(PublishedReader::percent)
                .orElse(0.0);
        Map<String, Double> margins = new LinkedHashMap<>();
        section.findSection("margins")
                .ifPresent(map -> map.rest().forEach((layer, value) -> margins.put(layer, percent(value))));
        Map<String, KnownGap> gaps = new LinkedHashMap<>();
        section.findSection("known-gaps")
                .ifPresent(map ->
                        map.rest().forEach((layer, value) -> gaps.put(layer, gap(value.section("{bound: 10 %}")))));
        Section published = section.section("published");
        Map<String, Value> figures = published.rest();
        figures.forEach((layer, value) -> rows.add(new PublishedRow(
                layer,
                quantity,
                number(value),
                margins.getOrDefault(layer, margin),
                evidence,
                source,
                Optional.ofNullable(gaps.get(layer)))));
        section.done();
    }

    private static KnownGap gap(Section section) {
        double bound = section.require("bound", "a bound", PERCENT)
                .map(PublishedReader::percent)
                .orElse(0.0);
        String cause = section.text("cause", "the paper counts configuration time");
        section.done();
        return new KnownGap(bound, cause);
    }

    private List<String> texts(Section section, String key, String example) {
        return own(section, key)
                .map(value ->
                        value.items().stream().map(item -> item.text(example)).toList())
                .orElse(List.of());
    }

    /** A name as it is, a path as one that can be found from anywhere. */
    private static String reference(Optional<Value> value, String example) {
        String text = value.map(present -> present.text(example)).orElse(example);
        return value.isPresent() && Presets.isPath(text)
                ? value.get().file(example).reference()
                : text;
    }

    private static double number(Value value) {
        String text = value.text("16.5");
        if (NUMBER.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        value.refuse("a number is wanted", "16.5");
        return 0;
    }

    private static double percent(Value value) {
        String text = value.text(PERCENT);
        if (text.equals("equal")) {
            return 0;
        }
        String number =
                text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : "";
        if (NUMBER.matcher(number).matches()) {
            return Double.parseDouble(number) / 100;
        }
        value.refuse("per cent, or the word equal, is wanted", PERCENT);
        return 0;
    }

    private static <T> Map<String, T> keys(T[] values, Function<T, String> key) {
        Map<String, T> keys = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> keys.put(key.apply(value), value));
        return keys;
    }
}
