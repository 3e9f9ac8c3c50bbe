package io.picojoule.config.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A map, its keys in the order they were written. */
public record Mapping(Place place, Map<String, Entry> entries) implements Node {
    /** A key's value, and where the key stands. */
    public record Entry(Place keyPlace, Node value) {}

    public Mapping {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    public Optional<Node> value(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** The text of a key, or nothing if it has none or is not a single value. */
    public Optional<String> text(String key) {
        return value(key).filter(Scalar.class::isInstance).map(node -> ((Scalar) node).text());
    }

    public Mapping with(String key, Entry entry) {
        Map<String, Entry> changed = new LinkedHashMap<>(entries);
        changed.put(key, entry);
        return new Mapping(place, changed);
    }

    public Mapping without(String key) {
        Map<String, Entry> changed = new LinkedHashMap<>(entries);
        changed.remove(key);
        return new Mapping(place, changed);
    }

    @Override
    public String what() {
        return "a map";
    }
}
