package io.picojoule.simulation;

import io.picojoule.workload.LayerData;
import io.picojoule.workload.NetworkLayer;
import io.picojoule.workload.WordWidths;
import java.util.Optional;

/** A layer with its tensors, if it has MACs to use them. */
record PreparedLayer(NetworkLayer layer, WordWidths words, Optional<LayerData> data) {}
