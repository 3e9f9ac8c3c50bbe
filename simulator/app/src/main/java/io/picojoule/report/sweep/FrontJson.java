package io.picojoule.report.sweep;

import io.picojoule.report.JsonTree;
import io.picojoule.sweep.SweepRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a sweep came to, and its front, for programs. */
public final class FrontJson {
    private final SweepReport report;
    private final Outcome outcome;

    private FrontJson(SweepReport report, Outcome outcome) {
        this.report = report;
        this.outcome = outcome;
    }

    public static String of(SweepReport report, Outcome outcome) {
        return JsonTree.of(new FrontJson(report, outcome).tree());
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", "picojoule-front/1");
        tree.put("version", report.version());
        tree.put("sweep", report.name());
        tree.put("method", report.method());
        tree.put("commands", report.commands());
        tree.put("points", outcome.points());
        tree.put("infeasible", outcome.infeasible());
        tree.put("incomparable", outcome.incomparable());
        tree.put(
                "axes",
                outcome.axes().stream()
                        .map(axis -> {
                            Map<String, Object> entry = new LinkedHashMap<>();
                            entry.put("path", axis.path());
                            entry.put("values", axis.values());
                            return entry;
                        })
                        .toList());
        List<String> objectives = outcome.objectives().stream()
                .map(measure -> outcome.measures().get(measure).key())
                .toList();
        tree.put("objectives", objectives);
        Map<String, Object> best = new LinkedHashMap<>();
        for (int i = 0; i < objectives.size(); i++) {
            Optional<SweepRow> leader = outcome.best().get(i);
            best.put(objectives.get(i), leader.map(this::point));
        }
        tree.put("best", best);
        tree.put("front", outcome.front().stream().map(this::point).toList());
        return tree;
    }

    private Map<String, Object> point(SweepRow row) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("point", row.number());
        Map<String, Object> choices = new LinkedHashMap<>();
        for (int i = 0; i < outcome.axes().size(); i++) {
            choices.put(outcome.axes().get(i).path(), outcome.value(row, i));
        }
        point.put("values", choices);
        Map<String, Object> measures = new LinkedHashMap<>();
        for (int i = 0; i < outcome.measures().size(); i++) {
            measures.put(outcome.measures().get(i).key(), row.measures()[i]);
        }
        point.put("measures", measures);
        point.put("command", report.runCommands().apply(row).inFull());
        return point;
    }
}
