package io.picojoule.sweep.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A front as a k-d tree (Bentley, CACM 18(9), 1975) whose nodes know between which corners their entries are, so that most are passed
 * over whole, or taken out whole (as in the ND-tree of Jaszkiewicz and Lust, IEEE TEVC 22(5), 2018). A part that has grown to twice what
 * it was built for is built again, balanced.
 */
final class FrontTree {
    private static final int LEAF = 16;

    private final int objectives;
    private @Nullable Node root;

    /** What refused the last point refuses the next one often. */
    private double @Nullable [] lastRefusal;

    FrontTree(int objectives) {
        this.objectives = objectives;
    }

    /** Whether the point is on the front. */
    boolean add(long number, double[] point) {
        double[] last = lastRefusal;
        if (last != null && isNoWorse(last, point) && !isNoWorse(point, last)) {
            return false;
        }
        Node node = root;
        if (node == null) {
            root = new Node(listOf(new Entry(number, point.clone())), 0);
            return true;
        }
        Entry equalOrBetter = node.findNoWorse(point);
        if (equalOrBetter != null) {
            if (isNoWorse(point, equalOrBetter.objectives())) {
                equalOrBetter.add(number);
                return true;
            }
            lastRefusal = equalOrBetter.objectives();
            return false;
        }
        boolean isEmpty = node.removeWorse(point);
        Entry entry = new Entry(number, point.clone());
        root = isEmpty ? new Node(listOf(entry), 0) : node.with(entry);
        return true;
    }

    void forEach(Consumer<Entry> action) {
        Node node = root;
        if (node != null) {
            List<Entry> entries = new ArrayList<>();
            node.collect(entries);
            entries.forEach(action);
        }
    }

    private static List<Entry> listOf(Entry entry) {
        List<Entry> entries = new ArrayList<>();
        entries.add(entry);
        return entries;
    }

    private static boolean isNoWorse(double[] one, double[] other) {
        for (int i = 0; i < one.length; i++) {
            if (one[i] > other[i]) {
                return false;
            }
        }
        return true;
    }

    /** Some entries: few in a leaf, else those below and those above a value of one objective. */
    private final class Node {
        private final double[] least = new double[objectives];
        private final double[] most = new double[objectives];
        private final int builtFor;
        private final int firstAxis;
        private int size;
        private List<Entry> entries = new ArrayList<>(0);
        private int axis = -1;
        private double split;
        private @Nullable Node low;
        private @Nullable Node high;

        Node(List<Entry> all, int firstAxis) {
            this.firstAxis = firstAxis;
            size = all.size();
            builtFor = Math.max(size, LEAF);
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
            for (Entry entry : all) {
                widen(entry.objectives());
            }
            if (size <= LEAF || !divide(all)) {
                entries = all;
            }
        }

        private void widen(double[] point) {
            for (int i = 0; i < point.length; i++) {
                least[i] = Math.min(least[i], point[i]);
                most[i] = Math.max(most[i], point[i]);
            }
        }

        /** By one objective after another, or, where many are equal in that, the one that divides the entries most evenly. */
        private boolean divide(List<Entry> all) {
            int best = 0;
            for (int turn = 0; turn < objectives && best < all.size() / 4; turn++) {
                int by = (firstAxis + turn) % objectives;
                double[] sorted = all.stream()
                        .mapToDouble(entry -> entry.objective(by))
                        .sorted()
                        .toArray();
                int cut = evenCut(sorted);
                int smaller = Math.min(cut, sorted.length - cut);
                if (smaller > best) {
                    best = smaller;
                    axis = by;
                    split = sorted[cut];
                }
            }
            if (best == 0) {
                return false;
            }
            List<Entry> lower = new ArrayList<>();
            List<Entry> upper = new ArrayList<>();
            for (Entry entry : all) {
                (entry.objective(axis) < split ? lower : upper).add(entry);
            }
            low = new Node(lower, (axis + 1) % objectives);
            high = new Node(upper, (axis + 1) % objectives);
            return true;
        }

        /** The place nearest the middle where a value stands that is above the one before it; 0 if all are equal. */
        private int evenCut(double[] sorted) {
            int middle = sorted.length / 2;
            int below = middle;
            while (below > 0 && sorted[below - 1] == sorted[below]) {
                below--;
            }
            int above = middle + 1;
            while (above < sorted.length && sorted[above - 1] == sorted[above]) {
                above++;
            }
            return below >= sorted.length - above || above == sorted.length ? below : above;
        }

        /** An entry that is in no objective worse than the point. */
        @Nullable
        Entry findNoWorse(double[] point) {
            if (!isNoWorse(least, point)) {
                return null;
            }
            for (Entry entry : entries) {
                if (isNoWorse(entry.objectives(), point)) {
                    return entry;
                }
            }
            Entry found = low == null ? null : low.findNoWorse(point);
            return found != null || high == null ? found : high.findNoWorse(point);
        }

        /** Takes out what is in no objective better than the point; true if nothing is left. */
        boolean removeWorse(double[] point) {
            if (!isNoWorse(point, most)) {
                return false;
            }
            if (isNoWorse(point, least)) {
                return true;
            }
            entries.removeIf(entry -> isNoWorse(point, entry.objectives()));
            if (low != null && low.removeWorse(point)) {
                low = null;
            }
            if (high != null && high.removeWorse(point)) {
                high = null;
            }
            size = entries.size() + size(low) + size(high);
            return size == 0;
        }

        private int size(@Nullable Node node) {
            return node == null ? 0 : node.size;
        }

        /** This node with one entry more, or one that stands for it. */
        Node with(Entry entry) {
            if (size + 1 > 2 * builtFor) {
                List<Entry> all = new ArrayList<>(size + 1);
                collect(all);
                all.add(entry);
                return new Node(all, firstAxis);
            }
            widen(entry.objectives());
            size++;
            if (axis < 0) {
                entries.add(entry);
            } else if (entry.objective(axis) < split) {
                low = low == null ? new Node(listOf(entry), (axis + 1) % objectives) : low.with(entry);
            } else {
                high = high == null ? new Node(listOf(entry), (axis + 1) % objectives) : high.with(entry);
            }
            return this;
        }

        void collect(List<Entry> all) {
            all.addAll(entries);
            if (low != null) {
                low.collect(all);
            }
            if (high != null) {
                high.collect(all);
            }
        }
    }
}
