package io.picojoule.report.sweep;

import io.picojoule.sweep.SweepRow;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.LongStream;

/**
 * Keeps some of many points: those whose number, stirred, is least. Which they are depends on the numbers alone, and unlike every tenth point
 * they follow no axis of a grid.
 */
public final class Thinning {
    private final int most;
    private final PriorityQueue<SweepRow> kept = new PriorityQueue<>(
            Comparator.<SweepRow>comparingLong(row -> stirred(row.number())).reversed());

    /** @param most points that are kept */
    Thinning(int most) {
        this.most = most;
    }

    void add(SweepRow row) {
        if (kept.size() < most) {
            kept.add(row);
        } else if (most > 0 && stirred(row.number()) < stirred(kept.element().number())) {
            kept.remove();
            kept.add(row);
        }
    }

    /** In the order of their numbers. */
    List<SweepRow> rows() {
        return kept.stream().sorted(Comparator.comparingLong(SweepRow::number)).toList();
    }

    /** The finaliser of SplitMix64 (Steele et al., OOPSLA 2014): a bijection, so that no two numbers tie. */
    static long stirred(long number) {
        long z = (number + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** At most {@code most} of a list, its first and its last among them, evenly between. */
    public static <T> List<T> evenly(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        if (most < 2) {
            return all.subList(0, most);
        }
        long steps = most - 1L;
        return LongStream.rangeClosed(0, steps)
                .mapToObj(i -> all.get((int) (i * (all.size() - 1L) / steps)))
                .toList();
    }
}
