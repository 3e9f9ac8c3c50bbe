package io.picojoule.activity;

import io.picojoule.workload.Operand;
import java.util.Arrays;

/**
 * Counts of everything that costs energy. Accesses are counted in bits, so that layers of different word widths add up and compressed
 * transfers need no rounding to words.
 *
 * <p>An immutable value: {@link #NONE} and {@link #plus} make totals a fold.
 */
public final class Activity {
    private static final int LEVELS = Level.values().length;
    private static final int OPERANDS = Operand.values().length;
    private static final int ACTIONS = Action.values().length;

    /** Nothing happened. */
    public static final Activity NONE = new Builder().build();

    private final long[] bits;
    private final long macs;
    private final long gatedMacs;
    private final long skippedMacs;
    private final long vectorOperations;
    private final long lookUps;
    private final long clockedElementCycles;
    private final long cycles;

    private Activity(Builder builder) {
        this.bits = builder.bits.clone();
        this.macs = builder.macs;
        this.gatedMacs = builder.gatedMacs;
        this.skippedMacs = builder.skippedMacs;
        this.vectorOperations = builder.vectorOperations;
        this.lookUps = builder.lookUps;
        this.clockedElementCycles = builder.clockedElementCycles;
        this.cycles = builder.cycles;
    }

    private static int index(Action action, Operand operand, Level level) {
        return (level.ordinal() * OPERANDS + operand.ordinal()) * ACTIONS + action.ordinal();
    }

    public long bits(Action action, Operand operand, Level level) {
        return bits[index(action, operand, level)];
    }

    /** Bits read and written at a level, all operands. */
    public long bits(Level level) {
        long sum = 0;
        int first = level.ordinal() * OPERANDS * ACTIONS;
        for (int i = first; i < first + OPERANDS * ACTIONS; i++) {
            sum += bits[i];
        }
        return sum;
    }

    /** All multiply-accumulates of the layer, those with a zero input included. */
    public long macs() {
        return macs;
    }

    /** Those of {@link #macs} that cost neither a cycle nor energy, because an input or a weight was zero. */
    public long skippedMacs() {
        return skippedMacs;
    }

    /** Those of {@link #macs} that took a cycle of a multiplier. */
    public long performedMacs() {
        return macs - skippedMacs;
    }

    /** Those of {@link #performedMacs} that were switched off because the input was zero. */
    public long gatedMacs() {
        return gatedMacs;
    }

    /** MACs that a zero spared: {@link #gatedMacs} and {@link #skippedMacs}. */
    public long sparedMacs() {
        return gatedMacs + skippedMacs;
    }

    /** Element operations of the vector unit. */
    public long vectorOperations() {
        return vectorOperations;
    }

    /** Reads of the vector unit's table of functions. Each is one of {@link #vectorOperations}. */
    public long lookUps() {
        return lookUps;
    }

    /** Cycles summed over the processing elements that have a clock: a machine gates off those that a mapping leaves unused. */
    public long clockedElementCycles() {
        return clockedElementCycles;
    }

    /** Cycles of the whole machine. */
    public long cycles() {
        return cycles;
    }

    /** These counts with other MACs: what MAC slots of several MACs each come to. */
    public Activity withMacs(long all, long gated, long skipped) {
        Builder builder = new Builder().add(this);
        builder.macs = all;
        builder.gatedMacs = gated;
        builder.skippedMacs = skipped;
        return builder.build();
    }

    public Activity plus(Activity other) {
        return new Builder().add(this).add(other).build();
    }

    /** The same so often. */
    public Activity times(long count) {
        Builder product = new Builder();
        for (int i = 0; i < bits.length; i++) {
            product.bits[i] = Math.multiplyExact(bits[i], count);
        }
        product.macs = Math.multiplyExact(macs, count);
        product.gatedMacs = Math.multiplyExact(gatedMacs, count);
        product.skippedMacs = Math.multiplyExact(skippedMacs, count);
        product.vectorOperations = Math.multiplyExact(vectorOperations, count);
        product.lookUps = Math.multiplyExact(lookUps, count);
        product.clockedElementCycles = Math.multiplyExact(clockedElementCycles, count);
        product.cycles = Math.multiplyExact(cycles, count);
        return product.build();
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Activity other
                && Arrays.equals(bits, other.bits)
                && macs == other.macs
                && gatedMacs == other.gatedMacs
                && skippedMacs == other.skippedMacs
                && vectorOperations == other.vectorOperations
                && lookUps == other.lookUps
                && clockedElementCycles == other.clockedElementCycles
                && cycles == other.cycles;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits) * 31 + Long.hashCode(macs + cycles);
    }

    /** Every count that is not zero, a line each: what a failing comparison shows. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                "macs " + macs + ", gated " + gatedMacs + ", skipped " + skippedMacs + ", vector " + vectorOperations
                        + ", look-ups " + lookUps + ", element cycles " + clockedElementCycles + ", cycles " + cycles);
        for (Level level : Level.values()) {
            for (Operand operand : Operand.values()) {
                for (Action action : Action.values()) {
                    long count = bits(action, operand, level);
                    if (count != 0) {
                        text.append("\n  ").append(level.key()).append(' ').append(operand.key());
                        text.append(action == Action.READ ? " read " : " write ")
                                .append(count)
                                .append(" bit");
                    }
                }
            }
        }
        return text.toString();
    }

    /** Collects counts. Not thread safe. */
    public static final class Builder {
        private final long[] bits = new long[LEVELS * OPERANDS * ACTIONS];
        private long macs;
        private long gatedMacs;
        private long skippedMacs;
        private long vectorOperations;
        private long lookUps;
        private long clockedElementCycles;
        private long cycles;

        /** Adds {@code words} words of {@code wordBits} bits each. */
        public Builder words(Action action, Operand operand, Level level, long words, int wordBits) {
            return bits(action, operand, level, Math.multiplyExact(words, wordBits));
        }

        public Builder bits(Action action, Operand operand, Level level, long count) {
            int index = index(action, operand, level);
            bits[index] = Math.addExact(bits[index], count);
            return this;
        }

        public Builder macs(long all, long gated) {
            macs = Math.addExact(macs, all);
            gatedMacs = Math.addExact(gatedMacs, gated);
            return this;
        }

        /** Of the MACs already counted. */
        public Builder skipped(long count) {
            skippedMacs = Math.addExact(skippedMacs, count);
            return this;
        }

        public Builder vectorOperations(long count) {
            vectorOperations = Math.addExact(vectorOperations, count);
            return this;
        }

        /** Reads of the table, beside the operations that they are. */
        public Builder lookUps(long count) {
            lookUps = Math.addExact(lookUps, count);
            return this;
        }

        /** Adds {@code machineCycles} during which {@code elements} processing elements had a clock. */
        public Builder cycles(long machineCycles, long elements) {
            cycles = Math.addExact(cycles, machineCycles);
            clockedElementCycles = Math.addExact(clockedElementCycles, Math.multiplyExact(machineCycles, elements));
            return this;
        }

        public Builder add(Activity other) {
            for (int i = 0; i < bits.length; i++) {
                bits[i] = Math.addExact(bits[i], other.bits[i]);
            }
            macs(other.macs, other.gatedMacs);
            skipped(other.skippedMacs);
            vectorOperations(other.vectorOperations);
            lookUps(other.lookUps);
            clockedElementCycles = Math.addExact(clockedElementCycles, other.clockedElementCycles);
            cycles = Math.addExact(cycles, other.cycles);
            return this;
        }

        public Activity build() {
            return new Activity(this);
        }
    }
}
