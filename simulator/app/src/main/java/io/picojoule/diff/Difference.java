package io.picojoule.diff;

import io.picojoule.diff.StoredResult.Layer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * What moved between two results.
 *
 * @param by keys of the metrics by which layers are sorted, all of which add up over layers
 * @param settings those that are another
 * @param totals the numbers of the whole runs that moved
 * @param layers those of which anything moved, the largest move first
 */
public record Difference(
        StoredResult before,
        StoredResult after,
        List<String> by,
        List<Difference.Setting> settings,
        Map<String, Change> totals,
        List<Difference.OfLayer> layers) {
    /** The metrics that add up over layers. */
    public static final List<String> ADDING_UP = List.of(
            "seconds",
            "joules",
            "cycles",
            "dramBytes",
            "processingSeconds",
            "chipJoules",
            "energyInMacs",
            "macs",
            "gatedMacs",
            "vectorOperations");

    /** Something that the result is of; empty where it is not stated. */
    public record Setting(String key, String before, String after) {}

    /** A layer of either result or both. */
    public record OfLayer(String name, Optional<Layer> before, Optional<Layer> after, Map<String, Change> numbers) {
        /** Whether both results have it. */
        public boolean isInBoth() {
            return before.isPresent() && after.isPresent();
        }

        public boolean isMapped() {
            return isInBoth() && differs(Layer::mapping);
        }

        boolean differs(Function<Layer, String> text) {
            return !before.map(text).equals(after.map(text));
        }

        /** The change of a number; none if it did not move. */
        public Change of(String key) {
            return numbers.getOrDefault(key, new Change(null, null));
        }

        private boolean isMove() {
            return !isInBoth()
                    || !numbers.isEmpty()
                    || differs(Layer::kind)
                    || differs(Layer::boundBy)
                    || differs(Layer::mapping)
                    || differs(Layer::kernel);
        }
    }

    public static Difference of(StoredResult before, StoredResult after, List<String> by) {
        List<Setting> settings = new ArrayList<>();
        for (String key : keys(before.settings(), after.settings())) {
            Setting setting = new Setting(
                    key,
                    before.settings().getOrDefault(key, ""),
                    after.settings().getOrDefault(key, ""));
            if (!setting.before().equals(setting.after())) {
                settings.add(setting);
            }
        }
        return new Difference(
                before, after, by, settings, moves(before.totals(), after.totals()), layers(before, after, by));
    }

    /** Whether no number, no layer, no mapping and no kernel is another; settings may be. */
    public boolean isNothing() {
        return totals.isEmpty() && layers.isEmpty();
    }

    /** The part that a layer has in the change of the total; nothing where the total did not move. */
    public OptionalDouble share(OfLayer layer, String key) {
        Change total = totals.get(key);
        return total == null || total.difference() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(layer.of(key).difference() / total.difference());
    }

    private static List<OfLayer> layers(StoredResult before, StoredResult after, List<String> by) {
        Map<String, Layer> first = byName(before.layers());
        Map<String, Layer> second = byName(after.layers());
        List<OfLayer> layers = new ArrayList<>();
        for (String name : keys(first, second)) {
            Optional<Layer> was = Optional.ofNullable(first.get(name));
            Optional<Layer> is = Optional.ofNullable(second.get(name));
            Map<String, Change> moves = moves(
                    was.map(Layer::numbers).orElse(Map.of()),
                    is.map(Layer::numbers).orElse(Map.of()));
            layers.add(new OfLayer(name, was, is, moves));
        }
        layers.removeIf(layer -> !layer.isMove());
        layers.sort(order(by));
        return layers;
    }

    private static Comparator<OfLayer> order(List<String> by) {
        Comparator<OfLayer> order = Comparator.comparing(layer -> 0);
        for (String key : by) {
            order = order.thenComparing(layer -> -Math.abs(layer.of(key).difference()));
        }
        return order;
    }

    private static Map<String, Layer> byName(Collection<Layer> layers) {
        Map<String, Layer> byName = new LinkedHashMap<>();
        layers.forEach(layer -> byName.put(layer.name(), layer));
        return byName;
    }

    private static Map<String, Change> moves(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Change> moves = new LinkedHashMap<>();
        for (String key : keys(before, after)) {
            Change change = new Change(before.get(key), after.get(key));
            if (change.isMove()) {
                moves.put(key, change);
            }
        }
        return moves;
    }

    /** Those of the first, then those that only the second has. */
    private static Set<String> keys(Map<String, ?> first, Map<String, ?> second) {
        Set<String> keys = new LinkedHashSet<>(first.keySet());
        keys.addAll(second.keySet());
        return keys;
    }
}
