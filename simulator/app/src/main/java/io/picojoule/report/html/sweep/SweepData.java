package io.picojoule.report.html.sweep;

import io.picojoule.report.sweep.Outcome;
import io.picojoule.report.sweep.PairFront;
import io.picojoule.report.sweep.Quantity;
import io.picojoule.report.sweep.Span;
import io.picojoule.report.sweep.SweepReport.RunCommands;
import io.picojoule.sweep.Axis;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The points that a page knows, for its scripts: a column for each axis and each measure, so that nothing is said twice. Points are in the
 * order of their numbers, and others refer to them by their place in it.
 */
final class SweepData {
    private final SweepView view;
    private final JsonColumns json = new JsonColumns();
    private final List<SweepRow> rows;
    private final Map<Long, Integer> places = new HashMap<>();

    SweepData(SweepView view) {
        this.view = view;
        this.rows = new ArrayList<>(view.rows().values());
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i).number(), i);
        }
    }

    String json() {
        Outcome outcome = view.outcome();
        json.open('{');
        json.name("points").number(outcome.points()).name("feasible").number(outcome.feasible());
        json.name("onFront").number(outcome.front().size()).name("incomparable").number(outcome.incomparable());
        json.name("axes").open('[');
        for (int i = 0; i < outcome.axes().size(); i++) {
            axis(outcome.axes().get(i), view.axisNames().get(i), i);
        }
        json.close(']').name("measures").open('[');
        view.measures().forEach(this::measure);
        json.close(']');
        json.name("number").open('[');
        long last = 0;
        for (SweepRow row : rows) {
            json.number(row.number() - last); // differences are short
            last = row.number();
        }
        json.close(']');
        places("front", view.front());
        pairs();
        List<RunCommands> commands =
                rows.stream().map(view.figures().report().runCommands()).toList();
        json.name("byNumber")
                .shared(commands.stream().map(RunCommands::byNumber).toList());
        json.name("inFull")
                .shared(view.front().stream()
                        .map(view.figures().report().runCommands())
                        .map(RunCommands::inFull)
                        .toList());
        return json.close('}').toString();
    }

    private void axis(Axis axis, String name, int place) {
        json.open('{').name("name").text(name).name("path").text(axis.path());
        json.name("values").open('[');
        axis.values().forEach(json::text);
        json.close(']').name("at").open('[');
        rows.forEach(row -> json.number(row.choices()[place]));
        json.close(']').close('}');
    }

    private void measure(int place) {
        Measure measure = view.measure(place);
        Span span = view.figures().spans().get(place);
        json.open('{').name("title").text(measure.title()).name("unit").text(measure.unit());
        json.name("prefixes").number(Quantity.takesPrefixes(measure.unit()) ? 1 : 0);
        json.name("objective").number(view.outcome().isObjective(place) ? 1 : 0);
        json.name("large").number(view.isLargeGood(place) ? 1 : 0);
        json.name("least").number(span.least()).name("most").number(span.most());
        json.name("leastPositive").number(span.leastPositive());
        json.name("at").open('[');
        rows.forEach(row -> json.number(row.measures()[place]));
        json.close(']').close('}');
    }

    /** {@code "0,2": [places on the whole front, point, point, ...]}, by places of the shown measures, the lower one first. */
    private void pairs() {
        json.name("pairs").open('{');
        view.corners().forEach((PairFront pair, List<SweepRow> corners) -> {
            int x = view.measures().indexOf(pair.x());
            int y = view.measures().indexOf(pair.y());
            if (x >= 0 && y >= 0) {
                json.name(Math.min(x, y) + "," + Math.max(x, y)).open('[');
                json.number(pair.corners().size());
                corners.forEach(row -> json.number(place(row)));
                json.close(']');
            }
        });
        json.close('}');
    }

    private void places(String name, List<SweepRow> some) {
        json.name(name).open('[');
        some.forEach(row -> json.number(place(row)));
        json.close(']');
    }

    private int place(SweepRow row) {
        Integer place = places.get(row.number());
        if (place == null) {
            throw new IllegalStateException("point " + row.number() + " is drawn and not on the page");
        }
        return place;
    }
}
