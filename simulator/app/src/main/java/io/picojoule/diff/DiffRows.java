package io.picojoule.diff;

import io.picojoule.diff.Difference.OfLayer;
import io.picojoule.diff.StoredResult.Layer;
import io.picojoule.report.Csv;
import io.picojoule.report.JsonRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A difference for other programs: a row for everything that is another or moved, at full precision. */
public final class DiffRows {
    private static final List<String> COLUMNS =
            List.of("scope", "layer", "key", "before", "after", "change", "shareOfTotalsChange");

    /**
     * One of them.
     *
     * @param scope {@code setting}, {@code total} or {@code layer}
     * @param key of {@code result.json}, dotted where it is nested
     * @param before a number or a text; null where there is none
     */
    private record Row(
            String scope,
            String layer,
            String key,
            @Nullable Object before,
            @Nullable Object after,
            OptionalDouble change,
            OptionalDouble share) {
        static Row text(String scope, String layer, String key, @Nullable String before, @Nullable String after) {
            return new Row(scope, layer, key, before, after, OptionalDouble.empty(), OptionalDouble.empty());
        }
    }

    private final Difference difference;
    private final List<Row> rows = new ArrayList<>();

    private DiffRows(Difference difference) {
        this.difference = difference;
        difference
                .settings()
                .forEach(each -> rows.add(Row.text("setting", "", each.key(), each.before(), each.after())));
        difference
                .totals()
                .forEach((key, change) -> rows.add(new Row(
                        "total", "", key, change.before(), change.after(), change.relative(), OptionalDouble.empty())));
        difference.layers().forEach(this::layer);
    }

    public static String csv(Difference difference) {
        Csv csv = new Csv();
        csv.row(COLUMNS);
        for (Row row : new DiffRows(difference).rows) {
            csv.row(List.of(
                    row.scope(),
                    row.layer(),
                    row.key(),
                    cell(row.before()),
                    cell(row.after()),
                    row.change().orElse(Double.NaN),
                    row.share().orElse(Double.NaN)));
        }
        return csv.toString();
    }

    public static String json(Difference difference) {
        JsonRows json = new JsonRows();
        for (Row row : new DiffRows(difference).rows) {
            JsonRows.Row object = json.row()
                    .put("scope", row.scope())
                    .put("layer", row.layer())
                    .put("key", row.key());
            put(object, "before", row.before());
            put(object, "after", row.after());
            object.put("change", row.change().orElse(Double.NaN))
                    .put("shareOfTotalsChange", row.share().orElse(Double.NaN));
        }
        return json.toString();
    }

    private void layer(OfLayer layer) {
        text(layer, "kind", layer.before().map(Layer::kind), layer.after().map(Layer::kind));
        text(layer, "boundBy", layer.before().map(Layer::boundBy), layer.after().map(Layer::boundBy));
        text(layer, "mapping", layer.before().map(Layer::mapping), layer.after().map(Layer::mapping));
        text(
                layer,
                "processor.kernel",
                layer.before().map(Layer::kernel),
                layer.after().map(Layer::kernel));
        layer.numbers()
                .forEach((key, change) -> rows.add(new Row(
                        "layer",
                        layer.name(),
                        key,
                        change.before(),
                        change.after(),
                        change.relative(),
                        difference.share(layer, key))));
    }

    private void text(OfLayer layer, String key, Optional<String> before, Optional<String> after) {
        if (!before.equals(after)) {
            rows.add(Row.text("layer", layer.name(), key, before.orElse(null), after.orElse(null)));
        }
    }

    private static Object cell(@Nullable Object value) {
        return value == null ? "" : value;
    }

    private static void put(JsonRows.Row row, String key, @Nullable Object value) {
        if (value instanceof String text) {
            row.put(key, text);
        } else {
            row.put(key, value instanceof Double number ? number : Double.NaN);
        }
    }
}
