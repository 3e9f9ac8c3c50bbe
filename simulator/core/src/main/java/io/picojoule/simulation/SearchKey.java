package io.picojoule.simulation;

import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.search.Objective;

/**
 * All that a search depends on.
 *
 * @param machine without what does not matter to timing, or to the energy of a layer with MACs
 */
record SearchKey(
        Hashed<SpatialArray> machine, Hashed<EnergyTable> energyTable, Objective objective, LayerProblem problem) {}
