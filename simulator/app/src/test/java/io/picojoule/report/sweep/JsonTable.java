package io.picojoule.report.sweep;

import io.picojoule.sweep.Axis;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.SweepTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A table that was written as JSON, as somebody else would read it. */
public record JsonTable(JsonNode tree) implements SweepTable {
    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Override
    public List<Axis> axes() {
        return tree.get("axes")
                .valueStream()
                .map(axis -> new Axis(axis.get("path").asString(), texts(axis.get("values"))))
                .toList();
    }

    @Override
    public List<Measure> measures() {
        return tree.get("measures")
                .valueStream()
                .map(measure -> new Measure(
                        measure.get("key").asString(),
                        measure.get("title").asString(),
                        measure.get("unit").asString()))
                .toList();
    }

    @Override
    public List<String> objectives() {
        return texts(tree.get("objectives"));
    }

    @Override
    public void forEach(Consumer<SweepRow> row) {
        List<Axis> axes = axes();
        List<Measure> measures = measures();
        for (JsonNode point : tree.get("points")) {
            int[] choices = axes.stream()
                    .mapToInt(axis -> axis.values()
                            .indexOf(point.get("values").get(axis.path()).asString()))
                    .toArray();
            List<Double> values = new ArrayList<>();
            if (!point.has("infeasible")) {
                for (Measure measure : measures) {
                    JsonNode value = point.get("measures").get(measure.key());
                    values.add(value.isNull() ? Double.NaN : value.asDouble());
                }
            }
            String reason = point.has("infeasible") ? point.get("infeasible").asString() : "";
            row.accept(new SweepRow(
                    point.get("point").asLong(),
                    choices,
                    reason,
                    values.stream().mapToDouble(Double::doubleValue).toArray()));
        }
    }
}
