package io.picojoule.config;

import io.picojoule.config.document.DocumentFile;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problems;
import java.util.List;
import java.util.Optional;

/** Finds out what a document is about when the user did not say: by where it is, else by its keys. */
final class KindGuess {
    private final Presets presets;

    KindGuess(Presets presets) {
        this.presets = presets;
    }

    Presets.Kind of(String nameOrPath) {
        return Presets.isPath(nameOrPath) ? ofFile(nameOrPath) : ofName(nameOrPath);
    }

    /** The first kind that has a preset of this name; without any, the look-up among accelerators tells the user. */
    private Presets.Kind ofName(String name) {
        for (Presets.Kind kind : Presets.Kind.values()) {
            if (presets.find(kind, name, new Problems()).isPresent()) {
                return kind;
            }
        }
        return Presets.Kind.ACCELERATOR;
    }

    private Presets.Kind ofFile(String path) {
        Problems unheard = new Problems();
        Optional<Mapping> document = presets.find(Presets.Kind.ACCELERATOR, path, unheard)
                .flatMap(origin -> DocumentFile.read(origin, unheard));
        if (hasAny(document, "input", "layers") && !hasAny(document, "kind")) {
            return Presets.Kind.WORKLOAD;
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

    private static boolean hasAny(Optional<Mapping> document, String... keys) {
        for (String key : keys) {
            if (document.isPresent() && document.get().entries().containsKey(key)) {
                return true;
            }
        }
        return false;
    }
}
