package io.picojoule.timing.processor;

import io.picojoule.timing.LayerTiming;

/**
 * A layer on a processor.
 *
 * @param kernel that multiplied most: its algorithm and its tile
 * @param launches kernels that were started
 */
public record ProcessorTiming(LayerTiming layer, String kernel, long launches) {}
