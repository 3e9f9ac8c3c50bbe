package io.picojoule.simulation;

import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.WordWidths;
import java.util.Optional;

/**
 * A layer, ready to run.
 *
 * @param words widths of its values
 * @param work of the array, if the layer has MACs
 */
record PreparedLayer(NetworkLayer layer, WordWidths words, Optional<ArrayWork> work) {}
