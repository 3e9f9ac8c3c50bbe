package io.picojoule.sweep.constraint;

import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A condition over values as files have them, such as {@code array.rows * array.columns <= 512} or {@code dataflow == row-stationary and
 * memory.global-buffer.capacity / 1 KiB >= 64}. Names are paths as {@code --set} has them, and a minus between two of them needs blanks;
 * the lone name to the right of {@code ==} or {@code !=} that has no dot is a word. Quantities are compared in base units, and only with
 * what measures the same. Any number of threads may test it.
 */
public final class Constraint {
    private final String text;
    private final Clause clause;
    private final List<String> names;

    private Constraint(String text, Parser.Parsed parsed) {
        this.text = text;
        clause = parsed.clause();
        names = parsed.names();
    }

    /** Reads a condition, or reports why it cannot be read: {@code path} is where it stands in its document. */
    public static Optional<Constraint> parse(String text, Place place, String path, Problems problems) {
        try {
            return Optional.of(new Constraint(text, Parser.parse(text)));
        } catch (SyntaxFault fault) {
            problems.add(new Problem(place, path, fault.found(), fault.wanted(), fault.example()));
            return Optional.empty();
        }
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** The paths in it, each once; their values are given in this order. */
    public List<String> names() {
        return names;
    }

    /** The values of its names, read: of a path with nothing, {@link Operand#MISSING}. */
    public Operand[] values(Function<String, Optional<String>> textOfPath) {
        return names.stream()
                .map(name -> textOfPath.apply(name).map(Operand::of).orElse(Operand.MISSING))
                .toArray(Operand[]::new);
    }

    /** Whether it holds for values in the order of the names; not if a value it depends on is missing. */
    public boolean holds(Operand[] values) {
        return clause.test(values) == Clause.HOLDS;
    }

    /** Why it does not hold, {@code array.rows * array.columns is 768, more than 512}; empty if it does. */
    public String reason(Operand[] values) {
        return holds(values) ? "" : Reasons.of(clause, values);
    }

    /** Reports what no such values could be compared or computed: a size with a rate, a word with a number. */
    public void check(Operand[] values, Place place, String path, Problems problems) {
        check(clause, values, place, path, problems);
    }

    private static void check(Clause part, Operand[] values, Place place, String path, Problems problems) {
        if (part instanceof Clause.Both both) {
            check(both.left(), values, place, path, problems);
            check(both.right(), values, place, path, problems);
        } else if (part instanceof Clause.Either either) {
            check(either.left(), values, place, path, problems);
            check(either.right(), values, place, path, problems);
        } else if (part instanceof Clause.Comparison comparison && !comparison.areComparable(values)) {
            String found = Reasons.fault(comparison.left(), values)
                    .or(() -> Reasons.fault(comparison.right(), values))
                    .orElseGet(() -> Reasons.incomparable(comparison, values));
            problems.add(new Problem(
                    place,
                    path,
                    "at character " + comparison.column() + ", " + found,
                    "values that measure the same are wanted",
                    Parser.EXAMPLE));
        }
    }
}
