package io.picojoule.config.document;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Says in our words what the YAML parser could not read. */
final class SyntaxWords {
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
            return new Problem(place, "", "not readable as YAML: " + firstLine(found), "");
        }
        return new Problem(
                Place.of(origin), "", "not readable as YAML: " + firstLine(String.valueOf(cause.getMessage())), "");
    }

    private static Problem words(Origin origin, MarkedYamlEngineException marked) {
        String said = marked.getProblem();
        String opened = marked.getContextMark().map(SyntaxWords::position).orElse("above");
        Place place = marked.getProblemMark()
                .map(mark -> new Place(origin, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Place.of(origin));
        String found;
        String wanted = "";
        if (said.contains("\\t(TAB)")) {
            found = "a tab";
            wanted = "indent with spaces";
        } else if (said.contains("cannot start any token")) {
            found = "a value cannot begin with " + quotedCharacter(said);
            wanted = "put it in quotes";
        } else if (said.contains("mapping values are not allowed")) {
            found = "a ':' where no key can be";
            wanted = "check the indentation, or put text that contains ': ' in quotes";
        } else if (said.contains("expected <block end>")) {
            found = "this line is indented like none of the lines above";
            wanted = "keys of one map stand in one column";
        } else if (said.contains("expected ',' or ']'")) {
            found = "the list opened at " + opened + " is not closed";
            wanted = "',' or ']' is wanted";
        } else if (said.contains("expected ',' or '}'")) {
            found = "the map opened at " + opened + " is not closed";
            wanted = "',' or '}' is wanted";
        } else if (said.contains("unexpected end of stream")) {
            found = "the quotes opened at " + opened + " are not closed";
        } else if (said.contains("escape")) {
            found = "an unknown escape within double quotes";
            wanted = "write '\\\\' for a backslash, or use single quotes";
        } else if (said.contains("could not find expected ':'")) {
            found = "a line without ':'";
            wanted = "a key and a value are wanted, for example \"clock: 200 MHz\"";
        } else if (said.contains("expected the node content")) {
            found = "a value is missing before "
                    + said.substring(said.lastIndexOf("found") + "found".length())
                            .strip();
        } else if (said.contains("expected '<document start>'")) {
            found = "text after the end of the document";
        } else {
            found = "not readable as YAML: " + firstLine(said);
        }
        return new Problem(place, "", found, wanted);
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
        return Optional.of(said).map(text -> text.split("\n", 2)[0]).orElse("");
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
