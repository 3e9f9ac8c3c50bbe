package io.picojoule.simulation;

import io.picojoule.timing.sparse.SparseCounts;
import java.util.Map;

/**
 * What a sparse engine made of a layer.
 *
 * @param bitsByFormat what the layer's weights take in other formats, by their keys, in the order of tables
 */
public record SparseLayer(SparseCounts counts, Map<String, Long> bitsByFormat) {}
