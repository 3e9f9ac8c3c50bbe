package io.picojoule.timing.array;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.mapping.PassGeometry;
import io.picojoule.mapping.PassSequence;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.List;
import java.util.Optional;

/** The counts of a layer in closed form: sums over the kinds of passes, not over the passes. */
public final class ArrayActivity {
    private final SpatialArray machine;
    private final PassSequence passes;
    private final WordWidths words;
    private final Activity.Builder counts = new Activity.Builder();
    private long macs;
    private long firstWordMacs;

    private ArrayActivity(SpatialArray machine, PassSequence passes, WordWidths words) {
        this.machine = machine;
        this.passes = passes;
        this.words = words;
    }

    /** What crosses DRAM for one image: words of all input tiles, and the bits that they and the outputs take. */
    record Moved(long inputWords, long inputBits, long outputBits) {}

    /** All counts but those of time. */
    public static Activity.Builder of(ArrayJob job, List<PassSequence.Kind> kinds) {
        PassSequence passes = job.passes();
        long inputBits = Math.multiplyExact(
                job.transfers().allInputBits(), (long) passes.filterTiles().count());
        Moved moved =
                new Moved(inputWordsOfImage(passes), inputBits, job.transfers().allOutputBits());
        return of(job.machine(), passes, job.words(), kinds, moved, GatedMacs.of(job.machine(), passes, job.data()));
    }

    /** As {@link #of(ArrayJob, List)}, for transfers that are only estimated. */
    static Activity.Builder of(
            SpatialArray machine,
            PassSequence passes,
            WordWidths words,
            List<PassSequence.Kind> kinds,
            Moved moved,
            GatedMacs gated) {
        ArrayActivity activity = new ArrayActivity(machine, passes, words);
        activity.countPasses(kinds);
        activity.countTransfers(moved);
        activity.countScratchpads(gated);
        return activity.counts;
    }

    private void add(Action action, Operand operand, Level level, long count) {
        counts.words(action, operand, level, count, words.bits(operand));
    }

    private void countPasses(List<PassSequence.Kind> kinds) {
        Optional<Level> weightLevel = weightLevel(machine);
        for (PassSequence.Kind kind : kinds) {
            PassGeometry geometry = kind.geometry();
            long inputs = kind.count() * geometry.inputWords();
            long inputDeliveries = kind.count()
                    * geometry.images()
                    * geometry.sentColumns()
                    * geometry.channels()
                    * geometry.filterRows()
                    * geometry.chainColumns();
            long weights = kind.count() * geometry.weightWords();
            long weightDeliveries = weights * geometry.outputRows();
            long out = kind.count() * geometry.partialSumWords();
            long in = geometry.takesPartialSums() ? out : 0;
            macs = Math.addExact(macs, kind.count() * geometry.macs());
            firstWordMacs += out * geometry.chainRows();
            add(Action.READ, Operand.WEIGHT, Level.DRAM, weights);
            weightLevel.ifPresent(level -> {
                add(Action.WRITE, Operand.WEIGHT, level, weights);
                add(Action.READ, Operand.WEIGHT, level, weights);
            });
            add(Action.READ, Operand.INPUT, Level.GLOBAL_BUFFER, inputs);
            add(Action.READ, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, in);
            add(Action.WRITE, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, out);
            add(Action.WRITE, Operand.INPUT, Level.NETWORK, inputs);
            add(Action.READ, Operand.INPUT, Level.NETWORK, inputDeliveries);
            add(Action.WRITE, Operand.WEIGHT, Level.NETWORK, weights);
            add(Action.READ, Operand.WEIGHT, Level.NETWORK, weightDeliveries);
            add(Action.WRITE, Operand.PARTIAL_SUM, Level.NETWORK, in + out);
            add(Action.READ, Operand.PARTIAL_SUM, Level.NETWORK, in + out * geometry.chainRows());
            add(Action.WRITE, Operand.INPUT, Level.SCRATCHPAD, inputDeliveries);
            add(Action.WRITE, Operand.WEIGHT, Level.SCRATCHPAD, weightDeliveries);
        }
    }

    /** Where weights wait on the chip, if they do. */
    public static Optional<Level> weightLevel(SpatialArray machine) {
        if (machine.memory().weightBuffer().isPresent()) {
            return Optional.of(Level.WEIGHT_BUFFER);
        }
        return machine.memory().weightsInGlobalBuffer() ? Optional.of(Level.GLOBAL_BUFFER) : Optional.empty();
    }

    /** Words of all input tiles of one image, each as often as it is fetched. */
    static long inputWordsOfImage(PassSequence passes) {
        return passes.grid().inputWordsOfImage() * passes.filterTiles().count();
    }

    private void countTransfers(Moved moved) {
        int images = passes.nest().n();
        add(Action.WRITE, Operand.INPUT, Level.GLOBAL_BUFFER, Math.multiplyExact(moved.inputWords, (long) images));
        add(Action.READ, Operand.OUTPUT, Level.GLOBAL_BUFFER, passes.nest().outputWords());
        counts.bits(Action.READ, Operand.INPUT, Level.DRAM, Math.multiplyExact(moved.inputBits, (long) images));
        counts.bits(Action.WRITE, Operand.OUTPUT, Level.DRAM, Math.multiplyExact(moved.outputBits, (long) images));
    }

    private void countScratchpads(GatedMacs gated) {
        counts.macs(macs, gated.all() - gated.skipped()).skipped(gated.skipped());
        add(Action.READ, Operand.INPUT, Level.SCRATCHPAD, macs - gated.skipped());
        add(Action.READ, Operand.WEIGHT, Level.SCRATCHPAD, macs - gated.all());
        // The first MAC of a partial sum starts it and reads none; the last hands it on and writes none.
        long open = macs - gated.all();
        add(Action.READ, Operand.PARTIAL_SUM, Level.SCRATCHPAD, open - (firstWordMacs - gated.firstWord()));
        add(Action.WRITE, Operand.PARTIAL_SUM, Level.SCRATCHPAD, open - (firstWordMacs - gated.lastWord()));
    }
}
