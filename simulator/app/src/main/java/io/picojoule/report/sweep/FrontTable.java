package io.picojoule.report.sweep;

import io.picojoule.report.Si;
import io.picojoule.report.TextTable;
import io.picojoule.report.TextTable.Style;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a sweep came to, on a terminal: a summary, and the best points of the front. */
public final class FrontTable {
    private static final int MOST_ROWS = 20;

    private final SweepReport report;
    private final Outcome outcome;
    private final boolean colour;

    private FrontTable(SweepReport report, Outcome outcome, boolean colour) {
        this.report = report;
        this.outcome = outcome;
        this.colour = colour;
    }

    public static String of(SweepReport report, Outcome outcome, boolean colour) {
        return new FrontTable(report, outcome, colour).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        String title = report.name();
        TextTable heading = new TextTable(1, colour);
        heading.row(Style.BOLD, List.of(title));
        text.append(heading).append(report.method()).append("\n\n").append(summary());
        if (!outcome.front().isEmpty()) {
            text.append('\n').append(front());
            int more = outcome.front().size() - MOST_ROWS;
            if (more > 0) {
                String note = "and " + Si.grouped(more)
                        + " more on the front, all of them in --format csv, json and on the page";
                text.append(Style.DIM.of(note, colour)).append('\n');
            }
        }
        return text.toString();
    }

    private TextTable summary() {
        TextTable table = new TextTable(2, colour);
        table.row(Style.PLAIN, List.of("points", Si.grouped(outcome.points())));
        String share =
                outcome.points() == 0 ? "" : " (" + Si.share((double) outcome.infeasible() / outcome.points()) + ")";
        table.row(
                outcome.infeasible() > 0 ? Style.YELLOW : Style.PLAIN,
                List.of("infeasible", Si.grouped(outcome.infeasible()) + share));
        if (outcome.incomparable() > 0) {
            table.row(Style.YELLOW, List.of("lack an objective", Si.grouped(outcome.incomparable())));
        }
        table.row(
                Style.PLAIN, List.of("on the front", Si.grouped(outcome.front().size())));
        for (int i = 0; i < outcome.objectives().size(); i++) {
            int measure = outcome.objectives().get(i);
            Optional<SweepRow> best = outcome.best().get(i);
            String name = "least " + outcome.measures().get(measure).title();
            table.row(
                    best.isPresent() ? Style.GREEN : Style.YELLOW,
                    List.of(name, best.map(row -> leader(row, measure)).orElse("no point has it")));
        }
        return table;
    }

    private String leader(SweepRow row, int measure) {
        return outcome.figure(row, measure) + "  point " + row.number() + ": " + outcome.choices(row);
    }

    private TextTable front() {
        TextTable table = new TextTable(0, colour);
        List<String> heading = new ArrayList<>(List.of("point"));
        heading.addAll(AxisNames.of(outcome.axes()));
        outcome.objectives().forEach(measure -> heading.add(title(measure)));
        table.row(Style.DIM, heading);
        outcome.front().stream().limit(MOST_ROWS).forEach(row -> {
            List<String> cells = new ArrayList<>(List.of(Long.toString(row.number())));
            for (int i = 0; i < outcome.axes().size(); i++) {
                cells.add(outcome.value(row, i));
            }
            outcome.objectives().forEach(measure -> cells.add(outcome.figure(row, measure)));
            table.row(Style.PLAIN, cells);
        });
        return table;
    }

    private String title(int measure) {
        Measure objective = outcome.measures().get(measure);
        return objective.title();
    }
}
