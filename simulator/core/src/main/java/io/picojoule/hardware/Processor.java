package io.picojoule.hardware;

import io.picojoule.workload.WordWidths;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A CPU, a GPU or an FPGA board, with the library that runs networks on it.
 *
 * @param cores streaming multiprocessors of a GPU
 * @param lanes of a core: multipliers of numbers of 32 bits
 * @param laneRates MACs of one lane in a cycle, by type of number; those that are not there cannot be computed with
 * @param precision the type of all numbers in a run
 * @param registerBytes of a core
 * @param skipsZeroWeights whether pruned layers are kept in compressed rows
 */
public record Processor(
        MachineIdentity identity,
        DeviceClass deviceClass,
        long clockHertz,
        int cores,
        int lanes,
        Map<NumberType, Integer> laneRates,
        NumberType precisionType,
        long registerBytes,
        ProcessorMemory memory,
        KernelLibrary library,
        boolean skipsZeroWeights,
        PowerRange power,
        Set<String> fuses,
        String energyTable)
        implements Machine {
    /** Of all cores: far above any that is built, and few enough to be counted cycle by cycle. */
    public static final int MOST_LANES = 1 << 24;

    public Processor {
        laneRates = Map.copyOf(laneRates);
        fuses = Set.copyOf(fuses);
        if (clockHertz < 1 || cores < 1 || lanes < 1 || registerBytes < 1) {
            throw new IllegalArgumentException("Processor: clock, cores, lanes and registers must be at least 1");
        }
        if ((long) cores * lanes > MOST_LANES) {
            throw new IllegalArgumentException("Processor: at most " + MOST_LANES + " lanes in all cores");
        }
        if (!laneRates.containsKey(precisionType)) {
            throw new IllegalArgumentException("Processor: " + noMacs(precisionType));
        }
    }

    /** What is wrong with a precision that the lanes do not have. */
    public static String noMacs(NumberType type) {
        return "no MACs of " + type.key() + " a cycle are stated";
    }

    @Override
    public String kind() {
        return "processor";
    }

    @Override
    public long elements() {
        return (long) cores * lanes;
    }

    /** MACs of one lane in a cycle, at the precision of the run. */
    public int macsPerLaneCycle() {
        return Objects.requireNonNull(laneRates.get(precisionType));
    }

    /** Bytes of a value in memory. */
    public double wordBytes() {
        return (double) precisionType.bits() / Byte.SIZE;
    }

    @Override
    public WordWidths words() {
        return precisionType.words();
    }

    @Override
    public WordWidths precision() {
        return words();
    }

    /** Its lanes do all layers. */
    @Override
    public Optional<VectorUnit> vectorUnit() {
        return Optional.empty();
    }

    @Override
    public Optional<Dram> dram() {
        return Optional.of(memory.dram());
    }
}
