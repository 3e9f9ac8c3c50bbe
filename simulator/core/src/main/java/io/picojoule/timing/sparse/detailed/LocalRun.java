package io.picojoule.timing.sparse.detailed;

import io.picojoule.timing.Cause;
import io.picojoule.timing.sparse.ActivationVectors;
import io.picojoule.timing.sparse.EngineCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * One run on an engine whose columns are interleaved: each element finds the non-zeros of its own activations, one a cycle; a tree of
 * adders then sums what they all have of each output.
 */
final class LocalRun {
    private final EnginePart engine;
    private final EngineCounts counts;
    private final List<EngineElement> elements = new ArrayList<>();
    /** By element, where in the vector its next activation is; beyond the end if there is none. */
    private int[] next = new int[0];

    LocalRun(EnginePart engine) {
        this.engine = engine;
        this.counts = engine.counts();
    }

    /** The outputs. */
    long[] run(ActivationVectors.Vector vector) {
        next = new int[engine.machine().processingElements()];
        for (int number = 0; number < next.length; number++) {
            int own = 0;
            for (int i = 0; i < vector.size(); i++) {
                own += vector.places()[i] % next.length == number ? 1 : 0;
            }
            elements.add(engine.element(number, engine.part().rows(), own));
            next[number] = find(vector, number, 0);
        }
        long now = 0;
        while (!elements.stream().allMatch(EngineElement::isDone)) {
            for (int number = 0; number < next.length; number++) {
                EngineElement element = elements.get(number);
                element.tick(now, Cause.QUEUE_EMPTY);
                // What an element finds goes no further than its own queue: into a slot that it has just left, too.
                if (!element.queue().isFull() && next[number] < vector.size()) {
                    element.queue().push(vector.places()[next[number]], vector.values()[next[number]]);
                    counts.broadcasts(1);
                    next[number] = find(vector, number, next[number] + 1);
                }
            }
            now++;
        }
        now = engine.drain(elements, now);
        counts.cycles(now);
        return elements.size() == 1 ? elements.get(0).sums() : summed();
    }

    /** The first activation of the element from {@code from} on. */
    private int find(ActivationVectors.Vector vector, int number, int from) {
        int at = from;
        while (at < vector.size() && vector.places()[at] % next.length != number) {
            at++;
        }
        return at;
    }

    /** The tree of adders, a register behind each: a new output enters in every cycle. */
    private long[] summed() {
        List<long[]> levels = new ArrayList<>();
        for (int width = elements.size(); width > 1; width = (width + 1) / 2) {
            levels.add(new long[(width + 1) / 2]);
        }
        long[] outputs = new long[engine.part().rows()];
        int cycles = 0;
        int out = 0;
        while (out < outputs.length) {
            long[] root = levels.get(levels.size() - 1);
            if (cycles >= levels.size()) {
                outputs[out++] = root[0];
            }
            for (int level = levels.size() - 1; level > 0; level--) {
                add(levels.get(level - 1), levels.get(level));
            }
            int entering = cycles;
            long[] leaves = entering < outputs.length
                    ? elements.stream()
                            .mapToLong(element -> element.sums()[entering])
                            .toArray()
                    : new long[elements.size()];
            add(leaves, levels.get(0));
            cycles++;
        }
        counts.elementCycles(Cause.ACCUMULATE, (long) cycles * elements.size());
        counts.cycles(cycles);
        return outputs;
    }

    private static void add(long[] from, long[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = from[2 * i] + (2 * i + 1 < from.length ? from[2 * i + 1] : 0);
        }
    }
}
