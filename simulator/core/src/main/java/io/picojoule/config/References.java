package io.picojoule.config;

import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Node;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Scalar;
import io.picojoule.config.document.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The values of a document that name files. A relative path holds for the file that it was written in, and for no other. */
final class References {
    private static final String MAPPING = "mapping";
    private static final Set<String> OF_ACCELERATORS = Set.of("energy", "area-table", MAPPING);
    private static final Set<String> OF_EXPERIMENTS = Set.of("accelerator", "workload", "energy", MAPPING);
    private static final Set<String> OF_LAYERS = Set.of("weights", "activations");

    private References() {}

    /** The document with paths that hold everywhere; names of presets stay. */
    static Mapping resolved(Presets.Kind kind, Mapping document) {
        return replaced(kind, document, References::everywhere);
    }

    /** The document with {@code text} of each file in place of its path. */
    static Mapping replaced(Presets.Kind kind, Mapping document, Function<Origin, String> text) {
        return switch (kind) {
            case ACCELERATOR -> keys(document, OF_ACCELERATORS, Presets::isPath, text);
            case PUBLISHED -> keys(document, OF_EXPERIMENTS, Presets::isPath, text);
            case WORKLOAD -> layers(document, text);
            case ENERGY_TABLE, AREA_TABLE, MAPPING, SWEEP -> document;
        };
    }

    private static Mapping layers(Mapping network, Function<Origin, String> text) {
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>(network.entries());
        entries.computeIfPresent("layers", (key, entry) -> {
            if (!(entry.value() instanceof Sequence layers)) {
                return entry;
            }
            List<Node> items = new ArrayList<>();
            for (Node item : layers.items()) {
                items.add(item instanceof Mapping layer ? keys(layer, OF_LAYERS, name -> true, text) : item);
            }
            return new Mapping.Entry(entry.keyPlace(), new Sequence(layers.place(), items));
        });
        return new Mapping(network.place(), entries);
    }

    private static Mapping keys(
            Mapping mapping, Set<String> keys, Predicate<String> isPath, Function<Origin, String> text) {
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            Node value =
                    keys.contains(key) && !key.equals("source") ? value(entry.value(), isPath, text) : entry.value();
            entries.put(key, new Mapping.Entry(entry.keyPlace(), value));
        });
        return new Mapping(mapping.place(), entries);
    }

    private static Node value(Node node, Predicate<String> isPath, Function<Origin, String> text) {
        if (node instanceof Mapping byName) {
            return keys(byName, byName.entries().keySet(), isPath, text);
        }
        if (!(node instanceof Scalar scalar)
                || scalar.isEmpty()
                || !isPath.test(scalar.text().strip())) {
            return node;
        }
        String path = scalar.text().strip();
        Origin origin = scalar.place().origin().referred(path);
        return new Scalar(scalar.place(), text.apply(origin), scalar.quoted(), scalar.source());
    }

    private static String everywhere(Origin origin) {
        return origin instanceof Origin.File file
                ? file.path().toAbsolutePath().normalize().toString()
                : origin.reference();
    }
}
