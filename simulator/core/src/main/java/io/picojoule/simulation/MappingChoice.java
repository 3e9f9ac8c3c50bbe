package io.picojoule.simulation;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Dataflow;
import io.picojoule.mapping.Dataflows;
import io.picojoule.mapping.GivenMapping;
import io.picojoule.mapping.Mapping;
import io.picojoule.mapping.RowStationary;
import io.picojoule.mapping.RowStationaryParameters;
import io.picojoule.search.SearchResult;
import java.util.List;
import java.util.Optional;

/** Which mapping a layer gets: the given one, or the best that a search found; or why none. */
sealed interface MappingChoice {
    /**
     * @param origin {@code given} or {@code searched}
     * @param note what the user should know of it; may be empty
     */
    record Chosen(Mapping mapping, String origin, Optional<SearchResult> search, String note)
            implements MappingChoice {}

    record None(String reason) implements MappingChoice {}

    /** The mapping, if there is one. */
    default Optional<Chosen> chosen() {
        return this instanceof Chosen chosen ? Optional.of(chosen) : Optional.empty();
    }

    /** Why no layer can be mapped to this machine, if so. */
    static Optional<String> unsupported(SpatialArray machine) {
        return Dataflows.named(machine.dataflow()).orElseThrow().obstacle(machine);
    }

    static MappingChoice given(GivenMapping given, Dataflow dataflow, SpatialArray machine, ArrayWork work) {
        Mapping mapping;
        try {
            mapping = dataflow.given(given, work.nest(), machine);
        } catch (IllegalArgumentException otherLoops) {
            return new None("the given loops are no mapping of this layer: " + otherLoops.getMessage());
        }
        List<String> violations = dataflow.violations(mapping, machine, work.words());
        return violations.isEmpty()
                ? new Chosen(mapping, "given", Optional.empty(), cut(given, mapping))
                : new None("the given mapping does not fit: " + String.join("; ", violations) + "; a searched one may");
    }

    /** Parameters larger than the layer stand for all of it; but for n, which follows the batch, that may be a slip. */
    private static String cut(GivenMapping given, Mapping mapping) {
        if (!(given instanceof GivenMapping.Parameters parameters)) {
            return "";
        }
        RowStationaryParameters asked = parameters.parameters();
        RowStationaryParameters used = asked.cutTo(mapping.nest());
        boolean isCut = asked.m() > used.m()
                || asked.e() > used.e()
                || exceeds(asked.f(), used.f())
                || exceeds(asked.filterRows(), used.filterRows())
                || exceeds(asked.filterColumns(), used.filterColumns());
        return isCut
                ? "the given mapping is larger than the layer, and was cut to " + RowStationary.parameters(mapping)
                : "";
    }

    private static boolean exceeds(int asked, int used) {
        return asked != RowStationaryParameters.WHOLE && asked > used;
    }

    static MappingChoice searched(SearchResult search, Dataflow dataflow, SpatialArray machine, ArrayWork work) {
        if (!search.best().isEmpty()) {
            return new Chosen(search.best().get(0).mapping(), "searched", Optional.of(search), "");
        }
        List<String> violations = dataflow.violations(dataflow.smallest(work.nest(), machine), machine, work.words());
        return new None(
                violations.isEmpty()
                        ? "no mapping that uses the array as far as it goes fits the buffers"
                        : "no mapping fits; even the smallest does not: " + String.join("; ", violations));
    }
}
