package io.picojoule.config.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays assignments over a document. A key that is not there yet is added, with the maps on the way to it: whether it means anything is
 * for the reader of the document to say, which it does as for a key of the file.
 */
public final class Overlay {
    private final Assignment assignment;
    private final Problems problems;

    private Overlay(Assignment assignment, Problems problems) {
        this.assignment = assignment;
        this.problems = problems;
    }

    /** The document with all assignments made, in their order. */
    public static Mapping apply(Mapping root, List<Assignment> assignments, Problems problems) {
        Mapping result = root;
        for (Assignment assignment : assignments) {
            Node changed = new Overlay(assignment, problems).set(Optional.of(result), 0, "");
            if (changed instanceof Mapping mapping) {
                result = mapping;
            }
        }
        return result;
    }

    private Node set(Optional<Node> there, int depth, String path) {
        if (depth == assignment.steps().size()) {
            return assignment.value();
        }
        Assignment.Step step = assignment.steps().get(depth);
        Node node = there.filter(present -> !isEmpty(present)).orElseGet(this::emptyMap);
        if (node instanceof Mapping mapping && step.index() < 0) {
            return inMap(mapping, step.name(), depth, path);
        }
        if (node instanceof Sequence sequence && step.bracketed()) {
            return inList(sequence, step, depth, path);
        }
        String here = path.isEmpty() ? "the document" : path;
        if (node instanceof Sequence) {
            refuse(path, here + " is a list", "an item is wanted, for example \"" + here + "[0]\"");
        } else if (node instanceof Mapping) {
            refuse(path, here + " is a map, not a list", "a key is wanted");
        } else {
            refuse(path, here + " is a single value", "there is no '" + step.name() + "' in it");
        }
        return node;
    }

    private Mapping inMap(Mapping mapping, String key, int depth, String path) {
        Optional<Mapping.Entry> entry = Optional.ofNullable(mapping.entries().get(key));
        Node changed = set(entry.map(Mapping.Entry::value), depth + 1, DocumentPath.key(path, key));
        boolean last = depth + 1 == assignment.steps().size();
        Place keyPlace =
                last ? assignment.place() : entry.map(Mapping.Entry::keyPlace).orElse(assignment.place());
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>(mapping.entries());
        entries.put(key, new Mapping.Entry(keyPlace, changed));
        return new Mapping(mapping.place(), entries);
    }

    private Sequence inList(Sequence list, Assignment.Step step, int depth, String path) {
        if (step.index() < 0 && Glob.isGlob(step.name())) {
            return inAll(list, step.name(), depth, path);
        }
        int index = step.index() >= 0 ? step.index() : indexOf(step.name(), list);
        if (index < 0) {
            List<String> names = names(list);
            refuse(path, "no item is called '" + step.name() + "'", Names.hint(step.name(), names));
            return list;
        }
        if (index >= list.items().size()) {
            refuse(
                    path,
                    "there is no item [" + index + "]",
                    "the list has " + list.items().size() + ", from [0]");
            return list;
        }
        List<Node> items = new ArrayList<>(list.items());
        Node item = items.get(index);
        items.set(index, set(Optional.of(item), depth + 1, DocumentPath.item(path, index, item)));
        return new Sequence(list.place(), items);
    }

    /** In every item whose name is like that. */
    private Sequence inAll(Sequence list, String pattern, int depth, String path) {
        List<Node> items = new ArrayList<>(list.items());
        boolean any = false;
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            if (item instanceof Mapping mapping
                    && Glob.matches(pattern, mapping.text("name").orElse(""))) {
                items.set(i, set(Optional.of(item), depth + 1, DocumentPath.item(path, i, item)));
                any = true;
            }
        }
        if (!any) {
            refuse(path, "no item is called like '" + pattern + "'", Names.hint(pattern, names(list)));
        }
        return new Sequence(list.place(), items);
    }

    private void refuse(String path, String found, String wanted) {
        problems.add(new Problem(assignment.place(), path, found, wanted));
    }

    private Mapping emptyMap() {
        return new Mapping(assignment.place(), Map.of());
    }

    private static boolean isEmpty(Node node) {
        return node instanceof Scalar scalar && scalar.isEmpty();
    }

    private static int indexOf(String name, Sequence list) {
        for (int i = 0; i < list.items().size(); i++) {
            if (list.items().get(i) instanceof Mapping item
                    && item.text("name").orElse("").equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> names(Sequence list) {
        List<String> names = new ArrayList<>();
        for (Node item : list.items()) {
            if (item instanceof Mapping mapping) {
                mapping.text("name").ifPresent(names::add);
            }
        }
        return names;
    }
}
