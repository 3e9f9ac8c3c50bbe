package io.picojoule.mapping;

import io.picojoule.workload.LoopNest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loops as they are given against loops as a dataflow makes them. */
final class LoopChecks {
    private LoopChecks() {}

    /** @throws IllegalArgumentException saying which loop is not as it must be */
    static void require(String dataflow, List<Loop> found, List<Loop> wanted) {
        for (int i = 0; i < Math.max(found.size(), wanted.size()); i++) {
            Loop given = i < found.size() ? found.get(i) : null;
            Loop expected = i < wanted.size() ? wanted.get(i) : null;
            if (expected == null || !expected.equals(given)) {
                throw new IllegalArgumentException("loop " + (i + 1) + " is " + text(given) + ", where a " + dataflow
                        + " nest of this layer has " + text(expected));
            }
        }
    }

    private static String text(@Nullable Loop loop) {
        return loop == null
                ? "missing"
                : "\""
                        + new Mapping("", LoopNest.matrix(1, 1, 1), List.of(loop))
                                .toString()
                                .strip() + "\"";
    }
}
