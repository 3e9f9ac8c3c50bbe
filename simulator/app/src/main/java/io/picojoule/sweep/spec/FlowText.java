package io.picojoule.sweep.spec;

import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Node;
import io.picojoule.config.document.Scalar;
import io.picojoule.config.document.Sequence;
import java.util.stream.Collectors;

/** A value on one line, as {@code --set} takes it. */
final class FlowText {
    private FlowText() {}

    static String of(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.text().strip();
        }
        if (node instanceof Sequence list) {
            return list.items().stream().map(FlowText::inner).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((Mapping) node)
                .entries().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("source"))
                        .map(entry ->
                                entry.getKey() + ": " + inner(entry.getValue().value()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Quoted where YAML would take it for something else. */
    private static String inner(Node node) {
        String text = of(node);
        boolean isPlain = !(node instanceof Scalar)
                || text.chars().noneMatch(c -> ",:[]{}#\"'".indexOf(c) >= 0) && !text.isEmpty();
        return isPlain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
