package io.picojoule.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a search found, and how sure it is.
 *
 * @param best those that are estimated to cost least, the best first; empty if no mapping fits
 * @param candidates mappings that the array and its scratchpads can hold, whether the buffers can or not
 * @param weighed those of them whose cost was estimated; all others a bound, a better tiling or the buffers ruled out. The same on any number of
 *     threads, but fewer where a sweep's runs keep to one thread each
 * @param leastCost what no mapping can cost less than: the cost of the best, if that is proven
 */
public record SearchResult(List<WeighedMapping> best, long candidates, long weighed, double leastCost) {
    public SearchResult {
        best = List.copyOf(best);
    }

    /** Candidates that were not weighed because they cannot be better, or do not fit. */
    public long cut() {
        return candidates - weighed;
    }

    /** By how much the best may at most be worse than the best there is, as a fraction of its cost; 0 if it is proven to be that. */
    public double gap() {
        double found = best.stream().mapToDouble(WeighedMapping::cost).min().orElse(0);
        return found == 0 ? 0 : Math.max(0, 1 - leastCost / found);
    }

    /** The same with the best in another order, by what a simulation says of them; of equals the first stays first. */
    public SearchResult reordered(Map<WeighedMapping, Double> simulatedCosts) {
        List<WeighedMapping> ordered = best.stream()
                .sorted(Comparator.comparingDouble(simulatedCosts::get))
                .toList();
        return new SearchResult(ordered, candidates, weighed, leastCost);
    }

    /** The same with the first, and the one that is estimated to cost least, only: what is kept of many searches. */
    public SearchResult ofTheFirst() {
        List<WeighedMapping> kept = best.stream().limit(1).collect(Collectors.toCollection(ArrayList::new));
        best.stream().min(Comparator.comparingDouble(WeighedMapping::cost)).ifPresent(least -> {
            if (!kept.contains(least)) {
                kept.add(least);
            }
        });
        return new SearchResult(kept, candidates, weighed, leastCost);
    }

    /** Whether no mapping is estimated to cost less. */
    public boolean isProven() {
        return gap() == 0;
    }
}
