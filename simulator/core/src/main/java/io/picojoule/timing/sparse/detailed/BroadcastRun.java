package io.picojoule.timing.sparse.detailed;

import io.picojoule.timing.Cause;
import io.picojoule.timing.sparse.ActivationVectors;
import io.picojoule.timing.sparse.EngineCounts;
import java.util.ArrayList;
import java.util.List;

/** One run on an engine whose rows are interleaved: every activation goes into every queue, and none while one is full. */
final class BroadcastRun {
    private final EnginePart engine;
    private final EngineCounts counts;
    private final List<EngineElement> elements = new ArrayList<>();

    BroadcastRun(EnginePart engine) {
        this.engine = engine;
        this.counts = engine.counts();
    }

    /** The outputs. */
    long[] run(ActivationVectors.Vector vector) {
        int rows = (engine.part().rows() + engine.machine().processingElements() - 1)
                / engine.machine().processingElements();
        for (int number = 0; number < engine.machine().processingElements(); number++) {
            elements.add(engine.element(number, rows, vector.size()));
        }
        long now = 0;
        int sent = 0;
        while (sent < vector.size() || !elements.stream().allMatch(EngineElement::isDone)) {
            boolean isBlocked =
                    elements.stream().anyMatch(element -> element.queue().isFull());
            for (EngineElement element : elements) {
                element.tick(now, isBlocked ? Cause.QUEUE_FULL : Cause.QUEUE_EMPTY);
            }
            if (sent < vector.size() && isBlocked) {
                counts.blocked(1);
            } else if (sent < vector.size()) {
                send(vector.places()[sent], vector.values()[sent]);
                sent++;
            }
            now++;
        }
        now = engine.drain(elements, now);
        counts.cycles(now);
        return outputs();
    }

    private void send(int place, int value) {
        elements.forEach(element -> element.queue().push(place, value));
        counts.broadcasts(1);
    }

    private long[] outputs() {
        long[] outputs = new long[engine.part().rows()];
        for (int row = 0; row < outputs.length; row++) {
            outputs[row] = elements.get(row % elements.size()).sums()[row / elements.size()];
        }
        return outputs;
    }
}
