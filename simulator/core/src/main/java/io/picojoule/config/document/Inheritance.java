package io.picojoule.config.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a document makes of the one it extends: maps are merged key by key, lists replaced, lists of {@code layers} merged by name. */
public final class Inheritance {
    private static final String LAYERS = "layers";

    private Inheritance() {}

    public static Mapping merge(Mapping base, Mapping over) {
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>(base.entries());
        over.entries().forEach((key, entry) -> {
            Mapping.Entry inherited = entries.get(key);
            Node value = inherited == null ? entry.value() : merge(key, inherited.value(), entry.value());
            entries.put(key, new Mapping.Entry(entry.keyPlace(), value));
        });
        return new Mapping(over.place(), entries);
    }

    private static Node merge(String key, Node base, Node over) {
        if (base instanceof Mapping baseMap && over instanceof Mapping overMap) {
            return merge(baseMap, overMap);
        }
        if (key.equals(LAYERS) && base instanceof Sequence baseList && over instanceof Sequence overList) {
            return byName(baseList, overList);
        }
        return over;
    }

    private static Sequence byName(Sequence base, Sequence over) {
        List<Node> merged = new ArrayList<>(base.items());
        for (Node item : over.items()) {
            int at = indexOf(name(item), base);
            if (at < 0) {
                merged.add(item);
            } else {
                merged.set(at, merge("", merged.get(at), item));
            }
        }
        return new Sequence(over.place(), merged);
    }

    private static int indexOf(String name, Sequence list) {
        for (int i = 0; i < list.items().size(); i++) {
            if (!name.isEmpty() && name.equals(name(list.items().get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String name(Node item) {
        return item instanceof Mapping mapping ? mapping.text("name").orElse("") : "";
    }
}
