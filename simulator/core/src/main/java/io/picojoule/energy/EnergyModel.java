package io.picojoule.energy;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.VectorUnit;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Counts times a table: the one place where energy is computed. */
public final class EnergyModel {
    private static final double PICOJOULES_PER_MILLIJOULE = 1e9;
    private static final double MILLI = 1e3;
    private static final Level[] LEVELS = Level.values();
    private static final Operand[] OPERANDS = Operand.values();

    private final EnergyTable table;
    private final Machine machine;
    private final double macEnergy;
    private final double lookUpEnergy;
    private final double staticMilliwatts;

    /** By level, then operand: a search prices millions of candidates, so these are plain arrays. */
    private final double[][] energyPerBit = new double[Level.values().length][Operand.values().length];
    /** Whose accesses cost something: no others need be added up. */
    private final Level[] pricedLevels;

    /** Whether the table says what a MAC of the machine costs. */
    public static boolean pricesMacs(EnergyTable table, Machine machine) {
        return MacEnergy.hasIntegers(table)
                || machine instanceof Processor processor
                        && table.macEnergy()
                                .containsKey(processor.precisionType().key());
    }

    /**
     * Prices for a layer whose words have these widths on this machine.
     *
     * @throws IllegalArgumentException unless the table {@linkplain #pricesMacs prices} the machine's MACs
     */
    public EnergyModel(EnergyTable table, Machine machine, WordWidths words) {
        this(table, machine, words, 1);
    }

    /**
     * For counts of MAC slots instead of MACs, as an array that packs makes them.
     *
     * @param words the widths of values, not of packed words
     * @param macsPerSlot on average
     */
    public EnergyModel(EnergyTable table, Machine machine, WordWidths words, double macsPerSlot) {
        this.table = table;
        this.machine = machine;
        this.macEnergy = macsPerSlot
                * (machine instanceof Processor processor
                        ? MacEnergy.of(table, processor.precisionType())
                        : MacEnergy.of(table, words.inputBits(), words.weightBits()));
        this.staticMilliwatts = table.staticMilliwatts()
                + (machine instanceof Processor processor && table.unit() != EnergyTable.Unit.MAC
                        ? processor.power().idleWatts() * MILLI
                        : 0);
        this.lookUpEnergy = lookUpEnergy(words.outputBits());
        for (Level level : LEVELS) {
            for (Operand operand : OPERANDS) {
                energyPerBit[level.ordinal()][operand.ordinal()] = energyPerWord(level, operand) / table.wordBits();
            }
        }
        this.pricedLevels = Arrays.stream(LEVELS)
                .filter(level -> level == Level.NETWORK
                        || Arrays.stream(energyPerBit[level.ordinal()]).anyMatch(price -> price != 0))
                .toArray(Level[]::new);
    }

    /** What these counts cost. */
    public EnergyBreakdown price(Activity activity) {
        EnergyBreakdown.Builder energy = new EnergyBreakdown.Builder();
        tell(activity, LEVELS, (component, operand, term) -> {
            if (operand == null) {
                energy.add(component, term);
            } else {
                energy.add(component, operand, term);
            }
        });
        return withinLimit(energy.build(), (double) activity.cycles() / machine.clockHertz());
    }

    /** A processor that would draw more than its limit holds it, by a lower voltage: what that costs in time is not modelled. */
    private EnergyBreakdown withinLimit(EnergyBreakdown energy, double seconds) {
        if (!(machine instanceof Processor processor) || table.unit() == EnergyTable.Unit.MAC) {
            return energy;
        }
        double limit = processor.power().limitWatts() * MILLI * seconds * PICOJOULES_PER_MILLIJOULE;
        return energy.total() > limit ? energy.times(limit / energy.total()) : energy;
    }

    /** The total of {@link #price}, but for a limit of power and the order in which doubles are added; what a search asks for each of its candidates. */
    public double total(Activity activity) {
        Sum sum = new Sum();
        tell(activity, pricedLevels, sum);
        return sum.energy;
    }

    /** Takes the terms of which energy is the sum. */
    private interface Terms {
        void add(Component component, @Nullable Operand operand, double energy);
    }

    private static final class Sum implements Terms {
        private double energy;

        @Override
        public void add(Component component, @Nullable Operand operand, double term) {
            energy += term;
        }
    }

    /** @param levels all that cost something, and any others */
    private void tell(Activity activity, Level[] levels, Terms terms) {
        terms.add(Component.MAC, null, (activity.performedMacs() - activity.gatedMacs()) * macEnergy);
        terms.add(Component.VECTOR_UNIT, null, activity.vectorOperations() * table.vectorOperation());
        terms.add(Component.VECTOR_UNIT, null, activity.lookUps() * lookUpEnergy);
        terms.add(Component.CLOCK, null, activity.clockedElementCycles() * table.clock());
        double seconds = (double) activity.cycles() / machine.clockHertz();
        terms.add(Component.STATIC, null, staticMilliwatts * seconds * PICOJOULES_PER_MILLIJOULE);
        for (Level level : levels) {
            for (Operand operand : OPERANDS) {
                terms.add(component(level), operand, accessEnergy(activity, level, operand));
            }
        }
    }

    /** A read of an SRAM that holds the table. */
    private double lookUpEnergy(int wordBits) {
        OptionalInt entries =
                machine.vectorUnit().map(VectorUnit::lookUpTableEntries).orElse(OptionalInt.empty());
        if (entries.isEmpty()) {
            return 0;
        }
        long bytes = (long) entries.getAsInt() * wordBits / 8;
        return SramEnergy.of(table.sram(), Math.max(1, bytes)) * wordBits / table.wordBits();
    }

    private double accessEnergy(Activity activity, Level level, Operand operand) {
        long reads = activity.bits(Action.READ, operand, level);
        long writes = activity.bits(Action.WRITE, operand, level);
        if (level == Level.NETWORK) {
            return (reads * table.link() + writes * table.bus()) / table.wordBits();
        }
        return (reads + writes) * energyPerBit[level.ordinal()][operand.ordinal()];
    }

    /** What the table says of a level, else that of an SRAM of the machine's capacity there. */
    private double energyPerWord(Level level, Operand operand) {
        OptionalDouble stated = stated(level, operand);
        if (stated.isPresent()) {
            return stated.getAsDouble();
        }
        OptionalLong bytes = Capacities.bytes(machine, level, operand);
        return bytes.isPresent() ? SramEnergy.of(table.sram(), bytes.getAsLong()) : 0;
    }

    private OptionalDouble stated(Level level, Operand operand) {
        return switch (level) {
            case SCRATCHPAD -> scratchpad(operand);
            case NETWORK -> OptionalDouble.of(0); // priced by deliveries and drives, above
            case GLOBAL_BUFFER -> table.globalBuffer();
            case WEIGHT_BUFFER -> table.weightBuffer();
            case POINTER_BUFFER -> table.pointerBuffer();
            case QUEUE -> table.queue();
            case SHARED, L1, L2, L3 -> OptionalDouble.empty();
            case DRAM -> OptionalDouble.of(table.dram());
        };
    }

    private OptionalDouble scratchpad(Operand operand) {
        Double stated = table.scratchpad().get(operand);
        return stated == null ? OptionalDouble.empty() : OptionalDouble.of(stated);
    }

    private static Component component(Level level) {
        return switch (level) {
            case SCRATCHPAD -> Component.SCRATCHPAD;
            case NETWORK -> Component.NETWORK;
            case GLOBAL_BUFFER -> Component.GLOBAL_BUFFER;
            case WEIGHT_BUFFER -> Component.WEIGHT_BUFFER;
            case POINTER_BUFFER -> Component.POINTER_BUFFER;
            case QUEUE -> Component.QUEUE;
            case SHARED -> Component.SHARED;
            case L1 -> Component.L1;
            case L2 -> Component.L2;
            case L3 -> Component.L3;
            case DRAM -> Component.DRAM;
        };
    }
}
