package io.picojoule.timing.array;

import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.RowStationary;
import io.picojoule.workload.LayerData;

/**
 * A generated machine with a layer laid over it.
 *
 * @param number with the seed, it makes the same case again
 * @param layer the numbers before any of them share a word, under the layer's own loop nest
 */
record RandomCase(long seed, int number, LayerData layer, ArrayJob job) {
    /** All that is needed to see, and to repeat, a failure. */
    String description() {
        SpatialArray machine = job.machine();
        return "case " + number + " of seed " + seed + " (-Dpicojoule.seed=" + seed + " -Dpicojoule.case=" + number
                + ")"
                + "\n  element  " + machine.processingElement()
                + "\n  buses    " + machine.buses()
                + "\n  dram     " + machine.memory().dram() + " at " + machine.clockHertz() + " Hz"
                + "\n  weights  " + machine.memory().weightBuffer() + ", global buffer holds "
                + machine.memory().globalBuffer().holds()
                + "\n  words    " + job.words()
                + ", values in an input word " + job.data().valuesPerWord()
                + "\n  layer    " + layer.nest()
                + "\n  mapping  " + RowStationary.parameters(job.passes().mapping());
    }
}
