package io.picojoule.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** A tree of maps, lists, texts, numbers and truth values as JSON. Null is an empty {@code Optional}, and a number that is not finite. */
public final class JsonTree {
    private JsonTree() {}

    /** The text, with a line end after it. */
    public static String of(Map<String, ?> tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonText.generator(text)) {
            write(json, tree);
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, Object node) {
        if (node instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((key, value) -> {
                json.writeName(String.valueOf(key));
                write(json, value);
            });
            json.writeEndObject();
        } else if (node instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(item -> write(json, item));
            json.writeEndArray();
        } else if (node instanceof Optional<?> known) {
            if (known.isPresent()) {
                write(json, known.get());
            } else {
                json.writeNull();
            }
        } else if (node instanceof Double number) {
            JsonResult.write(json, number);
        } else if (node instanceof Number whole) {
            json.writeNumber(whole.longValue());
        } else if (node instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(String.valueOf(node));
        }
    }
}
