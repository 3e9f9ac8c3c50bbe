package io.picojoule.simulation;

import io.picojoule.area.AreaBreakdown;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.search.Objective;
import io.picojoule.timing.Engine;
import io.picojoule.workload.Network;
import java.util.Optional;

/**
 * Everything a run depends on.
 *
 * @param mappings given mappings; a layer without one gets the best that the search finds
 * @param objective what the search makes small
 * @param seed of the synthetic tensors
 * @param area of the machine, where it is known: results tell of it, and nothing else looks at it
 */
public record RunRequest(
        Machine machine,
        Network network,
        EnergyTable energyTable,
        int batch,
        GivenMappings mappings,
        Objective objective,
        Engine engine,
        long seed,
        Optional<AreaBreakdown> area) {
    public RunRequest {
        if (batch < 1) {
            throw new IllegalArgumentException("RunRequest: batch must be at least 1, not " + batch);
        }
    }

    /** On a machine whose area is nobody's question. */
    public RunRequest(
            Machine machine,
            Network network,
            EnergyTable energyTable,
            int batch,
            GivenMappings mappings,
            Objective objective,
            Engine engine,
            long seed) {
        this(machine, network, energyTable, batch, mappings, objective, engine, seed, Optional.empty());
    }

    /** The same with another engine. */
    public RunRequest withEngine(Engine other) {
        return new RunRequest(machine, network, energyTable, batch, mappings, objective, other, seed, area);
    }

    /**
     * The machine of a request that is about an array.
     *
     * @throws IllegalStateException if it is of another kind: our bug
     */
    public SpatialArray array() {
        if (machine instanceof SpatialArray array) {
            return array;
        }
        throw new IllegalStateException(machine.name() + " is no spatial array, but a " + machine.kind());
    }

    /** The same on another machine, of unknown area. */
    public RunRequest withMachine(Machine other) {
        return new RunRequest(other, network, energyTable, batch, mappings, objective, engine, seed);
    }

    /** The same on an array that is wired for another dataflow. */
    public RunRequest withDataflow(String other) {
        return withMachine(array().withDataflow(other));
    }

    /** The same with other mappings given. */
    public RunRequest withMappings(GivenMappings other) {
        return new RunRequest(machine, network, energyTable, batch, other, objective, engine, seed, area);
    }
}
