package io.picojoule.config.scalesim;

import io.picojoule.workload.Network;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names that differ, of names that need not: a second {@code Conv1} is {@code Conv1_2}, or, if a row has that name, {@code Conv1_3}; a row
 * without a name has that of its line, {@code line7}.
 */
final class LayerNames {
    private final Set<String> written;
    private final Set<String> used = new HashSet<>(Set.of(Network.INPUT));
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> made = new ArrayList<>();

    /** @param written all names of the file */
    LayerNames(Collection<String> written) {
        this.written = Set.copyOf(written);
    }

    String unique(String name, int line) {
        if (!name.isEmpty() && used.add(name)) {
            return name;
        }
        String stem = name.isEmpty() ? "line" + line : name;
        String unique = stem;
        while (written.contains(unique) || !used.add(unique)) {
            unique = stem + "_" + numbers.merge(stem, 2, (number, two) -> number + 1);
        }
        made.add(unique);
        return unique;
    }

    /** The names that are not those of the file. */
    List<String> made() {
        return made;
    }
}
