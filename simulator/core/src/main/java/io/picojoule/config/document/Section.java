package io.picojoule.config.document;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A map that is read key by key. It remembers which keys were asked for; {@link #done()} reports the others. Required keys that are
 * missing are reported at the map's own place.
 */
public final class Section {
    private final Mapping mapping;
    private final String path;
    private final Place place;
    private final Problems problems;
    private final int problemsBefore;
    private final Set<String> asked = new LinkedHashSet<>();

    Section(Mapping mapping, String path, Place place, Problems problems) {
        this.mapping = mapping;
        this.path = path;
        this.place = place;
        this.problems = problems;
        this.problemsBefore = problems.count();
        sourceIsText();
    }

    /** The whole document. */
    public static Section of(Mapping root, Problems problems) {
        return new Section(root, "", root.place(), problems);
    }

    /** Stands in for a map that is not there: whatever it is asked for goes nowhere. */
    static Section broken(String path, Place place) {
        return new Section(new Mapping(place, Map.of()), path, place, new Problems());
    }

    public String path() {
        return path;
    }

    public Place place() {
        return place;
    }

    public Problems problems() {
        return problems;
    }

    /** Whether nothing has been wrong since the reading of this map began. */
    public boolean isSound() {
        return problems.count() == problemsBefore;
    }

    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** Whether a key is there, which does not yet read it. */
    public boolean states(String key) {
        return mapping.value(key).isPresent();
    }

    /** The value of a key that may be missing. */
    public Optional<Value> find(String key) {
        asked.add(key);
        return mapping.value(key).map(node -> new Value(node, DocumentPath.key(path, key), problems));
    }

    /** The value of a key that must be there. */
    public Optional<Value> require(String key, String wanted, String example) {
        Optional<Value> value = find(key);
        if (value.isEmpty()) {
            problems.add(new Problem(place, DocumentPath.key(path, key), "is missing", wanted + " is wanted", example));
        }
        return value;
    }

    /** A map that must be there. */
    public Section section(String key) {
        Optional<Section> child = findSection(key);
        if (child.isEmpty()) {
            problems.add(new Problem(place, DocumentPath.key(path, key), "is missing", "a map is wanted"));
        }
        return child.orElseGet(() -> broken(DocumentPath.key(path, key), place));
    }

    /** A map that may be missing. */
    public Optional<Section> findSection(String key) {
        Optional<Value> value = find(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Mapping.Entry entry = mapping.entries().get(key);
        if (entry != null && entry.value() instanceof Mapping child) {
            return Optional.of(new Section(child, DocumentPath.key(path, key), entry.keyPlace(), problems));
        }
        return Optional.of(value.get().section(""));
    }

    public String text(String key, String example) {
        return require(key, "text", example).map(value -> value.text(example)).orElse("?");
    }

    public String textOr(String key, String fallback) {
        return find(key).map(value -> value.text("")).orElse(fallback);
    }

    public boolean flagOr(String key, boolean fallback) {
        return find(key).map(Value::flag).orElse(fallback);
    }

    public int whole(String key, int least, int most, String example) {
        String wanted = "a whole number from " + least + " to " + most;
        return require(key, wanted, example)
                .map(value -> (int) value.whole(least, most, example))
                .orElse(least);
    }

    public int wholeOr(String key, int fallback, int least, int most, String example) {
        return find(key).map(value -> (int) value.whole(least, most, example)).orElse(fallback);
    }

    /** One of the names that {@code byName} knows. */
    public <T> T choice(String key, Map<String, T> byName) {
        Optional<Value> value = require(key, "one of " + Names.list(byName.keySet()), "");
        return chosen(value, byName).orElse(first(byName));
    }

    public <T> T choiceOr(String key, Map<String, T> byName, T fallback) {
        return chosen(find(key), byName).orElse(fallback);
    }

    /** A list of names that {@code byName} knows. */
    public <T> Optional<Set<T>> choices(String key, Map<String, T> byName) {
        Optional<Value> value = find(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Set<T> chosen = new LinkedHashSet<>();
        for (Value item : value.get().items()) {
            chosen(Optional.of(item), byName).ifPresent(chosen::add);
        }
        return Optional.of(chosen);
    }

    /** The keys of this map that nothing asked for yet, for maps whose keys are names of the user's. */
    public Map<String, Value> rest() {
        Map<String, Value> rest = new LinkedHashMap<>();
        for (String key : mapping.entries().keySet()) {
            if (!asked.contains(key) && !key.equals("source")) {
                find(key).ifPresent(value -> rest.put(key, value));
            }
        }
        return rest;
    }

    /** Reports every key that nothing asked for. */
    public void done() {
        mapping.entries().forEach((key, entry) -> {
            if (!asked.contains(key) && !key.equals("source")) {
                List<String> near = Names.near(key, asked);
                String hint =
                        near.isEmpty() ? "known: " + String.join(", ", asked) : "did you mean '" + near.get(0) + "'?";
                problems.add(
                        new Problem(entry.keyPlace(), DocumentPath.key(path, key), "unknown key '" + key + "'", hint));
            }
        });
    }

    /**
     * What the domain makes of what was read. What it refuses is reported at this map, unless a mistake already reported here is the
     * reason.
     */
    public <T> Optional<T> build(Supplier<T> construction) {
        try {
            return Optional.of(construction.get());
        } catch (IllegalArgumentException refused) {
            if (isSound()) {
                problems.add(new Problem(place, path, withoutType(String.valueOf(refused.getMessage())), ""));
            }
            return Optional.empty();
        }
    }

    /** The reason of a refusal without the name of the class that a constructor puts before it. */
    public static String withoutType(String message) {
        int colon = message.indexOf(": ");
        boolean typed =
                colon > 0 && message.lastIndexOf(' ', colon - 1) < 0 && Character.isUpperCase(message.charAt(0));
        return typed ? message.substring(colon + 2) : message;
    }

    private void sourceIsText() {
        mapping.value("source").ifPresent(node -> new Value(node, DocumentPath.key(path, "source"), problems).text(""));
    }

    private static <T> Optional<T> chosen(Optional<Value> value, Map<String, T> byName) {
        return value.map(present -> present.oneOf(List.copyOf(byName.keySet()))).map(byName::get);
    }

    private static <T> T first(Map<String, T> byName) {
        return byName.values().iterator().next();
    }
}
