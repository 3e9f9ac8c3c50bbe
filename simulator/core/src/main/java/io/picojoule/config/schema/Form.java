package io.picojoule.config.schema;

import io.picojoule.config.document.Dimension;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a value of a document may look like. */
public sealed interface Form {
    /**
     * A single value.
     *
     * @param keywords those of JSON Schema that it has to satisfy
     */
    record Single(Map<String, Object> keywords) implements Form {
        public Single {
            keywords = Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
        }
    }

    /**
     * A list.
     *
     * @param lengths that it may have; empty for any
     * @param orSingle whether an item alone will do
     */
    record Items(Form item, List<Integer> lengths, boolean orSingle) implements Form {
        public Items {
            lengths = List.copyOf(lengths);
        }
    }

    /** One of several forms. */
    record Either(List<Form> forms) implements Form {
        public Either {
            forms = List.copyOf(forms);
        }
    }

    /**
     * A map.
     *
     * @param others the form of keys that are names of the user's; empty if there may be none
     * @param alternatives sets of keys, one of which must be there
     * @param variants further keys, by the value of the key {@code kind}
     */
    record Keys(List<Key> keys, Optional<Form> others, List<List<String>> alternatives, Map<String, List<Key>> variants)
            implements Form {
        public Keys {
            keys = List.copyOf(keys);
            alternatives = List.copyOf(alternatives);
            variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
        }

        /** These keys and more. */
        public Keys and(Key... more) {
            List<Key> both = new ArrayList<>(keys);
            both.addAll(List.of(more));
            return new Keys(both, others, alternatives, variants);
        }

        /** Keys that are names of the user's may stand beside these. */
        public Keys andOthers(Form form) {
            return new Keys(keys, Optional.of(form), alternatives, variants);
        }

        /** One of these sets of keys must be there. */
        @SafeVarargs
        public final Keys withEither(List<String>... sets) {
            return new Keys(keys, others, List.of(sets), variants);
        }

        /** Each kind has keys of its own. */
        public Keys byKind(Map<String, List<Key>> own) {
            return new Keys(keys, others, alternatives, own);
        }
    }

    /** A key of a map, and what it means in a sentence. */
    record Key(String name, boolean required, Form form, String description) {}

    static Key required(String name, Form form, String description) {
        return new Key(name, true, form, description);
    }

    static Key optional(String name, Form form, String description) {
        return new Key(name, false, form, description);
    }

    static Keys map(Key... keys) {
        return new Keys(List.of(keys), Optional.empty(), List.of(), Map.of());
    }

    private static Form single(Object... keywords) {
        return new Single(JsonSchema.keywords(keywords));
    }

    /** Text, for which a number or a truth value will do too. */
    static Form text(String example) {
        return single("type", List.of("string", "number", "boolean"), "examples", List.of(example));
    }

    /** Text in which the pattern is found. */
    public static Form matching(String pattern, String example) {
        return single("type", "string", "pattern", pattern, "examples", List.of(example));
    }

    static Form whole(long least, long most, long example) {
        return single("type", "integer", "minimum", least, "maximum", most, "examples", List.of(example));
    }

    /** A number that is not negative. To YAML 1.1, which some tools read, {@code 1e9} is text. */
    static Form number(double example) {
        List<String> types = List.of("number", "string");
        String pattern = "^[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?$";
        return single("type", types, "minimum", 0, "pattern", pattern, "examples", List.of(example));
    }

    /** A number from 0 to 1. */
    static Form fraction() {
        return numberUpTo(1, 0.38);
    }

    /** A number above 0 and at most 1. */
    static Form share() {
        return single("type", "number", "exclusiveMinimum", 0, "maximum", 1, "examples", List.of(0.8));
    }

    /** A number from 0 to {@code most}. */
    static Form numberUpTo(int most, double example) {
        return single("type", "number", "minimum", 0, "maximum", most, "examples", List.of(example));
    }

    static Form flag() {
        return single("type", "boolean");
    }

    static Form oneOf(Collection<String> words) {
        return single("enum", List.copyOf(words));
    }

    /** A number that is not negative, with a unit of one of these dimensions. */
    static Form quantity(String example, Dimension... dimensions) {
        List<String> units = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            units.addAll(dimension.units());
        }
        String pattern = "^\\s*\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?\\s*("
                + units.stream().sorted().collect(Collectors.joining("|")) + ")\\s*$";
        return matching(pattern, example);
    }

    static Form quantity(Dimension dimension) {
        return quantity(dimension.example(), dimension);
    }

    /** A list of any length, for which a single item will do too. */
    static Form some(Form item) {
        return new Items(item, List.of(), true);
    }

    /** A list and nothing else. */
    static Form list(Form item) {
        return new Items(item, List.of(), false);
    }

    /** A single item, or as many as one of the lengths says. */
    static Form someOf(Form item, Integer... lengths) {
        return new Items(item, List.of(lengths), true);
    }

    static Form either(Form... forms) {
        return new Either(List.of(forms));
    }
}
