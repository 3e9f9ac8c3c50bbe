package io.picojoule.search;

import java.util.List;

/**
 * What a search found, and how sure it is.
 *
 * @param best the best first; empty if no mapping fits
 * @param candidates mappings that the array and its scratchpads can hold, whether the buffers can or not
 * @param weighed those of them whose cost was estimated; all others a bound, a better tiling or the buffers ruled out
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
        return best.isEmpty() ? 0 : Math.max(0, 1 - leastCost / best.get(0).cost());
    }

    /** Whether no mapping is better. */
    public boolean isProven() {
        return gap() == 0;
    }
}
