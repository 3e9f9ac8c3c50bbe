package io.picojoule.report.sweep;

import io.picojoule.sweep.Axis;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.SweepTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes {@link SweepFigures} of rows that come one after another. */
final class FiguresReader implements Consumer<SweepRow> {
    private final OutcomeReader outcome;
    private final List<Integer> objectives;
    private final List<Span> spans = new ArrayList<>();
    private final List<List<Effect>> effects = new ArrayList<>();
    private final Reasons reasons = new Reasons();
    private final List<PairFront> pairs = new ArrayList<>();
    private final Thinning sample;

    FiguresReader(SweepTable table, int sampled) {
        this.outcome = new OutcomeReader(table);
        this.objectives = outcome.objectives();
        this.sample = new Thinning(sampled);
        List<Measure> measures = table.measures();
        for (int x = 0; x < measures.size(); x++) {
            spans.add(new Span());
            for (int y = x + 1; y < measures.size(); y++) {
                pairs.add(new PairFront(x, isLargeGood(measures, x), y, isLargeGood(measures, y)));
            }
        }
        for (Axis axis : table.axes()) {
            effects.add(axis.values().stream()
                    .map(value -> new Effect(value, objectives.size()))
                    .toList());
        }
    }

    private boolean isLargeGood(List<Measure> measures, int measure) {
        return !objectives.contains(measure) && Quantity.isLargeGood(measures.get(measure));
    }

    @Override
    public void accept(SweepRow row) {
        outcome.accept(row);
        if (!row.isFeasible()) {
            reasons.add(row);
            for (int i = 0; i < effects.size(); i++) {
                effects.get(i).get(row.choices()[i]).addInfeasible();
            }
            return;
        }
        for (int i = 0; i < effects.size(); i++) {
            effects.get(i).get(row.choices()[i]).add(row.measures(), objectives);
        }
        for (int i = 0; i < spans.size(); i++) {
            spans.get(i).add(row.measures()[i]);
        }
        for (PairFront pair : pairs) {
            pair.add(row);
        }
        sample.add(row);
    }

    SweepFigures figures(SweepReport report) {
        List<PairFront> drawn = pairs.stream()
                .filter(pair ->
                        spans.get(pair.x()).varies() && spans.get(pair.y()).varies())
                .toList();
        return new SweepFigures(report, outcome.outcome(), spans, effects, reasons.groups(), drawn, sample.rows());
    }
}
