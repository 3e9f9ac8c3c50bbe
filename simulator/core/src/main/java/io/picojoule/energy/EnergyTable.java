package io.picojoule.energy;

import io.picojoule.workload.Operand;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What each action costs. Energies are in picojoules, or, in a normalised table, in multiples of one MAC; those of words hold for
 * {@code wordBits} and scale with the bits of narrower and wider words.
 *
 * @param macEnergy of one multiply-accumulate, by type: {@code int16}, {@code fp32} ...
 * @param sram reads and writes of an SRAM by its capacity, ascending; log-log between, clamped outside
 * @param scratchpad where stated, instead of {@code sram}, by operand
 * @param globalBuffer where stated, instead of {@code sram}
 * @param weightBuffer where stated, instead of {@code sram}
 * @param pointerBuffer where stated, instead of {@code sram}: a word of a sparse engine's pointers
 * @param queue where stated, instead of {@code sram}: a word put into, or taken from, a queue of a sparse engine
 * @param link a word delivered over a bus or to a neighbour
 * @param bus a word driven onto a bus, however many it is delivered to
 * @param dram a word read or written
 * @param vectorOperation an element operation of the vector unit
 * @param clock a cycle of a processing element that is not gated off
 * @param staticMilliwatts power that flows whatever happens; in a normalised table it must be 0
 */
public record EnergyTable(
        String name,
        String description,
        String source,
        String technology,
        Unit unit,
        int wordBits,
        Map<String, Double> macEnergy,
        List<SramPoint> sram,
        Map<Operand, Double> scratchpad,
        OptionalDouble globalBuffer,
        OptionalDouble weightBuffer,
        OptionalDouble pointerBuffer,
        OptionalDouble queue,
        double link,
        double bus,
        double dram,
        double vectorOperation,
        double clock,
        double staticMilliwatts) {

    /** What the figures are multiples of. */
    public enum Unit {
        PICOJOULE,
        MAC
    }

    /** The energy of a word of an SRAM of this size. */
    public record SramPoint(long capacityBytes, double energy) {}

    public EnergyTable {
        macEnergy = Map.copyOf(macEnergy);
        sram = List.copyOf(sram);
        scratchpad = Map.copyOf(scratchpad);
        if (wordBits < 1) {
            throw new IllegalArgumentException("EnergyTable: the word must have at least 1 bit");
        }
        if (macEnergy.isEmpty() || sram.isEmpty()) {
            throw new IllegalArgumentException("EnergyTable: at least one MAC type and one SRAM point are needed");
        }
        for (int i = 1; i < sram.size(); i++) {
            if (sram.get(i).capacityBytes() <= sram.get(i - 1).capacityBytes()) {
                throw new IllegalArgumentException("EnergyTable: SRAM points must ascend by capacity");
            }
        }
        if (unit == Unit.MAC && staticMilliwatts != 0) {
            throw new IllegalArgumentException("EnergyTable: a normalised table has no static power");
        }
    }
}
