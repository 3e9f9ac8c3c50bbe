package io.picojoule.config;

import io.picojoule.config.document.Assignment;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Overlay;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Section;
import io.picojoule.config.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Settings of a run that {@code --set run.KEY=VALUE} gives; what is not given is empty.
 *
 * @param batches batch sizes
 * @param layers globs of layer names
 * @param mapping a mapping file, or {@code search}
 * @param energy an energy table by name or path
 */
public record RunSettings(
        List<Integer> batches,
        List<String> layers,
        Optional<String> mapping,
        Optional<String> objective,
        Optional<String> energy,
        Optional<String> engine,
        OptionalLong seed) {
    public static final RunSettings NONE = new RunSettings(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty());

    private static final int LARGEST_BATCH = 1_000_000;
    private static final long LARGEST_SEED = 999_999_999_999_999_999L;
    /** The keys of the search's objectives and of the engines, which this package may not see; a test keeps them the same. */
    static final List<String> OBJECTIVES = List.of("energy", "latency", "edp", "dram");

    static final List<String> ENGINES = List.of("fast", "detailed");

    public RunSettings {
        batches = List.copyOf(batches);
        layers = List.copyOf(layers);
    }

    static RunSettings of(List<Assignment> assignments, Problems problems) {
        if (assignments.isEmpty()) {
            return NONE;
        }
        Mapping nothing = new Mapping(Place.of(new Origin.CommandLine("run")), Map.of());
        return read(Section.of(Overlay.apply(nothing, assignments, problems), problems));
    }

    /** The settings that a map gives. */
    public static RunSettings read(Section section) {
        RunSettings settings = new RunSettings(
                batches(section),
                words(section, "layers"),
                section.find("mapping").map(value -> reference(value, "search")),
                section.find("objective").map(value -> value.oneOf(OBJECTIVES)),
                section.find("energy").map(value -> reference(value, "45nm")),
                section.find("engine").map(value -> value.oneOf(ENGINES)),
                seed(section));
        section.done();
        return settings;
    }

    /** A name as it is; a path is relative to the document it stands in. */
    private static String reference(Value value, String example) {
        String text = value.text(example);
        return Presets.isPath(text) ? value.file(example).reference() : text;
    }

    private static List<Integer> batches(Section section) {
        List<Integer> batches = new ArrayList<>();
        for (Value item : section.find("batch").map(Value::items).orElse(List.of())) {
            batches.add((int) item.whole(1, LARGEST_BATCH, "4"));
        }
        return batches;
    }

    private static List<String> words(Section section, String key) {
        List<String> words = new ArrayList<>();
        for (Value item : section.find(key).map(Value::items).orElse(List.of())) {
            for (String word : item.text("conv*").split(",", -1)) {
                if (word.isBlank()) {
                    item.refuse(
                            "an empty name stands between commas", "a layer or a pattern of layers is wanted", "conv*");
                } else {
                    words.add(word);
                }
            }
        }
        return words;
    }

    private static OptionalLong seed(Section section) {
        return section.find("seed")
                .map(value -> OptionalLong.of(value.whole(0, LARGEST_SEED, "1")))
                .orElse(OptionalLong.empty());
    }
}
