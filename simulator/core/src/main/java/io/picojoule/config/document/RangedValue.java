package io.picojoule.config.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that says between what it may lie.
 *
 * @param path its place in the document, as {@code --set} takes it
 * @param text the value, as written
 * @param source where it is from; mostly, that it is assumed
 */
public record RangedValue(String path, String text, String source, Range range) {
    /** All of a document, in its order. */
    public static List<RangedValue> of(Mapping root) {
        List<RangedValue> values = new ArrayList<>();
        collect(root, "", values);
        return List.copyOf(values);
    }

    /** What makes the value the lower end of its range. */
    public Assignment low() {
        return Assignment.of(range.place(), path, range.low());
    }

    /** What makes the value the upper end of its range. */
    public Assignment high() {
        return Assignment.of(range.place(), path, range.high());
    }

    private static void collect(Node node, String path, List<RangedValue> values) {
        if (node instanceof Scalar scalar) {
            scalar.range()
                    .ifPresent(range ->
                            values.add(new RangedValue(path, scalar.text().strip(), scalar.source(), range)));
        } else if (node instanceof Mapping mapping) {
            mapping.entries().forEach((key, entry) -> collect(entry.value(), DocumentPath.key(path, key), values));
        } else if (node instanceof Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                Node item = list.items().get(i);
                collect(item, DocumentPath.item(path, i, item), values);
            }
        }
    }
}
