package io.picojoule.report.trace;

import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.RunTrace;
import java.util.ArrayList;
import java.util.List;

/** The events of one run. Each layer has a share of what may be written; what it leaves goes to the layers behind it. */
final class RunEvents implements RunTrace {
    private final TraceWriter writer;
    private final long mostEvents;
    private final long layers;
    private final List<LayerEvents> begun = new ArrayList<>();

    /** @param mostEvents so many, about, may be written */
    RunEvents(TraceWriter writer, RunResult run, long mostEvents) {
        this.writer = writer;
        this.mostEvents = mostEvents;
        this.layers = run.layers().stream()
                .filter(layer -> layer.timing().cycles() > 0)
                .count();
    }

    @Override
    public Course begin(LayerResult layer, long startCycle) {
        long written = begun.stream().mapToLong(LayerEvents::events).sum();
        long share = (mostEvents - written) / (layers - begun.size());
        LayerEvents events = new LayerEvents(writer, layer, startCycle, share);
        begun.add(events);
        return events;
    }

    /** The layers that are not shown to their last pass. */
    List<LayerEvents> shortened() {
        return begun.stream().filter(LayerEvents::isShortened).toList();
    }
}
