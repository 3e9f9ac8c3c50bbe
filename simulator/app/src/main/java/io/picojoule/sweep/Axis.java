package io.picojoule.sweep;

import java.util.List;

/**
 * Something that varies from point to point.
 *
 * @param path of the value in the machine, the workload or the run, as the sweep's file has it
 * @param values that it takes, as they would be written by hand; in the order of the file
 */
public record Axis(String path, List<String> values) {
    public Axis {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("axis " + path + " has no values");
        }
    }

    public int size() {
        return values.size();
    }
}
