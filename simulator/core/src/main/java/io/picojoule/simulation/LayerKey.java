package io.picojoule.simulation;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.Mapping;
import io.picojoule.timing.Engine;

/**
 * All that one repetition of a layer's timing depends on.
 *
 * @param machine without what does not matter to timing
 */
record LayerKey(Hashed<SpatialArray> machine, LayerProblem problem, Mapping mapping, Engine engine) {}
