package io.picojoule.config.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where one value comes from.
 *
 * @param path its place in the document
 * @param text as written
 * @param source the paper, data sheet or assumption; empty if none is stated
 * @param file the file it was read from, or the argument of the command line
 */
public record Provenance(String path, String text, String source, String file) {
    private static final Set<String> PROSE = Set.of("name", "kind", "description", "source", "notes", "inputs");

    /** All values of a document in their order, without names and prose. */
    public static List<Provenance> of(Mapping root) {
        List<Provenance> values = new ArrayList<>();
        collect(root, "", values);
        return List.copyOf(values);
    }

    private static void collect(Node node, String path, List<Provenance> values) {
        if (node instanceof Scalar scalar) {
            values.add(of(path, scalar.text(), scalar));
        } else if (node instanceof Mapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                if (!PROSE.contains(key)) {
                    collect(entry.value(), DocumentPath.key(path, key), values);
                }
            });
        } else if (node instanceof Sequence list && !list.items().isEmpty()) {
            if (list.items().stream().allMatch(Scalar.class::isInstance)) {
                values.add(of(path, flow(list), (Scalar) list.items().get(0)));
                return;
            }
            for (int i = 0; i < list.items().size(); i++) {
                collect(
                        list.items().get(i),
                        DocumentPath.item(path, i, list.items().get(i)),
                        values);
            }
        }
    }

    private static Provenance of(String path, String text, Scalar from) {
        return new Provenance(path, text, from.source(), from.place().origin().label());
    }

    private static String flow(Sequence list) {
        List<String> texts = new ArrayList<>();
        for (Node item : list.items()) {
            texts.add(((Scalar) item).text());
        }
        return "[" + String.join(", ", texts) + "]";
    }
}
