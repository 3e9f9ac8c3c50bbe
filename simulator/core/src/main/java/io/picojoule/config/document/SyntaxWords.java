package io.picojoule.config.document;

import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Says in our words what the YAML parser could not read. */
final class SyntaxWords {
    private static final String UNREADABLE = "not readable as YAML: ";

    /** What the parser says, what we say, and the cure. */
    private record Wording(String said, String found, String wanted) {}

    /** The first that fits counts. */
    private static final List<Wording> WORDINGS = List.of(
            new Wording("\\t(TAB)", "a tab", "indent with spaces"),
            new Wording("cannot start any token", "a value cannot begin with CHARACTER", "put it in quotes"),
            new Wording(
                    "mapping values are not allowed",
                    "a ':' where no key can be",
                    "check the indentation, or put text that contains ': ' in quotes"),
            new Wording(
                    "expected <block end>",
                    "this line is indented like none of the lines above",
                    "keys of one map stand in one column"),
            new Wording("expected ',' or ']'", "the list opened at OPENED is not closed", "',' or ']' is wanted"),
            new Wording("expected ',' or '}'", "the map opened at OPENED is not closed", "',' or '}' is wanted"),
            new Wording("unexpected end of stream", "the quotes opened at OPENED are not closed", ""),
            new Wording(
                    "escape",
                    "an unknown escape within double quotes",
                    "write '\\\\' for a backslash, or use single quotes"),
            new Wording(
                    "could not find expected ':'",
                    "a line without ':'",
                    "a key and a value are wanted, for example \"clock: 200 MHz\""),
            new Wording("expected the node content", "a value is missing before CHARACTER", ""),
            new Wording("expected '<document start>'", "text after the end of the document", ""));

    private SyntaxWords() {}

    static Problem problem(Origin origin, String text, RuntimeException broken) {
        Throwable cause = broken.getCause() == null ? broken : broken.getCause();
        if (cause instanceof MarkedYamlEngineException marked) {
            return words(origin, marked);
        }
        if (cause instanceof ReaderException unreadable) {
            String found = String.format("a control character (U+%04X)", unreadable.getCodePoint());
            return new Problem(placeOf(origin, text, unreadable.getPosition()), "", found, "plain text is wanted");
        }
        if (broken instanceof JacksonException jackson) {
            TokenStreamLocation at = jackson.getLocation();
            Place place = at == null ? Place.of(origin) : new Place(origin, at.getLineNr(), at.getColumnNr());
            String found = String.valueOf(jackson.getOriginalMessage());
            if (found.startsWith("Expected a property name")) {
                return new Problem(place, "", "a list or a map as a key", "a plain word is wanted");
            }
            return new Problem(place, "", UNREADABLE + firstLine(found), "");
        }
        return new Problem(Place.of(origin), "", UNREADABLE + firstLine(String.valueOf(cause.getMessage())), "");
    }

    private static Problem words(Origin origin, MarkedYamlEngineException marked) {
        String said = marked.getProblem();
        String opened = marked.getContextMark().map(SyntaxWords::position).orElse("above");
        Place place = marked.getProblemMark()
                .map(mark -> new Place(origin, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Place.of(origin));
        for (Wording wording : WORDINGS) {
            if (said.contains(wording.said())) {
                String found = wording.found().replace("OPENED", opened).replace("CHARACTER", quotedCharacter(said));
                return new Problem(place, "", found, wording.wanted());
            }
        }
        return new Problem(place, "", UNREADABLE + firstLine(said), "");
    }

    private static String quotedCharacter(String said) {
        int start = said.indexOf('\'');
        int end = said.indexOf('\'', start + 1);
        return start >= 0 && end > start ? said.substring(start, end + 1) : "this character";
    }

    private static String position(Mark mark) {
        return (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    private static String firstLine(String said) {
        int end = said.indexOf('\n');
        return end < 0 ? said : said.substring(0, end);
    }

    private static Place placeOf(Origin origin, String text, int position) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(position, text.length()); i++) {
            boolean ends = text.charAt(i) == '\n';
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
        return new Place(origin, line, column);
    }
}
