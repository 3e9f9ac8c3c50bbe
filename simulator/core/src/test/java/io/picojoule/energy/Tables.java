package io.picojoule.energy;

import io.picojoule.energy.EnergyTable.SramPoint;
import io.picojoule.energy.EnergyTable.Unit;
import io.picojoule.workload.Operand;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Tables of round numbers. */
final class Tables {
    static final List<SramPoint> SRAM =
            List.of(new SramPoint(512, 1), new SramPoint(32_768, 8), new SramPoint(1 << 20, 50));

    private Tables() {}

    /** 16-bit words; 1 MAC 2, link 3, bus 5, DRAM 200, vector operation 0.5, clock 0.25 pJ, static 4 mW. */
    static EnergyTable plain() {
        return table(Unit.PICOJOULE, Map.of("int16", 2.0), SRAM, Map.of(), OptionalDouble.empty(), 4);
    }

    static EnergyTable withMacs(Unit unit, Map<String, Double> macs) {
        return table(unit, macs, SRAM, Map.of(), OptionalDouble.empty(), 0);
    }

    static EnergyTable withStores(Map<Operand, Double> scratchpad, double buffers) {
        return table(Unit.PICOJOULE, Map.of("int16", 2.0), SRAM, scratchpad, OptionalDouble.of(buffers), 4);
    }

    static EnergyTable table(
            Unit unit,
            Map<String, Double> macs,
            List<SramPoint> sram,
            Map<Operand, Double> scratchpad,
            OptionalDouble buffers,
            double milliwatts) {
        return new EnergyTable(
                "table",
                "",
                "",
                "",
                unit,
                16,
                macs,
                sram,
                scratchpad,
                buffers,
                buffers,
                buffers,
                buffers,
                3,
                5,
                200,
                0.5,
                0.25,
                milliwatts);
    }
}
