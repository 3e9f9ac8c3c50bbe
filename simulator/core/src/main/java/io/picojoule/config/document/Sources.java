package io.picojoule.config.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives values their sources: {@code {value: X, source: S}} becomes X with its source, and a value without one of its own takes that of
 * the nearest map around it in the same document. A {@code range} beside them becomes the value's as well.
 */
final class Sources {
    private static final String VALUE = "value";
    private static final String SOURCE = "source";
    private static final String RANGE = "range";

    private final Problems problems;

    private Sources(Problems problems) {
        this.problems = problems;
    }

    static Node apply(Node root, Problems problems) {
        return new Sources(problems).apply(root, "", "");
    }

    private Node apply(Node node, String around, String path) {
        if (node instanceof Scalar scalar) {
            return scalar.withSource(around);
        }
        if (node instanceof Sequence sequence) {
            List<Node> items = new ArrayList<>();
            for (Node item : sequence.items()) {
                items.add(apply(item, around, DocumentPath.item(path, items.size(), item)));
            }
            return new Sequence(sequence.place(), items);
        }
        return apply((Mapping) node, around, path);
    }

    private Node apply(Mapping mapping, String around, String path) {
        String source = mapping.text(SOURCE).filter(text -> !text.isBlank()).orElse(around);
        if (mapping.entries().containsKey(VALUE)) {
            return unwrapped(mapping, source, path);
        }
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            Node value = key.equals(SOURCE) ? entry.value() : apply(entry.value(), source, DocumentPath.key(path, key));
            entries.put(key, new Mapping.Entry(entry.keyPlace(), value));
        });
        return new Mapping(mapping.place(), entries);
    }

    private Node unwrapped(Mapping mapping, String source, String path) {
        mapping.entries().forEach((key, entry) -> {
            if (!key.equals(VALUE) && !key.equals(SOURCE) && !key.equals(RANGE)) {
                String hint = "beside 'value' only 'source' and 'range' may stand";
                problems.add(new Problem(entry.keyPlace(), path, "unknown key '" + key + "'", hint));
            }
        });
        Node value = mapping.value(VALUE).orElse(mapping);
        if (value instanceof Mapping inner) {
            problems.add(new Problem(inner.place(), path, "a map as a 'value'", "a single value or a list is wanted"));
            return new Scalar(inner.place(), "", false, source);
        }
        Node sourced = apply(value, source, path);
        return mapping.value(RANGE)
                .flatMap(range -> Range.parse(range, sourced, path, problems))
                .<Node>map(range -> ((Scalar) sourced).within(range))
                .orElse(sourced);
    }
}
