package io.picojoule.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The best so far, so many of them. */
final class BestCandidates {
    private final int most;
    private final List<WeighedMapping> list = new ArrayList<>();

    BestCandidates(int most) {
        this.most = most;
    }

    BestCandidates copy() {
        BestCandidates copy = new BestCandidates(most);
        copy.list.addAll(list);
        return copy;
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    WeighedMapping first() {
        return list.get(0);
    }

    /** What a candidate must not cost more than to be among them. */
    double worst() {
        return list.size() < most
                ? Double.POSITIVE_INFINITY
                : list.get(most - 1).cost();
    }

    /** What tells the worst of them apart from those that cost as much. */
    double secondOfWorst() {
        return list.size() < most
                ? Double.POSITIVE_INFINITY
                : list.get(most - 1).second();
    }

    void add(WeighedMapping candidate) {
        int place = Collections.binarySearch(list, candidate, WeighedMapping.ORDER);
        // Found: it came along in a copy.
        if (place < 0 && -place - 1 < most) {
            list.add(-place - 1, candidate);
            if (list.size() > most) {
                list.remove(most);
            }
        }
    }

    void add(List<WeighedMapping> candidates) {
        candidates.forEach(this::add);
    }

    List<WeighedMapping> list() {
        return List.copyOf(list);
    }
}
