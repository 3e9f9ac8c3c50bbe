package io.picojoule.simulation;

import io.picojoule.area.AreaBreakdown;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.Machine;
import io.picojoule.timing.Engine;
import io.picojoule.workload.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network on a machine: every layer that ran, and, in sight, every layer that did not.
 *
 * @param notes what a user should know about the run, a sentence each: the network's own, and values of tensor files that did not fit the word
 * @param area of the machine, where it is known
 */
public record RunResult(
        Machine machine,
        Network network,
        int batch,
        long seed,
        Engine engine,
        EnergyTable energyTable,
        List<LayerResult> layers,
        List<SkippedLayer> skipped,
        List<String> notes,
        Optional<AreaBreakdown> area) {
    public RunResult {
        layers = List.copyOf(layers);
        skipped = List.copyOf(skipped);
        notes = List.copyOf(notes);
    }

    /** On a machine whose area is nobody's question. */
    public RunResult(
            Machine machine,
            Network network,
            int batch,
            long seed,
            Engine engine,
            EnergyTable energyTable,
            List<LayerResult> layers,
            List<SkippedLayer> skipped,
            List<String> notes) {
        this(machine, network, batch, seed, engine, energyTable, layers, skipped, notes, Optional.empty());
    }

    public Totals totals() {
        return layers.stream().map(Totals::of).reduce(Totals.NONE, Totals::plus);
    }

    /** Totals of the layers of each kind, in order of first appearance. */
    public Map<String, Totals> totalsByKind() {
        Map<String, Totals> byKind = new LinkedHashMap<>();
        for (LayerResult layer : layers) {
            byKind.merge(layer.kind(), Totals.of(layer), Totals::plus);
        }
        return byKind;
    }

    public Optional<LayerResult> layer(String name) {
        return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
    }

    public double seconds(long cycles) {
        return (double) cycles / machine.clockHertz();
    }
}
