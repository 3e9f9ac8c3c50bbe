package io.picojoule.report;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** A table as JSON: a list of objects. */
public final class JsonRows {
    private final List<Row> rows = new ArrayList<>();

    /** An object of the list. */
    public static final class Row {
        private final Map<String, Object> values = new LinkedHashMap<>();

        public Row put(String key, String text) {
            values.put(key, text);
            return this;
        }

        /** A number that is not finite becomes null. */
        public Row put(String key, double number) {
            values.put(key, number);
            return this;
        }
    }

    /** One document, or a list of several. */
    public static <T> String joined(List<T> values, Function<T, String> document) {
        String texts = values.stream().map(document).collect(Collectors.joining(",\n"));
        return values.size() == 1 ? texts : "[\n" + texts + "]\n";
    }

    public Row row() {
        Row row = new Row();
        rows.add(row);
        return row;
    }

    @Override
    public String toString() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonText.generator(text)) {
            json.writeStartArray();
            rows.forEach(row -> write(json, row));
            json.writeEndArray();
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, Row row) {
        json.writeStartObject();
        row.values.forEach((key, value) -> {
            json.writeName(key);
            if (value instanceof Number number) {
                JsonResult.write(json, number);
            } else {
                json.writeString(String.valueOf(value));
            }
        });
        json.writeEndObject();
    }
}
