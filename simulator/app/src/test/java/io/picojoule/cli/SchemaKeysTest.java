package io.picojoule.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.config.Configurations;
import io.picojoule.config.Presets;
import io.picojoule.config.RunSettings;
import io.picojoule.config.document.InvalidInputException;
import io.picojoule.config.document.Mapping;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import io.picojoule.config.document.Section;
import io.picojoule.report.sweep.SweepMeasures;
import io.picojoule.sweep.spec.SweepReader;
import io.picojoule.validation.PublishedReader;
import io.picojoule.workload.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Are the keys of the schemas those that the readers know, in both directions? A key that nobody knows is put into every map of documents
 * that say everything; the message lists what the reader knows there.
 */
class SchemaKeysTest {
    private static final Path HOME = Path.of(System.getProperty("picojoule.home"));
    private static final String STRANGER = "zzzzzzzzzz";
    private static final String KNOWN = "unknown key '" + STRANGER + "'; known: ";

    /** Keys of every map, which the readers need not ask for. */
    private static final Set<String> EVERYWHERE = Set.of("source", "extends");

    /** Keys that stay out of the documents that say everything: they would end the reading, or name what is not there. */
    private static final Set<String> LEFT_OUT = Set.of("source", "extends", "inputs", "weights", "activations");

    /** Keys beside which the reader does not ask for others: there is a second document without them. */
    private static final Set<String> EXCLUSIVE = Set.of("features", "loops", "shared");

    @TempDir
    private Path folder;

    private final Configurations configurations = Configurations.at(HOME, Optional.empty());
    private final Network alexnet =
            configurations.workload("alexnet", List.of()).value();

    /** Keys by the place of their map, where items of lists and names of the user's are all one. */
    private final Map<String, Set<String>> ofReader = new TreeMap<>();

    private final Map<String, Set<String>> ofSchema = new TreeMap<>();
    private Set<String> leftOut = Set.of();
    private String kind = "";
    private JsonNode schema = JsonNodeFactory.instance.objectNode();

    @ParameterizedTest
    @ValueSource(strings = {"accelerator", "workload", "energy", "mapping", "sweep", "validation"})
    void schemasAndReadersKnowTheSameKeys(String name) throws IOException {
        kind = name;
        schema = JsonMapper.shared().readTree(SchemaCommand.schemas().get(name + ".schema.json"));
        for (Set<String> without : List.of(Set.<String>of(), EXCLUSIVE)) {
            leftOut = without;
            ObjectNode document = (ObjectNode) example(schema);
            visit(document, document, schema, "");
        }
        ofReader.keySet().removeIf(place -> ofReader.get(place).equals(ofSchema.get(place)));
        ofSchema.keySet().retainAll(ofReader.keySet());
        assertThat(ofReader)
                .as("keys of the reader by map; those of the schema are in %s of config or validation", "*Form")
                .isEqualTo(ofSchema);
    }

    private void visit(ObjectNode document, JsonNode node, JsonNode schemaOfNode, String place) throws IOException {
        JsonNode here = resolved(schemaOfNode, node);
        if (node instanceof ObjectNode map) {
            Map<String, JsonNode> properties = properties(here, map);
            if (properties.containsKey("value")) {
                visit(document, map.path("value"), properties.get("value"), place);
                return;
            }
            JsonNode others = here.path("additionalProperties");
            if (!others.isObject()) {
                String kindOfMap = here.has("allOf") ? "(" + map.path("kind").asString("") + ")" : "";
                ofSchema.computeIfAbsent(place + kindOfMap, key -> new TreeSet<>())
                        .addAll(properties.keySet());
                ofSchema.get(place + kindOfMap).removeAll(EVERYWHERE);
                ofReader.computeIfAbsent(place + kindOfMap, key -> new TreeSet<>())
                        .addAll(known(document, map));
            }
            for (Map.Entry<String, JsonNode> entry : List.copyOf(map.properties())) {
                boolean isNamed = properties.containsKey(entry.getKey());
                JsonNode inner = isNamed ? properties.get(entry.getKey()) : others;
                visit(document, entry.getValue(), inner, place + "." + (isNamed ? entry.getKey() : "*"));
            }
        } else if (node.isArray()) {
            for (JsonNode item : List.copyOf(node.values())) {
                visit(document, item, here.path("items"), place + "[]");
            }
        }
    }

    /** What the reader says that it knows in this map. */
    private Set<String> known(ObjectNode document, ObjectNode map) throws IOException {
        map.put(STRANGER, 1);
        Path file = Files.writeString(folder.resolve("x.yaml"), document.toPrettyString());
        map.remove(STRANGER);
        List<String> said = problems(file.toString()).stream()
                .map(Problem::toString)
                .filter(problem -> problem.contains(KNOWN))
                .toList();
        assertThat(said).as("one stranger in %s", document).hasSize(1);
        String list = said.get(0).substring(said.get(0).indexOf(KNOWN) + KNOWN.length());
        Set<String> keys = new TreeSet<>(List.of(list.split(", ")));
        keys.removeAll(EVERYWHERE);
        return keys;
    }

    private List<Problem> problems(String file) {
        try {
            switch (kind) {
                case "accelerator" -> configurations.machine(file, List.of());
                case "workload" -> configurations.workload(file, List.of());
                case "energy" -> configurations.energyTable(file);
                case "mapping" -> configurations.mappings(file, alexnet);
                case "sweep" -> {
                    Problems problems = new Problems();
                    Mapping document = configurations
                            .document(Presets.Kind.SWEEP, file, List.of())
                            .value();
                    SweepReader.read("x", document, SweepMeasures.keys(), problems);
                    RunSettings.read(Section.of((Mapping) document.value("run").orElseThrow(), problems));
                    problems.throwIfAny();
                }
                default -> {
                    Problems problems = new Problems();
                    Mapping document = configurations
                            .document(Presets.Kind.PUBLISHED, file, List.of())
                            .value();
                    PublishedReader.read("x", document, problems);
                    problems.throwIfAny();
                }
            }
            return List.of();
        } catch (InvalidInputException refused) {
            return refused.problems();
        }
    }

    /** Follows a reference, and of several forms takes the one that is of the node's own. */
    private JsonNode resolved(JsonNode form, JsonNode node) {
        if (form.has("$ref")) {
            return resolved(schema.at(form.path("$ref").asString().substring(1)), node);
        }
        for (JsonNode each : form.path("anyOf")) {
            JsonNode candidate = resolved(each, node);
            boolean isOfType = candidate.path("type").asString("").equals(node.isArray() ? "array" : "object");
            boolean isWrapped = candidate.path("properties").has("value") == node.has("value");
            if (isOfType && (node.isArray() || isWrapped)) {
                return candidate;
            }
        }
        return form;
    }

    /** The properties that a map of its kind may have. */
    private static Map<String, JsonNode> properties(JsonNode form, ObjectNode map) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        form.path("properties").properties().forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
        for (JsonNode rule : form.path("allOf")) {
            for (JsonNode name : rule.at("/if/properties/kind/enum")) {
                if (name.equals(map.path("kind"))) {
                    rule.at("/then/properties")
                            .properties()
                            .forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
                }
            }
        }
        return properties;
    }

    /** A value with everything that the form knows. */
    private JsonNode example(JsonNode form) {
        if (form.has("$ref")) {
            return example(schema.at(form.path("$ref").asString().substring(1)));
        }
        if (form.has("anyOf")) {
            return example(form.at("/anyOf/0"));
        }
        if (form.has("enum")) {
            return form.at("/enum/0");
        }
        return switch (form.path("type").asString("string")) {
            case "object" -> object(form, JsonNodeFactory.instance.objectNode());
            case "array" -> array(form.path("items"));
            case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
            default -> form.at("/examples/0");
        };
    }

    private ObjectNode object(JsonNode form, ObjectNode object) {
        properties(form, object).forEach((name, inner) -> {
            if (!object.has(name) && !LEFT_OUT.contains(name) && !leftOut.contains(name)) {
                object.set(name, example(inner));
            }
        });
        if (form.path("additionalProperties").isObject()) {
            object.set("conv1", example(form.path("additionalProperties")));
        }
        return object;
    }

    /** An item of each kind. */
    private JsonNode array(JsonNode items) {
        var array = JsonNodeFactory.instance.arrayNode();
        JsonNode kinds = items.at("/properties/kind");
        if (kinds.isMissingNode()) {
            return array.add(example(items));
        }
        JsonNode words = schema.at(kinds.path("$ref").asString().substring(1)).at("/anyOf/0/enum");
        for (JsonNode word : words) {
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            item.set("kind", word);
            array.add(object(items, item));
        }
        return array;
    }
}
