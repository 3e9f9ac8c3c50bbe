package io.picojoule.config;

import io.picojoule.config.document.Digest;
import io.picojoule.config.document.DocumentPrinter;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Provenance;
import io.picojoule.config.document.RangedValue;
import java.util.List;

/**
 * What was read, and what it was read from.
 *
 * @param provenance every value in the order of the document, with its source
 * @param files the files read, the asked one first, then those it extends
 * @param digest SHA-256 of what the document says; layout, comments, sources, ranges and the place of the file do not count;
 *     of a file that it names by a path, the bytes count and the path does not
 * @param document everything inherited and overridden in place; paths in it hold wherever it is written to
 */
public record Loaded<T>(T value, List<Provenance> provenance, List<String> files, String digest, Mapping document) {
    public Loaded {
        provenance = List.copyOf(provenance);
        files = List.copyOf(files);
    }

    static <T> Loaded<T> of(Presets.Kind kind, T value, List<String> files, Mapping document) {
        String digest = Digest.of(References.replaced(kind, document, Digest::ofBytes));
        Mapping resolved = References.resolved(kind, document);
        return new Loaded<>(value, Provenance.of(document), files, digest, resolved);
    }

    /** The values that say between what they may lie, in the order of the document. */
    public List<RangedValue> ranges() {
        return RangedValue.of(document);
    }

    /** The document as YAML, each value with its source as a comment. */
    public String printed() {
        return DocumentPrinter.print(document);
    }
}
