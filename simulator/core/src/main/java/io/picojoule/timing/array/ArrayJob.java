package io.picojoule.timing.array;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.PassSequence;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.WordWidths;

/**
 * One layer, laid over an array: all that an engine needs.
 *
 * @param words the widths of this layer on this machine
 */
public record ArrayJob(
        SpatialArray machine, PassSequence passes, WordWidths words, LayerData data, TransferSizes transfers) {}
