package io.picojoule.report.comparison;

import io.picojoule.hardware.Dram;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.MachineIdentity;
import io.picojoule.hardware.Processor;
import io.picojoule.report.Machines;
import io.picojoule.report.Si;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.Roofline;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In what machines differ whatever they run, and whatever kind they are of: precision, technology, year, price, speed. */
public record MachineFacts(Entrant entrant) {
    private static final double OPERATIONS_PER_MAC = 2;
    private static final int LONGEST_PRICE = 6;

    /** What {@link #texts} has, in its order. */
    public static final List<String> TITLES =
            List.of("precision", "technology", "year", "price", "area", "clock", "peak", "DRAM", "energy table");

    public Machine machine() {
        return entrant.run().machine();
    }

    public MachineIdentity identity() {
        return machine().identity();
    }

    /** The highest peak of any layer that ran, in op/s: where values are narrow, or of several widths, multipliers may do more. */
    public double peakOperationsPerSecond() {
        return entrant.run().layers().stream()
                .map(LayerResult::roofline)
                .mapToDouble(Roofline::peakOperationsPerSecond)
                .max()
                .orElse(OPERATIONS_PER_MAC
                        * machine().macsPerCycle()
                        * machine().clockHertz());
    }

    /** Of DRAM; nothing where there is none. */
    public OptionalLong dramBytesPerSecond() {
        return machine().dram().map(Dram::bytesPerSecond).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** {@code 16 bit}, {@code input 8, weight 8, partial-sum 32, output 8 bit}; of the values of a network that states none. */
    public String precision() {
        return machine() instanceof Processor processor
                ? processor.precisionType().key()
                : text(machine().precision());
    }

    static String text(WordWidths words) {
        Set<Integer> widths =
                Arrays.stream(Operand.values()).map(words::bits).collect(Collectors.toCollection(TreeSet::new));
        return widths.size() == 1
                ? widths.iterator().next() + " bit"
                : Arrays.stream(Operand.values())
                        .map(operand -> operand.key() + " " + words.bits(operand))
                        .collect(Collectors.joining(", ", "", " bit"));
    }

    /** For people, in the order of {@link #TITLES}. */
    public List<String> texts() {
        return List.of(
                precision(),
                identity().technology().isBlank() ? Si.NONE : identity().technology(),
                identity().year().isPresent()
                        ? Integer.toString(identity().year().getAsInt())
                        : Si.NONE,
                identity().priceDollars().isPresent()
                        ? "$ " + Si.shortest(identity().priceDollars().getAsDouble(), LONGEST_PRICE)
                        : Si.NONE,
                Machines.area(entrant.run()),
                Si.format(machine().clockHertz(), "Hz"),
                Si.format(peakOperationsPerSecond(), "op/s"),
                dramBytesPerSecond().isPresent()
                        ? Si.format(dramBytesPerSecond().getAsLong(), "B/s")
                        : Si.NONE,
                entrant.run().energyTable().name());
    }
}
