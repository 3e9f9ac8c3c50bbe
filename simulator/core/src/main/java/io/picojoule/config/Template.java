package io.picojoule.config;

import io.picojoule.config.document.Assignment;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Overlay;
import io.picojoule.config.document.Problems;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A document that is read again and again, each time with other values in some places; its files are read once. */
public final class Template<T> {
    private final Loaded<Mapping> document;
    private final BiFunction<Mapping, Problems, Optional<T>> reader;

    Template(Loaded<Mapping> document, BiFunction<Mapping, Problems, Optional<T>> reader) {
        this.document = document;
        this.reader = reader;
    }

    /** As its files have it, with what they extend. */
    public Loaded<Mapping> document() {
        return document;
    }

    /** What it says with these values in place, checked as a file is; nothing if that went wrong, and then there are problems. */
    public Optional<T> read(List<Assignment> sets, Problems problems) {
        int before = problems.count();
        Optional<T> read = reader.apply(with(sets, problems), problems);
        return problems.count() > before ? Optional.empty() : read;
    }

    /** The document with these values in place. */
    public Mapping with(List<Assignment> sets, Problems problems) {
        return Overlay.apply(document.value(), sets, problems);
    }
}
