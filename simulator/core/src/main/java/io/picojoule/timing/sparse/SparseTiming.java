package io.picojoule.timing.sparse;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Interleave;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.timing.Cause;
import io.picojoule.timing.LayerTiming;
import io.picojoule.timing.Resource;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.Map;

/** When a layer is done on a sparse engine, and what it did: from what an engine counted, and from the job what follows without counting. */
public record SparseTiming(LayerTiming layer, SparseCounts counts) {
    /** @param counted by one of the engines */
    public static SparseTiming of(SparseJob job, EngineCounts counted) {
        LayerTiming layer = new LayerTiming(
                counted.cycles(),
                counted.cycles(),
                0,
                job.machine().processingElements(),
                job.runs(),
                counted.elementCycles(),
                Map.of(
                        Resource.COMPUTE, counted.busiestElementEntries(),
                        Resource.BROADCAST, sendCycles(job, counted)),
                activity(job, counted));
        return new SparseTiming(layer, counts(job, counted));
    }

    /** The same so often, one after another. */
    public SparseTiming times(int count) {
        return new SparseTiming(layer.times(count), counts.times(count));
    }

    /** Where activations stay with their element, nothing is sent. */
    private static long sendCycles(SparseJob job, EngineCounts counted) {
        return job.machine().interleave() == Interleave.ROWS ? counted.broadcasts() : 0;
    }

    private static SparseCounts counts(SparseJob job, EngineCounts counted) {
        SparseEngine machine = job.machine();
        long stored = 0;
        long padding = 0;
        long pointers = 0;
        for (SparseJob.Part part : job.parts()) {
            EncodedMatrix matrix = part.matrix();
            for (int entries : matrix.entries()) {
                stored += entries;
            }
            for (int fillers : matrix.padding()) {
                padding += fillers;
            }
            pointers += matrix.columns() + 1;
        }
        long codebooks = (long) machine.codebookEntries() * job.words().weightBits() * machine.processingElements();
        return new SparseCounts(
                job.runs(),
                stored,
                padding,
                stored * machine.entryBits()
                        + pointers
                                * machine.processingElements()
                                * machine.pointerSram().pointerBits()
                        + codebooks,
                job.linesOfFullestElement(),
                pointers,
                job.runs() * job.vectors().length(),
                counted.broadcasts(),
                counted.entries(),
                counted.entries() - counted.performedMacs(),
                counted.busiestElementEntries(),
                counted.blockedCycles(),
                counted.pointerReads(),
                counted.matrixLineReads(),
                machine.processingElements());
    }

    private static Activity activity(SparseJob job, EngineCounts counted) {
        SparseEngine machine = job.machine();
        WordWidths words = job.words();
        long sums = counted.performedMacs();
        long skipped = job.macs() - (sums - biases(job));
        Activity.Builder activity = new Activity.Builder()
                .macs(job.macs(), 0)
                .skipped(skipped)
                .words(Action.READ, Operand.PARTIAL_SUM, Level.SCRATCHPAD, sums, words.partialSumBits())
                .words(Action.WRITE, Operand.PARTIAL_SUM, Level.SCRATCHPAD, sums, words.partialSumBits())
                .words(Action.READ, Operand.INPUT, Level.SCRATCHPAD, counted.broadcasts(), words.inputBits())
                .bits(
                        Action.READ,
                        Operand.WEIGHT,
                        Level.POINTER_BUFFER,
                        counted.pointerReads() * machine.pointerSram().bitsOfAColumn())
                .bits(
                        Action.READ,
                        Operand.WEIGHT,
                        Level.WEIGHT_BUFFER,
                        counted.matrixLineReads() * machine.matrixSram().widthBits())
                .cycles(counted.cycles(), machine.processingElements());
        if (machine.interleave() == Interleave.ROWS) {
            long delivered = Math.multiplyExact(counted.broadcasts(), (long) machine.processingElements());
            activity.words(Action.WRITE, Operand.INPUT, Level.NETWORK, counted.broadcasts(), words.inputBits())
                    .words(Action.READ, Operand.INPUT, Level.NETWORK, delivered, words.inputBits())
                    .words(Action.WRITE, Operand.INPUT, Level.QUEUE, delivered, words.inputBits())
                    .words(Action.READ, Operand.INPUT, Level.QUEUE, delivered, words.inputBits());
        } else {
            reduction(job, activity);
        }
        batches(job, activity);
        return activity.build();
    }

    /** A bias is added as a product is, and is no MAC of the layer. */
    private static long biases(SparseJob job) {
        return job.bias() ? outputs(job) : 0;
    }

    private static long outputs(SparseJob job) {
        return job.parts().stream().mapToLong(SparseJob.Part::rows).sum()
                * job.vectors().count();
    }

    /** Every output is the sum of one from each element. */
    private static void reduction(SparseJob job, Activity.Builder activity) {
        long words = outputs(job) * (job.machine().processingElements() - 1);
        int bits = job.words().partialSumBits();
        activity.words(Action.READ, Operand.PARTIAL_SUM, Level.SCRATCHPAD, words, bits)
                .words(Action.WRITE, Operand.PARTIAL_SUM, Level.NETWORK, words, bits)
                .words(Action.READ, Operand.PARTIAL_SUM, Level.NETWORK, words, bits);
    }

    /**
     * Vectors that are longer than the registers, or gathered anew for each output, come from the activation SRAM in batches. Sums that are
     * not done with a batch wait there for the next; what the registers do not keep for the next layer goes there.
     */
    private static void batches(SparseJob job, Activity.Builder activity) {
        long room = job.machine().activationsPerBatch();
        boolean gathered = job.runs() > 1;
        long batches = (job.vectors().length() + room - 1) / room;
        if (gathered || batches > 1) {
            long loaded = job.runs() * job.vectors().length();
            int bits = job.words().inputBits();
            activity.words(Action.READ, Operand.INPUT, Level.GLOBAL_BUFFER, loaded, bits)
                    .words(Action.WRITE, Operand.INPUT, Level.SCRATCHPAD, loaded, bits);
        }
        long waiting = (batches - 1) * outputs(job);
        int sumBits = job.words().partialSumBits();
        activity.words(Action.WRITE, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, waiting, sumBits)
                .words(Action.READ, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, waiting, sumBits);
        if (gathered || batches > 1 || outputs(job) > room) {
            int bits = job.words().outputBits();
            activity.words(Action.READ, Operand.OUTPUT, Level.SCRATCHPAD, outputs(job), bits)
                    .words(Action.WRITE, Operand.OUTPUT, Level.GLOBAL_BUFFER, outputs(job), bits);
        }
    }

    /** Cycles of the elements that were spent with one thing, all elements together. */
    public long elementCycles(Cause cause) {
        return layer.elementCycles().getOrDefault(cause, 0L);
    }
}
