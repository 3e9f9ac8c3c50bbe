package io.picojoule.report.sweep;

import io.picojoule.report.JsonText;
import io.picojoule.sweep.Axis;
import io.picojoule.sweep.Measure;
import io.picojoule.sweep.SweepRow;
import io.picojoule.sweep.SweepTable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/** Every point of a sweep as JSON, a line each in the order of the points, with what the axes and the measures are. */
public final class PointsJson {
    /** The first thing that the file says. */
    public static final String FORMAT = "picojoule-sweep/1";

    private final SweepTable table;
    private final JsonGenerator json;

    private PointsJson(SweepTable table, JsonGenerator json) {
        this.table = table;
        this.json = json;
    }

    public static void write(SweepReport report, Writer to) throws IOException {
        try (JsonGenerator json = JsonText.rows(to)) {
            new PointsJson(report.table(), json).write(report);
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        }
    }

    private void write(SweepReport report) {
        json.writeStartObject();
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("version", report.version());
        json.writeStringProperty("name", report.name());
        json.writeArrayPropertyStart("axes");
        table.axes().forEach(this::axis);
        json.writeEndArray();
        json.writeArrayPropertyStart("measures");
        table.measures().forEach(this::measure);
        json.writeEndArray();
        json.writeArrayPropertyStart("objectives");
        table.objectives().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("points");
        table.forEach(this::point);
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void axis(Axis axis) {
        json.writeStartObject();
        json.writeStringProperty("path", axis.path());
        json.writeArrayPropertyStart("values");
        axis.values().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void measure(Measure measure) {
        json.writeStartObject();
        json.writeStringProperty("key", measure.key());
        json.writeStringProperty("title", measure.title());
        json.writeStringProperty("unit", measure.unit());
        json.writeEndObject();
    }

    /** A point has measures, or a reason why it has none. */
    private void point(SweepRow row) {
        json.writeStartObject();
        json.writeNumberProperty("point", row.number());
        json.writeObjectPropertyStart("values");
        List<Axis> axes = table.axes();
        for (int i = 0; i < axes.size(); i++) {
            json.writeStringProperty(axes.get(i).path(), axes.get(i).values().get(row.choices()[i]));
        }
        json.writeEndObject();
        if (row.isFeasible()) {
            measures(row.measures());
        } else {
            json.writeStringProperty("infeasible", row.reason());
        }
        json.writeEndObject();
    }

    /** What has no finite value is null: JSON knows no infinity. */
    private void measures(double[] values) {
        json.writeObjectPropertyStart("measures");
        for (int i = 0; i < values.length; i++) {
            String key = table.measures().get(i).key();
            if (Double.isFinite(values[i])) {
                json.writeNumberProperty(key, values[i]);
            } else {
                json.writeNullProperty(key);
            }
        }
        json.writeEndObject();
    }
}
