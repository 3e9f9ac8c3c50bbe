package io.picojoule.config.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One {@code PATH=VALUE} of the command line.
 *
 * @param place the argument, as messages quote it, or where in a document it stands
 * @param steps the path within the document
 * @param value what is to stand there
 */
public record Assignment(Place place, List<Step> steps, Node value) {
    private static final String FORM = "PATH=VALUE is wanted";
    private static final String EXAMPLE = "array.rows=16";

    /**
     * A key of a map, or an item of a list by index or name.
     *
     * @param index of the item; -1 for a name or a key
     * @param bracketed whether it was written in brackets
     */
    public record Step(String name, int index, boolean bracketed) {}

    public Assignment {
        steps = List.copyOf(steps);
    }

    /** Reads an argument, or reports why it cannot be read. */
    public static Optional<Assignment> parse(String argument, Problems problems) {
        Origin origin = new Origin.CommandLine("--set " + argument);
        int equals = endOfPath(argument);
        if (equals <= 0) {
            return refused(origin, equals < 0 ? "there is no '='" : "there is no path before '='", problems);
        }
        Optional<List<Step>> steps = steps(argument.substring(0, equals).strip());
        if (steps.isEmpty()) {
            return refused(origin, "the path '" + argument.substring(0, equals) + "' cannot be read", problems);
        }
        String text = argument.substring(equals + 1).strip();
        if (text.isEmpty()) {
            return refused(origin, "there is no value after '='", problems);
        }
        return value(origin, text, problems).map(value -> new Assignment(Place.of(origin), steps.get(), value));
    }

    /** What puts a text that stands in a document to another place in it; {@code path} is one that a document has. */
    static Assignment of(Place place, String path, String text) {
        return new Assignment(Place.of(place.origin()), steps(path).orElseThrow(), new Scalar(place, text, false, ""));
    }

    /** What puts {@code value} to the place in a document that {@code path} names, a path as {@code --set} has it; nothing if it is none. */
    public static Optional<Assignment> at(Place place, String path, Node value) {
        return steps(path.strip()).filter(steps -> !steps.isEmpty()).map(steps -> new Assignment(place, steps, value));
    }

    /** The same without its first step. */
    public Assignment withoutFirst() {
        return new Assignment(place, steps.subList(1, steps.size()), value);
    }

    private static Optional<Assignment> refused(Origin origin, String found, Problems problems) {
        problems.add(new Problem(Place.of(origin), "", found, FORM, EXAMPLE));
        return Optional.empty();
    }

    /** Lists, maps and quoted text are read as YAML; anything else is the text itself. */
    private static Optional<Node> value(Origin origin, String text, Problems problems) {
        if ("[{\"'".indexOf(text.charAt(0)) < 0) {
            return Optional.of(new Scalar(Place.of(origin), text, false, ""));
        }
        return DocumentParser.parse(origin, text, problems);
    }

    private static int endOfPath(String argument) {
        boolean inBrackets = false;
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            if (c == '=' && !inBrackets) {
                return i;
            }
            inBrackets = c == '[' || (inBrackets && c != ']');
        }
        return -1;
    }

    private static Optional<List<Step>> steps(String path) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < path.length()) {
            boolean bracketed = path.charAt(at) == '[';
            int end = bracketed ? path.indexOf(']', at) : endOfKey(path, at);
            if (end < 0 || end == at) {
                return Optional.empty();
            }
            Step step = bracketed ? bracketed(path.substring(at + 1, end).strip()) : key(path.substring(at, end));
            if (step.name().isEmpty()) {
                return Optional.empty();
            }
            steps.add(step);
            at = bracketed ? end + 1 : end;
            if (at < path.length() && path.charAt(at) == '.') {
                at++;
                if (at == path.length()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(steps);
    }

    private static int endOfKey(String path, int start) {
        int end = start;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    private static Step key(String name) {
        return new Step(name.strip(), -1, false);
    }

    private static Step bracketed(String inside) {
        char first = inside.isEmpty() ? ' ' : inside.charAt(0);
        boolean quoted =
                inside.length() >= 2 && (first == '"' || first == '\'') && inside.endsWith(String.valueOf(first));
        if (quoted) {
            return new Step(inside.substring(1, inside.length() - 1), -1, true);
        }
        boolean digits =
                !inside.isEmpty() && inside.length() < 7 && inside.chars().allMatch(c -> c >= '0' && c <= '9');
        return new Step(inside, digits ? Integer.parseInt(inside) : -1, true);
    }
}
