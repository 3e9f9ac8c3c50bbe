package io.picojoule.timing.array.fast;

import io.picojoule.hardware.Buses;
import io.picojoule.hardware.SpatialArray;

/**
 * All of a machine that the course of a pass depends on, beside the geometry of the pass. Machines of other sizes, buffers, clocks or DRAM
 * take as long for the same pass.
 *
 * @param inputStoreWords words of the input scratchpad and its FIFO
 * @param partialSumQueueWords words of the partial-sum scratchpad and its FIFO
 */
record PassMachine(Buses buses, int inputStoreWords, int partialSumQueueWords) {
    static PassMachine of(SpatialArray machine) {
        return new PassMachine(
                machine.buses(),
                machine.processingElement().inputStoreWords(),
                machine.processingElement().partialSumQueueWords());
    }
}
