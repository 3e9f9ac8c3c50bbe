package io.picojoule.report.sweep;

import io.picojoule.sweep.SweepRow;
import java.util.List;

/**
 * What a page shows of a sweep. Counts, fronts and effects are of all points; the sample is what else is drawn.
 *
 * @param spans of each measure, in the order of the measures
 * @param effects of each axis, for each of its values
 * @param reasons why points cannot be, those of most points first
 * @param pairs the front of every two measures that vary
 * @param sample of the points that ran, in the order of their numbers
 */
public record SweepFigures(
        SweepReport report,
        Outcome outcome,
        List<Span> spans,
        List<List<Effect>> effects,
        List<ReasonGroup> reasons,
        List<PairFront> pairs,
        List<SweepRow> sample) {
    /** So many points are drawn besides fronts, fewer where each has very many values: a page is to stay small. */
    public static final int SAMPLE = 5000;

    private static final int SAMPLED_VALUES = 120_000;

    public SweepFigures {
        spans = List.copyOf(spans);
        effects = effects.stream().map(List::copyOf).toList();
        reasons = List.copyOf(reasons);
        pairs = List.copyOf(pairs);
        sample = List.copyOf(sample);
    }

    /** Reads the table once. */
    public static SweepFigures of(SweepReport report) {
        int columns = report.table().axes().size() + report.table().measures().size();
        FiguresReader reader =
                new FiguresReader(report.table(), Math.min(SAMPLE, SAMPLED_VALUES / Math.max(1, columns)));
        report.table().forEach(reader);
        return reader.figures(report);
    }

    /** Whether all points that ran are in the sample. */
    public boolean isComplete() {
        return sample.size() == outcome.feasible();
    }
}
