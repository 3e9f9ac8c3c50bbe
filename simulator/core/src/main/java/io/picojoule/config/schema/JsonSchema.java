package io.picojoule.config.schema;

import io.picojoule.config.schema.Form.Either;
import io.picojoule.config.schema.Form.Items;
import io.picojoule.config.schema.Form.Key;
import io.picojoule.config.schema.Form.Keys;
import io.picojoule.config.schema.Form.Single;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the form of a document as JSON Schema, draft 2020-12. Only keywords that draft 7 has as well are used: many editors read no more.
 * Everything may carry its source: a value as {@code {value: X, source: S}}, a number with its {@code range} as well, a map by a key {@code source}.
 */
public final class JsonSchema {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final String SOURCE = "source";
    private static final String RANGE = "range";
    private static final String EXTENDS = "extends";
    private static final Form TEXT = new Single(keywords("type", "string"));
    private static final Key BASE = Form.optional(
            EXTENDS,
            TEXT,
            "Another document of this kind, by name or path: maps are merged key by key, lists replaced.");

    private final Map<Form, Map<String, Object>> references = new HashMap<>();
    private static final Map<String, Object> HAS_KIND = Map.of("required", List.of("kind"));

    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private JsonSchema() {}

    /** The schema of a document: maps, lists and single values, as JSON has them. */
    public static Map<String, Object> of(String title, String description, Keys document) {
        return new JsonSchema().document(title, description, document);
    }

    private Map<String, Object> document(String title, String description, Keys document) {
        List<Key> keys =
                Stream.concat(Stream.of(BASE), document.keys().stream()).toList();
        Map<String, Object> schema = keywords("$schema", DRAFT, "title", title, "description", description);
        schema.putAll(map(new Keys(keys, document.others(), List.of(), document.variants())));
        if (!document.variants().isEmpty()) {
            schema.put("else", keywords("if", keywords("not", HAS_KIND), "then", ofAnyKind(keys, document)));
        }
        // What a document extends may have the keys that it lacks.
        Map<String, Object> alone = keywords("not", keywords("required", List.of(EXTENDS)));
        schema.putAll(keywords("if", alone, "then", requirements(document)));
        schema.put("$defs", definitions);
        return schema;
    }

    /** A document that extends another has the keys of that one's kind, whichever it is. */
    private Map<String, Object> ofAnyKind(List<Key> common, Keys document) {
        Map<String, List<Form>> forms = new LinkedHashMap<>();
        document.variants()
                .values()
                .forEach(own -> own.forEach(key -> forms.computeIfAbsent(key.name(), name -> new ArrayList<>())
                        .add(key.form())));
        Map<String, Object> properties = new LinkedHashMap<>();
        forms.forEach((name, some) ->
                properties.put(name, sourced(name, some.size() == 1 ? some.get(0) : new Either(some))));
        List<String> names = new ArrayList<>(List.of(SOURCE));
        common.forEach(key -> names.add(key.name()));
        names.addAll(forms.keySet());
        return keywords("properties", properties, "propertyNames", keywords("enum", names));
    }

    /** Keywords with their values, in this order. */
    static Map<String, Object> keywords(Object... keysAndValues) {
        Map<String, Object> keywords = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            keywords.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return keywords;
    }

    private Map<String, Object> schema(Form form) {
        if (form instanceof Keys keys) {
            return map(keys);
        }
        if (form instanceof Items items) {
            return list(items);
        }
        if (form instanceof Either either) {
            return keywords("anyOf", either.forms().stream().map(this::schema).toList());
        }
        return ((Single) form).keywords();
    }

    private Map<String, Object> list(Items items) {
        Map<String, Object> list = keywords("type", "array", "items", sourced("item", items.item()));
        List<Object> alternatives = new ArrayList<>();
        if (items.orSingle()) {
            alternatives.add(schema(items.item()));
        }
        for (int length : items.lengths()) {
            Map<String, Object> sized = new LinkedHashMap<>(list);
            sized.putAll(keywords("minItems", length, "maxItems", length));
            alternatives.add(sized);
        }
        if (items.lengths().isEmpty()) {
            alternatives.add(list);
        }
        return alternatives.size() == 1 ? list : keywords("anyOf", alternatives);
    }

    private Map<String, Object> map(Keys keys) {
        Map<String, Object> properties = properties(keys.keys());
        properties.putIfAbsent(SOURCE, described("Where it is from.", schema(TEXT)));
        Map<String, Object> map = keywords("type", "object", "properties", properties);
        if (keys.variants().isEmpty()) {
            map.put(
                    "additionalProperties",
                    keys.others().<Object>map(form -> sourced("value", form)).orElse(false));
            return map;
        }
        List<Object> kinds = new ArrayList<>();
        kindsByKeys(keys).forEach((own, names) -> kinds.add(ifKind(names, variant(properties.keySet(), own))));
        map.put("allOf", kinds);
        return map;
    }

    /** The keys of a kind beside those of every kind, and no others. */
    private Map<String, Object> variant(Iterable<String> common, List<Key> own) {
        List<String> names = new ArrayList<>();
        common.forEach(names::add);
        own.forEach(key -> names.add(key.name()));
        return keywords("properties", properties(own), "propertyNames", keywords("enum", names));
    }

    /** The kinds that have the same keys of their own. */
    private static Map<List<Key>, List<String>> kindsByKeys(Keys keys) {
        Map<List<Key>, List<String>> kinds = new LinkedHashMap<>();
        keys.variants()
                .forEach((kind, own) ->
                        kinds.computeIfAbsent(own, key -> new ArrayList<>()).add(kind));
        return kinds;
    }

    private static Map<String, Object> ifKind(List<String> kinds, Map<String, Object> then) {
        Map<String, Object> isKind = keywords("kind", keywords("enum", kinds));
        return keywords("if", keywords("properties", isKind, "required", List.of("kind")), "then", then);
    }

    private Map<String, Object> properties(List<Key> keys) {
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.forEach(key -> properties.put(key.name(), described(key.description(), sourced(key.name(), key.form()))));
        return properties;
    }

    private static Map<String, Object> described(String description, Map<String, Object> schema) {
        Map<String, Object> described = keywords("description", description);
        described.putAll(schema);
        return described;
    }

    /** A value with its source, or without; defined once, under the name of the first key that has it. Maps have a key for it. */
    private Map<String, Object> sourced(String name, Form form) {
        if (form instanceof Keys) {
            return schema(form);
        }
        Map<String, Object> known = references.get(form);
        if (known != null) {
            return known;
        }
        // What is long is defined on its own, as it stands in both.
        Map<String, Object> plain = form instanceof Single ? schema(form) : defined(name + "-plain", schema(form));
        Map<String, Object> keys = keywords("value", plain, SOURCE, schema(TEXT));
        if (form instanceof Single single && isNumber(single)) {
            keys.put(RANGE, schema(Form.matching("[.][.]", "10 W .. 20 W")));
        }
        Map<String, Object> wrapped = keywords(
                "type", "object", "properties", keys, "required", List.of("value"), "additionalProperties", false);
        Map<String, Object> reference = defined(name, keywords("anyOf", List.of(plain, wrapped)));
        references.put(form, reference);
        return reference;
    }

    /** Whether it has a pattern or limits, which texts and words have not. */
    private static boolean isNumber(Single form) {
        return form.keywords().containsKey("pattern") || form.keywords().containsKey("maximum");
    }

    /** A reference to the schema, which gets the name if that is free, else one like it. */
    private Map<String, Object> defined(String name, Map<String, Object> schema) {
        String free = name;
        for (int i = 2; definitions.containsKey(free); i++) {
            free = name + "-" + i;
        }
        definitions.put(free, schema);
        return keywords("$ref", "#/$defs/" + free);
    }

    /** Which keys must be there, and nothing else. */
    private static Map<String, Object> requirements(Form form) {
        if (form instanceof Items items) {
            Map<String, Object> item = requirements(items.item());
            return item.isEmpty() ? item : keywords("items", item);
        }
        if (!(form instanceof Keys keys)) {
            return Map.of();
        }
        Map<String, Object> schema = requirements(keys.keys());
        keys.others()
                .map(JsonSchema::requirements)
                .filter(inner -> !inner.isEmpty())
                .ifPresent(inner -> schema.put("additionalProperties", inner));
        if (!keys.alternatives().isEmpty()) {
            schema.put(
                    "anyOf",
                    keys.alternatives().stream()
                            .map(set -> keywords("required", set))
                            .toList());
        }
        List<Object> kinds = new ArrayList<>();
        kindsByKeys(keys).forEach((own, names) -> {
            Map<String, Object> required = requirements(own);
            if (!required.isEmpty()) {
                kinds.add(ifKind(names, required));
            }
        });
        if (!kinds.isEmpty()) {
            schema.put("allOf", kinds);
        }
        return schema;
    }

    private static Map<String, Object> requirements(List<Key> keys) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Key key : keys) {
            Map<String, Object> inner = requirements(key.form());
            if (!inner.isEmpty()) {
                properties.put(key.name(), inner);
            }
        }
        List<String> required =
                keys.stream().filter(Key::required).map(Key::name).toList();
        Map<String, Object> schema = new LinkedHashMap<>();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (!properties.isEmpty()) {
            schema.put("properties", properties);
        }
        return schema;
    }
}
