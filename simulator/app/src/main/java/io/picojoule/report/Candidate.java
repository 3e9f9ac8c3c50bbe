package io.picojoule.report;

import io.picojoule.activity.Level;
import io.picojoule.mapping.MappingSummary;
import io.picojoule.search.Objective;
import io.picojoule.search.WeighedMapping;
import io.picojoule.simulation.ExploredLayer;
import io.picojoule.simulation.LayerResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A layer under one mapping, among others.
 *
 * @param rank 1 for the best, or {@code given}
 * @param weighed what the search thought of it, if it found it
 */
record Candidate(String rank, LayerResult result, Optional<WeighedMapping> weighed) {
    private static final int BITS_PER_BYTE = 8;

    /** The best ones, then the given one. */
    static List<Candidate> of(ExploredLayer layer) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < layer.best().size(); i++) {
            WeighedMapping weighed = layer.search().orElseThrow().best().get(i);
            candidates.add(new Candidate(Integer.toString(i + 1), layer.best().get(i), Optional.of(weighed)));
        }
        layer.given().ifPresent(given -> candidates.add(new Candidate("given", given, Optional.empty())));
        return candidates;
    }

    /** In the papers' parameters, or in a line. */
    String parameters() {
        return result.mapping().map(MappingSummary::of).orElse("");
    }

    /** The nest as it is read back. */
    String loops() {
        return result.mapping().map(Object::toString).orElse("");
    }

    long cycles() {
        return result.timing().cycles();
    }

    /** In the unit of the energy table. */
    double energy() {
        return result.energy().total();
    }

    double dramBytes() {
        return (double) result.timing().activity().bits(Level.DRAM) / BITS_PER_BYTE;
    }

    /** What the search was to make small, as simulated. */
    double cost(Objective objective) {
        return result.cost(objective);
    }

    /** What the search took the cycles for, of all repetitions. */
    Optional<Long> estimatedCycles(int batch) {
        return weighed.map(each -> each.estimate().cycles() * result.layer().repetitions(batch));
    }
}
