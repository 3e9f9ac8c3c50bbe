package io.picojoule.config.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * YAML text to a tree. Plain YAML 1.2 only: one document, no anchors, aliases, merge keys or tags, no key twice. A syntax error ends the
 * reading; everything else is collected. What is made of a text with any of these would only mislead, so nothing is.
 */
public final class DocumentParser {
    static final int DEEPEST = 40;

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST + 10)
                    .build())
            .build();

    private final Origin origin;
    private final String text;
    private final Problems problems;
    private final boolean wide;

    private DocumentParser(Origin origin, String text, Problems problems) {
        this.origin = origin;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.problems = problems;
        this.wide = text.codePointCount(0, text.length()) != text.length();
    }

    /** The tree of a text with its sources in place, or nothing if the text is not plain YAML to its end. */
    public static Optional<Node> parse(Origin origin, String text, Problems problems) {
        int before = problems.count();
        return new DocumentParser(origin, text, problems)
                .document()
                .filter(root -> problems.count() == before)
                .map(root -> Sources.apply(root, problems));
    }

    private Optional<Node> document() {
        try (YAMLParser yaml = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (yaml.nextToken() == null) {
                problem(Place.of(origin), "", "the document is empty", "");
                return Optional.empty();
            }
            Node root = node(yaml, "", 1);
            if (yaml.nextToken() != null) {
                problem(place(yaml), "", "a second document begins here", "one document a file is wanted");
            }
            return Optional.of(root);
        } catch (TooDeepException tooDeep) {
            problem(tooDeep.place, "", "nested deeper than " + DEEPEST + " levels", "");
        } catch (JacksonException | org.snakeyaml.engine.v2.exceptions.YamlEngineException broken) {
            problems.add(SyntaxWords.problem(origin, text, broken));
        }
        return Optional.empty();
    }

    private Node node(YAMLParser yaml, String path, int depth) {
        if (depth > DEEPEST) {
            throw new TooDeepException(place(yaml));
        }
        refuseReferences(yaml, path);
        JsonToken token = yaml.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(yaml, path, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            return sequence(yaml, path, depth);
        }
        return scalar(yaml);
    }

    private Mapping mapping(YAMLParser yaml, String path, int depth) {
        Place place = place(yaml);
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
        while (yaml.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = yaml.currentName();
            Place keyPlace = place(yaml);
            String keyPath = DocumentPath.key(path, key);
            if (yaml.isCurrentAlias()) {
                problem(keyPlace, path, "an alias as a key", "write the key out");
            }
            if (key.equals("<<")) {
                problem(
                        keyPlace,
                        keyPath,
                        "merge keys ('<<') are not supported",
                        "write the keys out, or use 'extends'");
            }
            yaml.nextToken();
            Node value = node(yaml, keyPath, depth + 1);
            Mapping.Entry first = entries.putIfAbsent(key, new Mapping.Entry(keyPlace, value));
            if (first != null) {
                String where = first.keyPlace().line() + ":" + first.keyPlace().column();
                problem(keyPlace, keyPath, "this key is already at " + where, "a key may stand once in a map");
            }
        }
        return new Mapping(place, entries);
    }

    private Sequence sequence(YAMLParser yaml, String path, int depth) {
        Place place = place(yaml);
        List<Node> items = new ArrayList<>();
        while (yaml.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(yaml, DocumentPath.item(path, items.size()), depth + 1));
        }
        return new Sequence(place, items);
    }

    private Scalar scalar(YAMLParser yaml) {
        Place place = place(yaml);
        boolean quoted = isQuoted(yaml);
        String written = yaml.currentToken() == JsonToken.VALUE_NULL ? "" : yaml.getString();
        if (!quoted && written.equals("~")) {
            written = "";
        }
        return new Scalar(place, written, quoted, "");
    }

    private boolean isQuoted(YAMLParser yaml) {
        return "\"'|>".indexOf(firstCharacter(yaml)) >= 0;
    }

    /** Of the current token, with its anchor and tag. */
    private char firstCharacter(YAMLParser yaml) {
        long offset = yaml.currentTokenLocation().getCharOffset();
        int index = wide ? text.offsetByCodePoints(0, (int) offset) : (int) offset;
        return index < text.length() ? text.charAt(index) : '\n';
    }

    private void refuseReferences(YAMLParser yaml, String path) {
        switch (firstCharacter(yaml)) {
            case '*' ->
                problem(
                        place(yaml),
                        path,
                        "aliases ('*') are not supported",
                        "write the value out, or put it in quotes");
            case '&' ->
                problem(
                        place(yaml),
                        path,
                        "anchors ('&') are not supported",
                        "write the value out, or put it in quotes");
            case '!' ->
                problem(
                        place(yaml),
                        path,
                        "tags ('!') are not supported",
                        "write the value alone, or put it in quotes");
            default -> {}
        }
    }

    private Place place(YAMLParser yaml) {
        TokenStreamLocation location = yaml.currentTokenLocation();
        return new Place(origin, location.getLineNr(), location.getColumnNr());
    }

    private void problem(Place place, String path, String found, String wanted) {
        problems.add(new Problem(place, path, found, wanted));
    }

    private static final class TooDeepException extends RuntimeException {
        private final transient Place place;

        TooDeepException(Place place) {
            super("too deep");
            this.place = place;
        }
    }
}
