package io.picojoule.energy;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.ProcessingElement;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.VectorUnit;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.OptionalInt;

/** Counts times a table: the one place where energy is computed. */
public final class EnergyModel {
    private static final double PICOJOULES_PER_MILLIJOULE = 1e9;
    private static final Level[] LEVELS = Level.values();
    private static final Operand[] OPERANDS = Operand.values();

    private final EnergyTable table;
    private final SpatialArray machine;
    private final double macEnergy;
    private final double lookUpEnergy;

    /** By level, then operand: a search prices millions of candidates, so these are plain arrays. */
    private final double[][] energyPerBit = new double[Level.values().length][Operand.values().length];

    /** Prices for a layer whose words have these widths on this machine. */
    public EnergyModel(EnergyTable table, SpatialArray machine, WordWidths words) {
        this(table, machine, words, 1);
    }

    /**
     * For counts of MAC slots instead of MACs, as an array that packs makes them.
     *
     * @param words the widths of values, not of packed words
     * @param macsPerSlot on average
     */
    public EnergyModel(EnergyTable table, SpatialArray machine, WordWidths words, double macsPerSlot) {
        this.table = table;
        this.machine = machine;
        this.macEnergy = macsPerSlot * MacEnergy.of(table, words.inputBits(), words.weightBits());
        this.lookUpEnergy = lookUpEnergy(words.outputBits());
        for (Level level : LEVELS) {
            for (Operand operand : OPERANDS) {
                energyPerBit[level.ordinal()][operand.ordinal()] = energyPerWord(level, operand) / table.wordBits();
            }
        }
    }

    /** What these counts cost. */
    public EnergyBreakdown price(Activity activity) {
        EnergyBreakdown.Builder energy = new EnergyBreakdown.Builder();
        energy.add(Component.MAC, (activity.macs() - activity.gatedMacs()) * macEnergy);
        energy.add(Component.VECTOR_UNIT, activity.vectorOperations() * table.vectorOperation());
        energy.add(Component.VECTOR_UNIT, activity.lookUps() * lookUpEnergy);
        energy.add(Component.CLOCK, activity.clockedElementCycles() * table.clock());
        double seconds = (double) activity.cycles() / machine.clockHertz();
        energy.add(Component.STATIC, table.staticMilliwatts() * seconds * PICOJOULES_PER_MILLIJOULE);
        for (Level level : LEVELS) {
            for (Operand operand : OPERANDS) {
                energy.add(component(level), operand, accessEnergy(activity, level, operand));
            }
        }
        return energy.build();
    }

    /** The total of {@link #price}, but for the order in which doubles are added; what a search asks for each of its candidates. */
    public double total(Activity activity) {
        double seconds = (double) activity.cycles() / machine.clockHertz();
        double sum = (activity.macs() - activity.gatedMacs()) * macEnergy
                + activity.vectorOperations() * table.vectorOperation()
                + activity.lookUps() * lookUpEnergy
                + activity.clockedElementCycles() * table.clock()
                + table.staticMilliwatts() * seconds * PICOJOULES_PER_MILLIJOULE;
        for (Level level : LEVELS) {
            for (Operand operand : OPERANDS) {
                sum += accessEnergy(activity, level, operand);
            }
        }
        return sum;
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

    private double energyPerWord(Level level, Operand operand) {
        return switch (level) {
            case SCRATCHPAD -> scratchpadEnergy(operand);
            case NETWORK -> 0; // priced by deliveries and drives, below
            case GLOBAL_BUFFER ->
                table.globalBuffer()
                        .orElseGet(() -> SramEnergy.of(
                                table.sram(), machine.memory().globalBuffer().capacityBytes()));
            case WEIGHT_BUFFER ->
                table.weightBuffer()
                        .orElseGet(() -> machine.memory()
                                .weightBuffer()
                                .map(buffer -> SramEnergy.of(table.sram(), buffer.capacityBytes()))
                                .orElse(0.0));
            case DRAM -> table.dram();
        };
    }

    /** By the size of the scratchpad, whose words are the machine's: narrower ones of a layer do not make it smaller. */
    private double scratchpadEnergy(Operand operand) {
        Double stated = table.scratchpad().get(operand);
        if (stated != null) {
            return stated;
        }
        ProcessingElement element = machine.processingElement();
        int own = switch (operand) {
            case INPUT -> element.inputWords();
            case WEIGHT -> element.weightWords();
            case PARTIAL_SUM, OUTPUT -> element.partialSumWords();
        };
        long bits = (long) element.sharedWords().orElse(own) * machine.words().bits(operand);
        return SramEnergy.of(table.sram(), Math.max(1, bits / 8));
    }

    private static Component component(Level level) {
        return switch (level) {
            case SCRATCHPAD -> Component.SCRATCHPAD;
            case NETWORK -> Component.NETWORK;
            case GLOBAL_BUFFER -> Component.GLOBAL_BUFFER;
            case WEIGHT_BUFFER -> Component.WEIGHT_BUFFER;
            case DRAM -> Component.DRAM;
        };
    }
}
