package io.picojoule.diff;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code result.json} as it was read.
 *
 * @param file as the user named it
 * @param command that made it; empty if it does not say
 * @param settings what the result is of: machine, network, batch and so on, by name
 * @param totals the numbers of the whole run by the keys of the file; what is {@code null} there is absent
 * @param layers in the order of the file
 */
public record StoredResult(
        String file,
        String command,
        Map<String, String> settings,
        Map<String, Double> totals,
        List<StoredResult.Layer> layers) {
    public StoredResult {
        settings = inOrder(settings);
        totals = inOrder(totals);
        layers = List.copyOf(layers);
    }

    /**
     * A layer that ran.
     *
     * @param numbers all of them, nested ones by dotted keys: {@code accesses.dram.input.readBytes}
     * @param boundBy what it waits for; empty for a layer that takes no time
     * @param mapping its loop nest; empty for a layer without one
     * @param kernel by which a processor computed it; empty on another machine
     */
    public record Layer(
            String name, String kind, Map<String, Double> numbers, String boundBy, String mapping, String kernel) {
        public Layer {
            numbers = inOrder(numbers);
        }
    }

    private static <T> Map<String, T> inOrder(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
