package io.picojoule.simulation;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Subwords;
import io.picojoule.workload.WordWidths;

/**
 * What an array sees of one repetition of a layer: a loop nest over words, which hold several values each on a machine that packs.
 *
 * @param words their widths
 */
record ArrayWork(LoopNest nest, WordWidths words, LayerData data, Subwords subwords) {
    /**
     * @param values widths of the layer's values
     * @param data of the values
     */
    static ArrayWork of(SpatialArray machine, LoopNest nest, WordWidths values, LayerData data) {
        Subwords subwords = Subwords.of(nest, machine.processingElement().macsPerLaneCycle(values));
        return new ArrayWork(subwords.pack(nest), subwords.pack(values), subwords.pack(data), subwords);
    }

    /** The layer's numbers under its nest, or under the flattened form of it. */
    LayerData dataOf(LoopNest form) {
        return form.equals(nest) ? data : data.flattened();
    }
}
