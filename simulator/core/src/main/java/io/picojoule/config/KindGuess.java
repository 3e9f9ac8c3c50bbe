package io.picojoule.config;

import io.picojoule.config.document.DocumentFile;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Sequence;
import java.util.List;
import java.util.Optional;

/** Finds out what a document is about when the user did not say: by where it is, else by its keys. */
final class KindGuess {
    /** Enough of a layer's mapping to know it by, though one of the others is missing. */
    private static final List<String> PARAMETERS = List.of("m", "n", "e", "p");

    private final Presets presets;

    KindGuess(Presets presets) {
        this.presets = presets;
    }

    Presets.Kind of(String nameOrPath) {
        return Presets.isPath(nameOrPath) ? ofFile(nameOrPath) : ofName(nameOrPath);
    }

    /** The first kind that has a preset of this name. */
    private Presets.Kind ofName(String name) {
        List<Presets.Kind> kinds = presets.kindsOf(name);
        if (!kinds.isEmpty()) {
            return kinds.get(0);
        }
        Problems problems = new Problems();
        problems.add(presets.unknown(name));
        throw new InvalidInputException(problems.sorted());
    }

    private Presets.Kind ofFile(String path) {
        if (path.endsWith(DocumentLoader.TOPOLOGY)) {
            return Presets.Kind.WORKLOAD;
        }
        Problems unheard = new Problems();
        Optional<Mapping> document = presets.find(Presets.Kind.ACCELERATOR, path, unheard)
                .flatMap(origin -> DocumentFile.read(origin, unheard));
        if (hasAny(document, "axes")) {
            return Presets.Kind.SWEEP;
        }
        if (hasAny(document, "cases") || hasAny(document, "accelerator") && hasAny(document, "rows")) {
            return Presets.Kind.PUBLISHED;
        }
        if (document.isPresent() && !hasAny(document, "input") && isMapping(document.get())) {
            return Presets.Kind.MAPPING;
        }
        if (hasAny(document, "input", "layers") && !hasAny(document, "kind")) {
            return Presets.Kind.WORKLOAD;
        }
        if (document.filter(KindGuess::isAreaTable).isPresent()) {
            return Presets.Kind.AREA_TABLE;
        }
        if (hasAny(document, "mac", "sram")) {
            return Presets.Kind.ENERGY_TABLE;
        }
        if (hasAny(document, "kind", "array", "clock")) {
            return Presets.Kind.ACCELERATOR;
        }
        return byFolder(path);
    }

    private static Presets.Kind byFolder(String path) {
        for (Presets.Kind kind : List.of(
                Presets.Kind.ENERGY_TABLE,
                Presets.Kind.AREA_TABLE,
                Presets.Kind.MAPPING,
                Presets.Kind.SWEEP,
                Presets.Kind.PUBLISHED,
                Presets.Kind.WORKLOAD)) {
            String folder = kind.folder().substring(kind.folder().indexOf('/') + 1);
            if (path.startsWith(folder + "/") || path.contains("/" + folder + "/")) {
                return kind;
            }
        }
        return Presets.Kind.ACCELERATOR;
    }

    /** Whether the values, or those under {@code layers}, are mappings of layers. */
    private static boolean isMapping(Mapping document) {
        Mapping byLayer = document.value("layers")
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .orElse(document);
        return byLayer.entries().values().stream()
                .anyMatch(entry -> entry.value() instanceof Mapping layer
                        && (layer.entries().containsKey("loops")
                                || layer.entries().keySet().containsAll(PARAMETERS)));
    }

    /** A machine has a memory too, but no list of them. */
    private static boolean isAreaTable(Mapping document) {
        return hasAny(Optional.of(document), "multiplier", "adder")
                || document.value("memory").filter(Sequence.class::isInstance).isPresent();
    }

    private static boolean hasAny(Optional<Mapping> document, String... keys) {
        for (String key : keys) {
            if (document.isPresent() && document.get().entries().containsKey(key)) {
                return true;
            }
        }
        return false;
    }
}
