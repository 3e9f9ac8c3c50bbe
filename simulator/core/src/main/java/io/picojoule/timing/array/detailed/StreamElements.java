package io.picojoule.timing.array.detailed;

import io.picojoule.mapping.StreamGeometry;
import io.picojoule.mapping.StreamPasses.Pass;
import io.picojoule.timing.InvariantViolation;
import io.picojoule.timing.array.detailed.StreamWords.Index;
import io.picojoule.workload.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The elements of a pass with the words that have come to them. Which words a step needs is found by asking each element; equal ones are sent
 * once.
 */
final class StreamElements {
    private final StreamWords.Place place;
    private final StreamWords words;
    private final StreamCounts counts;
    private final StreamGeometry geometry;
    private final boolean slides;
    private final int taps;
    private final Map<Long, Integer> inputs = new HashMap<>();
    private final Map<Long, Integer> weights = new HashMap<>();
    private final Map<Integer, Integer> sumsIn = new HashMap<>();
    private final Map<Integer, Integer> kept = new LinkedHashMap<>();
    /** Inputs that neighbours can pass on: those of the present channel. */
    private final Set<Long> slid = new HashSet<>();

    StreamElements(StreamWords.Place place, StreamWords words, StreamCounts counts) {
        this.place = place;
        this.words = words;
        this.counts = counts;
        Pass pass = place.pass();
        this.geometry = pass.geometry();
        this.slides = geometry.slide().isPresent();
        this.taps = geometry.slide()
                .map(slide -> slide.filterRows() * slide.filterColumns())
                .orElse(1);
    }

    private interface Visitor {
        void visit(Index index);
    }

    private void each(int step, Visitor visitor) {
        for (int row = 0; row < geometry.rows(); row++) {
            for (int column = 0; column < geometry.columns(); column++) {
                visitor.visit(place.index(row, column, step));
            }
        }
    }

    private long inputName(Index at) {
        return slides ? words.inputPlace(at) : words.inputUse(at);
    }

    /** Words of the operand that come before the first step. */
    int loadedWords(Operand operand) {
        boolean waits = operand == Operand.PARTIAL_SUM
                ? geometry.keepsSums() && geometry.takesPartialSums()
                : geometry.keeps(operand);
        return waits ? distinct(operand, 0).size() : 0;
    }

    private Set<Long> distinct(Operand operand, int step) {
        Set<Long> names = new HashSet<>();
        each(step, at -> names.add(name(operand, at)));
        return names;
    }

    private long name(Operand operand, Index at) {
        return switch (operand) {
            case INPUT -> inputName(at);
            case WEIGHT -> words.weightPlace(at);
            case PARTIAL_SUM, OUTPUT -> words.outputPlace(at);
        };
    }

    void load(Operand operand) {
        each(0, at -> {
            fetch(operand, at);
            counts.kept(operand);
            if (operand != Operand.PARTIAL_SUM) {
                counts.delivered(operand);
            }
        });
    }

    private void fetch(Operand operand, Index at) {
        switch (operand) {
            case INPUT -> inputs.put(inputName(at), words.input(at));
            case WEIGHT -> weights.put((long) words.weightPlace(at), words.weight(at));
            case PARTIAL_SUM, OUTPUT -> sumsIn.put(words.outputPlace(at), words.outputs()[words.outputPlace(at)]);
        }
    }

    /** Words that must be sent for a step, as no element has them. */
    int wordsOfStep(Operand operand, int step) {
        if (operand == Operand.PARTIAL_SUM) {
            return geometry.keepsSums() || !geometry.takesPartialSums()
                    ? 0
                    : distinct(operand, step).size();
        }
        if (geometry.keeps(operand)) {
            return 0;
        }
        Set<Long> names = distinct(operand, step);
        if (operand == Operand.INPUT && slides && step % taps > 0) {
            names.removeAll(slid);
        }
        return names.size();
    }

    /** All words of a step have come. */
    void bring(Operand operand, int step) {
        if (geometry.keeps(operand) || (operand == Operand.PARTIAL_SUM && geometry.keepsSums())) {
            return;
        }
        if (operand == Operand.INPUT && slides) {
            if (step % taps == 0) {
                slid.clear();
            }
            slid.addAll(distinct(operand, step));
        }
        if (operand != Operand.PARTIAL_SUM || geometry.takesPartialSums()) {
            each(step, at -> fetch(operand, at));
        }
    }

    void sent(Operand operand, int count) {
        if (operand != Operand.OUTPUT) {
            counts.sent(operand, count);
        }
    }

    /** All elements make the products of a step; the answer is their sums, by {@link #sumPlaces}, or nothing where sums wait. */
    int[] multiply(int step) {
        Map<Integer, Integer> sums = new LinkedHashMap<>();
        each(step, at -> {
            Integer input = inputs.get(inputName(at));
            Integer weight = weights.get((long) words.weightPlace(at));
            if (input == null || weight == null) {
                throw new InvariantViolation("step " + step + " begins without its words");
            }
            if (!geometry.keeps(Operand.INPUT)) {
                counts.delivered(Operand.INPUT);
            }
            if (!geometry.keeps(Operand.WEIGHT)) {
                counts.delivered(Operand.WEIGHT);
            }
            counts.mac(input == 0, geometry.stationary());
            int product = words.tensors().product(input, weight);
            int output = words.outputPlace(at);
            Map<Integer, Integer> into = geometry.keepsSums() ? kept : sums;
            into.merge(output, product + (into.containsKey(output) ? 0 : before(output)), Integer::sum);
        });
        return sums.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** What earlier passes have added up. */
    private int before(int output) {
        if (!geometry.takesPartialSums()) {
            return 0;
        }
        Integer sum = sumsIn.get(output);
        if (sum == null) {
            throw new InvariantViolation("a step begins without the sums so far");
        }
        return sum;
    }

    List<Integer> sumPlaces(int step) {
        Set<Integer> places = new LinkedHashSet<>();
        each(step, at -> places.add(words.outputPlace(at)));
        return new ArrayList<>(places);
    }

    List<Integer> keptPlaces() {
        return new ArrayList<>(kept.keySet());
    }

    /** The sums that waited. */
    int[] keptSums() {
        for (int element = 0; element < geometry.activeElements(); element++) {
            counts.drained();
        }
        return kept.values().stream().mapToInt(Integer::intValue).toArray();
    }

    void store(List<Integer> places, int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            words.outputs()[places.get(i)] = sums[i];
            counts.left(geometry.activeElements() / places.size());
        }
    }
}
