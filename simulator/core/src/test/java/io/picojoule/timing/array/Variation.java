package io.picojoule.timing.array;

import io.picojoule.hardware.Buses;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.ZeroInputs;
import io.picojoule.mapping.PassSequence;
import io.picojoule.mapping.RowStationary;
import io.picojoule.workload.LayerData;
import io.picojoule.workload.Operand;
import java.util.Set;

/** A job with one thing changed: what a question about more or less of it needs. */
final class Variation {
    private Variation() {}

    static ArrayJob withBandwidth(ArrayJob job, long bytesPerSecond) {
        Dram dram = job.machine().memory().dram();
        return withDram(job, bytesPerSecond, dram.latencyCycles(), dram.overlaps());
    }

    static ArrayJob withDram(ArrayJob job, long bytesPerSecond, long latencyCycles, Set<Operand> overlaps) {
        Dram dram = job.machine().memory().dram();
        Dram other = new Dram(bytesPerSecond, latencyCycles, dram.compression(), dram.compresses(), overlaps);
        return with(job, job.machine().withMemory(job.machine().memory().withDram(other)));
    }

    static ArrayJob withBuses(ArrayJob job, Buses buses) {
        return with(job, machine(job.machine(), job.machine().processingElement(), buses));
    }

    static ArrayJob withElement(ArrayJob job, ProcessingElement element) {
        return with(job, machine(job.machine(), element, job.machine().buses()));
    }

    /** The same element, but for what it does with zeros. */
    static ArrayJob withZeroInputs(ArrayJob job, ZeroInputs zeroInputs) {
        ProcessingElement element = job.machine().processingElement();
        return withElement(
                job,
                new ProcessingElement(
                        element.inputWords(),
                        element.weightWords(),
                        element.partialSumWords(),
                        element.sharedWords(),
                        element.fifoWords(),
                        zeroInputs));
    }

    static ArrayJob withData(ArrayJob job, LayerData data) {
        return new ArrayJob(job.machine(), job.passes(), job.words(), data, job.transfers());
    }

    /** The same mapping over more images, or fewer. */
    static ArrayJob withBatch(ArrayJob job, int batch) {
        PassSequence passes = new PassSequence(RowStationary.mapping(
                job.passes().nest().withBatch(batch),
                RowStationary.parameters(job.passes().mapping())));
        return new ArrayJob(job.machine(), passes, job.words(), job.data(), job.transfers());
    }

    private static ArrayJob with(ArrayJob job, SpatialArray machine) {
        return new ArrayJob(machine, job.passes(), job.words(), job.data(), job.transfers());
    }

    private static SpatialArray machine(SpatialArray machine, ProcessingElement element, Buses buses) {
        return new SpatialArray(
                machine.identity(),
                machine.clockHertz(),
                machine.rows(),
                machine.columns(),
                machine.interconnect(),
                machine.dataflow(),
                machine.words(),
                element,
                buses,
                machine.memory(),
                machine.vectorUnit(),
                machine.fuses(),
                machine.energyTable(),
                machine.mappings());
    }
}
