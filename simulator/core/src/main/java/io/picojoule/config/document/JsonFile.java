package io.picojoule.config.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON file, such as a result, as the same tree that YAML becomes: at most 200 MB of UTF-8, an object at the top. */
public final class JsonFile {
    private static final int LARGEST_BYTES = 200_000_000;
    private static final String EXAMPLE = "{\"format\": ...}";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DocumentParser.DEEPEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Origin origin;
    private final JsonParser json;

    private JsonFile(Origin origin, JsonParser json) {
        this.origin = origin;
        this.json = json;
    }

    /** The object, or nothing if the file is not JSON to its end. */
    public static Optional<Mapping> read(Origin origin, Problems problems) {
        return DocumentFile.text(origin, LARGEST_BYTES, problems)
                .flatMap(text -> parse(origin, text, problems))
                .flatMap(root -> DocumentFile.map(root, EXAMPLE, problems));
    }

    private static Optional<Node> parse(Origin origin, String text, Problems problems) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonFile file = new JsonFile(origin, parser);
            if (parser.nextToken() == null) {
                problems.add(new Problem(Place.of(origin), "", "the file is empty", "JSON is wanted", EXAMPLE));
                return Optional.empty();
            }
            Node root = file.node();
            if (parser.nextToken() != null) {
                problems.add(new Problem(file.place(), "", "a second value begins here", "one value a file is wanted"));
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (JacksonException broken) {
            problems.add(problem(origin, broken));
            return Optional.empty();
        }
    }

    private Node node() {
        Place place = place();
        return switch (json.currentToken()) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> array(place);
            case VALUE_NULL -> new Scalar(place, "", false, "");
            case VALUE_STRING -> new Scalar(place, json.getString(), true, "");
            default -> new Scalar(place, json.getString(), false, "");
        };
    }

    private Mapping object(Place place) {
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            Place keyPlace = place();
            json.nextToken();
            entries.put(key, new Mapping.Entry(keyPlace, node()));
        }
        return new Mapping(place, entries);
    }

    private Sequence array(Place place) {
        List<Node> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new Sequence(place, items);
    }

    private Place place() {
        return place(origin, json.currentTokenLocation());
    }

    private static Place place(Origin origin, TokenStreamLocation at) {
        return new Place(origin, at.getLineNr(), at.getColumnNr());
    }

    private static Problem problem(Origin origin, JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        Place place = at == null ? Place.of(origin) : place(origin, at);
        if (broken instanceof UnexpectedEndOfInputException) {
            return new Problem(place, "", "the file ends in the middle", "the whole file is wanted");
        }
        if (broken instanceof StreamConstraintsException) {
            return new Problem(place, "", "too large a number, or too deep a nesting, for a result", "");
        }
        String said =
                String.valueOf(broken.getOriginalMessage()).lines().findFirst().orElse("");
        int detail = said.indexOf(": ");
        String what = (detail < 0 ? said : said.substring(0, detail)).replaceAll(" \\(code [^)]*\\)", "");
        return new Problem(place, "", "this is not JSON: " + what, "");
    }
}
