package io.picojoule.timing.array;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.StreamGeometry;
import io.picojoule.mapping.StreamKinds.Kind;
import io.picojoule.mapping.StreamLimits;
import io.picojoule.mapping.StreamLimits.Residence;
import io.picojoule.mapping.StreamSequence;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.List;

/** The counts of a layer whose words stream past the array, in closed form: sums over the kinds of passes, not over the passes. */
public final class StreamActivity {
    private final SpatialArray machine;
    private final StreamSequence passes;
    private final WordWidths words;
    private final Residence residence;
    private final Activity.Builder counts = new Activity.Builder();
    private long macs;
    private long inputsSent;
    private long weightsSent;
    private long weightBitsOfPasses;
    private long sumsIn;
    private long sumsOut;
    private long loadedElements;
    private long drainedElements;
    private long reloadedElements;
    private long hops;

    private StreamActivity(SpatialArray machine, StreamSequence passes, WordWidths words, Residence residence) {
        this.machine = machine;
        this.passes = passes;
        this.words = words;
        this.residence = residence;
    }

    /** All counts but those of time. */
    public static Activity.Builder of(StreamJob job, List<Kind> kinds) {
        StreamSequence passes = job.passes();
        return of(
                job.machine(),
                passes,
                job.words(),
                job.residence(),
                kinds,
                new ArrayActivity.Moved(
                        passes.grid().inputWordsOfImage(),
                        job.transfers().allInputBits(),
                        job.transfers().allOutputBits()),
                GatedMacs.ofLayer(job.machine(), passes.nest(), job.data()));
    }

    /**
     * As {@link #of(StreamJob, List)}, for transfers that are only estimated.
     *
     * @param once what crosses DRAM for one image if each tile does once
     */
    static Activity.Builder of(
            SpatialArray machine,
            StreamSequence passes,
            WordWidths words,
            Residence residence,
            List<Kind> kinds,
            ArrayActivity.Moved once,
            long gatedMacs) {
        StreamActivity activity = new StreamActivity(machine, passes, words, residence);
        kinds.forEach(activity::add);
        activity.countWeights();
        activity.countInputs(once);
        activity.countSums(once);
        activity.countElements(gatedMacs);
        return activity.counts;
    }

    private void add(Kind kind) {
        StreamGeometry geometry = kind.geometry();
        long count = kind.count();
        macs = Math.addExact(macs, Math.multiplyExact(count, geometry.macs()));
        inputsSent += count * geometry.inputsSent();
        weightsSent += count * geometry.weightsSent();
        long weights = StreamLimits.distinctWeights(passes, geometry) * words.weightBits();
        weightBitsOfPasses += count * machine.memory().dram().weightBits(weights);
        sumsIn += count * geometry.sumsIn();
        sumsOut += count * geometry.sumsOut();
        hops += count * geometry.sumsOut() * geometry.elementsOfSum();
        long elements = count * geometry.activeElements();
        loadedElements += geometry.keeps(Operand.INPUT) || geometry.keeps(Operand.WEIGHT) ? elements : 0;
        drainedElements += geometry.keepsSums() ? elements : 0;
        reloadedElements += geometry.keepsSums() && geometry.takesPartialSums() ? elements : 0;
    }

    private void add(Action action, Operand operand, Level level, long count) {
        counts.words(action, operand, level, count, words.bits(operand));
    }

    private void countWeights() {
        long fetchedBits = residence.weights()
                ? passes.nest().weightWords() * passes.turns(Operand.WEIGHT) * words.weightBits()
                : weightBitsOfPasses;
        counts.bits(Action.READ, Operand.WEIGHT, Level.DRAM, fetchedBits);
        ArrayActivity.weightLevel(machine).ifPresent(level -> {
            counts.bits(Action.WRITE, Operand.WEIGHT, level, fetchedBits);
            add(Action.READ, Operand.WEIGHT, level, weightsSent);
        });
        add(Action.WRITE, Operand.WEIGHT, Level.NETWORK, weightsSent);
        add(Action.READ, Operand.WEIGHT, Level.NETWORK, keeps(Operand.WEIGHT) ? loadedElements : macs);
    }

    private boolean keeps(Operand operand) {
        return passes.rule().keeps(operand);
    }

    private void countInputs(ArrayActivity.Moved once) {
        long images = passes.nest().n();
        if (residence.inputs()) {
            long turns = Math.multiplyExact(images, passes.turns(Operand.INPUT));
            add(Action.WRITE, Operand.INPUT, Level.GLOBAL_BUFFER, Math.multiplyExact(once.inputWords(), turns));
            counts.bits(Action.READ, Operand.INPUT, Level.DRAM, Math.multiplyExact(once.inputBits(), turns));
        } else {
            add(Action.WRITE, Operand.INPUT, Level.GLOBAL_BUFFER, inputsSent);
            add(Action.READ, Operand.INPUT, Level.DRAM, inputsSent);
        }
        add(Action.READ, Operand.INPUT, Level.GLOBAL_BUFFER, inputsSent);
        add(Action.WRITE, Operand.INPUT, Level.NETWORK, inputsSent);
        add(Action.READ, Operand.INPUT, Level.NETWORK, keeps(Operand.INPUT) ? loadedElements : macs);
    }

    private void countSums(ArrayActivity.Moved once) {
        long outputs = passes.nest().outputWords();
        long returning = residence.sums() ? outputs * (passes.turns(Operand.OUTPUT) - 1) : sumsIn;
        add(Action.WRITE, Operand.PARTIAL_SUM, Level.DRAM, returning);
        add(Action.READ, Operand.PARTIAL_SUM, Level.DRAM, returning);
        // Sums that do not wait on the chip come back from DRAM past the buffer.
        boolean waits = residence.sums();
        add(Action.READ, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, returning + (waits ? sumsIn : 0));
        add(Action.WRITE, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, sumsOut + (waits ? returning : 0));
        add(Action.READ, Operand.OUTPUT, Level.GLOBAL_BUFFER, outputs);
        if (residence.sums()) {
            long bits =
                    Math.multiplyExact(once.outputBits(), (long) passes.nest().n());
            counts.bits(Action.WRITE, Operand.OUTPUT, Level.DRAM, bits);
        } else {
            // Word by word as passes make them: no tile is there to be packed.
            add(Action.WRITE, Operand.OUTPUT, Level.DRAM, outputs);
        }
        add(Action.WRITE, Operand.PARTIAL_SUM, Level.NETWORK, sumsIn + sumsOut);
        add(Action.READ, Operand.PARTIAL_SUM, Level.NETWORK, sumsIn + hops);
    }

    /** An element reads what waits in it for each product; a sum that waits is read and written, and read once more when it leaves. */
    private void countElements(long gated) {
        counts.macs(macs, gated);
        long open = macs - gated;
        add(Action.WRITE, Operand.INPUT, Level.SCRATCHPAD, keeps(Operand.INPUT) ? loadedElements : 0);
        add(Action.READ, Operand.INPUT, Level.SCRATCHPAD, keeps(Operand.INPUT) ? macs : 0);
        add(Action.WRITE, Operand.WEIGHT, Level.SCRATCHPAD, keeps(Operand.WEIGHT) ? loadedElements : 0);
        add(Action.READ, Operand.WEIGHT, Level.SCRATCHPAD, keeps(Operand.WEIGHT) ? open : 0);
        if (keeps(Operand.OUTPUT)) {
            add(Action.READ, Operand.PARTIAL_SUM, Level.SCRATCHPAD, open + drainedElements);
            add(Action.WRITE, Operand.PARTIAL_SUM, Level.SCRATCHPAD, open + reloadedElements);
        }
    }
}
