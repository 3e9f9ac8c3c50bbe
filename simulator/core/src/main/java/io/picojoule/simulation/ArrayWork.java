package io.picojoule.simulation;

import io.picojoule.workload.LayerData;
import io.picojoule.workload.LoopNest;
import io.picojoule.workload.Subwords;
import io.picojoule.workload.WordWidths;

/**
 * What an array sees of one repetition of a layer: a loop nest over words, which hold several values each on a machine that packs.
 *
 * @param words their widths
 * @param facts of the data
 */
record ArrayWork(LoopNest nest, WordWidths words, LayerData data, LayerFacts facts, Subwords subwords) {
    /**
     * @param values widths of the layer's values
     * @param data of the values
     */
    static ArrayWork of(int macsPerLaneCycle, LoopNest nest, WordWidths values, LayerData data) {
        Subwords subwords = Subwords.of(nest, macsPerLaneCycle);
        LayerData packed = subwords.pack(data);
        return new ArrayWork(subwords.pack(nest), subwords.pack(values), packed, new LayerFacts(packed), subwords);
    }

    /** The layer's numbers under its nest, or under the flattened form of it. */
    LayerData dataOf(LoopNest form) {
        return form.equals(nest) ? data : data.flattened();
    }
}
