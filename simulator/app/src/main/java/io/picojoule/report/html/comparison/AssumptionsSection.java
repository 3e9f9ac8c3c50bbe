package io.picojoule.report.html.comparison;

import io.picojoule.report.Si;
import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.Entrant;
import io.picojoule.report.comparison.Score;
import io.picojoule.report.comparison.Swing;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How far the values that are not known well move the figures of their machines. */
final class AssumptionsSection implements Section<Comparison> {
    private static final List<String> HEADINGS = List.of(
            "machine and value",
            "stated",
            "range",
            "inf/s at the low end",
            "inf/s at the high end",
            "inf/J at the low end",
            "inf/J at the high end",
            "source");

    @Override
    public String title() {
        return "What assumed values do to the answer";
    }

    @Override
    public boolean appliesTo(Comparison comparison) {
        return !Swing.of(comparison).isEmpty();
    }

    @Override
    public void write(Html html, Comparison comparison) {
        html.element(
                "p",
                "Each run again with one value at either end of the range that its file states, and all others as they are; over the layers "
                        + "that all machines ran. Mappings that are searched are searched anew.",
                "class",
                "note");
        List<Swing> swings = Swing.of(comparison);
        GroupedTable table = new GroupedTable(html, HEADINGS, swings.size());
        for (Entrant entrant : comparison.entrants()) {
            List<Swing> own = swings.stream()
                    .filter(swing -> swing.stated().entrant().equals(entrant))
                    .toList();
            if (!own.isEmpty()) {
                table.group(entrant.label(), own.size() == 1 ? "1 value" : own.size() + " values");
                own.forEach(swing -> row(table, swing));
            }
        }
        table.close();
    }

    private static void row(GroupedTable table, Swing swing) {
        table.row(swing.name()).number(swing.sensitivity().value()).number(swing.range());
        for (Optional<Score> end : List.of(swing.low(), swing.high())) {
            cell(table, end, "inferencesPerSecond", swing::changeOfThroughput);
        }
        for (Optional<Score> end : List.of(swing.low(), swing.high())) {
            cell(table, end, "inferencesPerJoule", swing::changeOfEfficiency);
        }
        String source = swing.sensitivity().source();
        table.text(source.isBlank() ? "assumed" : source).end();
    }

    private static void cell(GroupedTable table, Optional<Score> end, String metric, ToDoubleFunction<Score> change) {
        if (end.isEmpty()) {
            table.number("does not run all layers");
            return;
        }
        String text = end.get().text(metric);
        String relation = Si.signedPercent(change.applyAsDouble(end.get()));
        table.number(text.equals(Si.NONE) ? relation : text, text.equals(Si.NONE) ? Si.NONE : relation);
    }
}
