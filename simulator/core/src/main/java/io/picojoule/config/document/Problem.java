package io.picojoule.config.document;

import io.picojoule.workload.OneLine;
import java.util.Comparator;

/**
 * One mistake of the user: where, what was found, what is wanted.
 *
 * @param path the place within the document, {@code memory.dram.bandwidth}; empty for the document as a whole
 * @param wanted what would be right; empty if {@code found} says it all
 * @param example a right value; empty if there is none to give
 */
public record Problem(Place place, String path, String found, String wanted, String example)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::place).thenComparing(Problem::path);

    public Problem(Place place, String path, String found, String wanted) {
        this(place, path, found, wanted, "");
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** {@code configs/eyeriss.yaml:14:13: clock: "200" has no unit; a frequency is wanted, for example "200 MHz"}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(place.toString()).append(": ");
        if (!path.isEmpty()) {
            text.append(path).append(": ");
        }
        text.append(found);
        if (!wanted.isEmpty()) {
            text.append("; ").append(wanted);
        }
        if (!example.isEmpty()) {
            text.append(", for example \"").append(example).append('"');
        }
        return OneLine.of(text.toString());
    }
}
