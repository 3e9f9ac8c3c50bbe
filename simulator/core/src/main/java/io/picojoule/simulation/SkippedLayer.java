package io.picojoule.simulation;

import io.picojoule.workload.NetworkLayer;

/**
 * A layer that did not run and is in no total.
 *
 * @param infeasible whether the machine has the unit and the layer does not fit it; otherwise the machine has no unit for it
 */
public record SkippedLayer(NetworkLayer layer, boolean infeasible, String reason) {}
