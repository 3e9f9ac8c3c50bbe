package io.picojoule.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyTable.Unit;
import io.picojoule.hardware.Cache;
import io.picojoule.hardware.NumberType;
import io.picojoule.hardware.Processor;
import io.picojoule.timing.processor.TestProcessor;
import io.picojoule.workload.Operand;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Is the energy of a processor counts times table, and idle power, and never more than its limit? */
class ProcessorEnergyTest {
    private static final Offset<Double> TINY = within(1e-6);

    private static EnergyBreakdown price(EnergyTable table, Processor machine, Activity.Builder activity) {
        return new EnergyModel(table, machine, machine.words()).price(activity.build());
    }

    private static TestProcessor integers() {
        return new TestProcessor().precision(NumberType.INT16, 1);
    }

    private static double ofMacs(NumberType type, Map<String, Double> table) {
        Processor machine = new TestProcessor().precision(type, 1).build();
        return price(
                        Tables.withMacs(Unit.PICOJOULE, table),
                        machine,
                        new Activity.Builder().macs(100, 0).cycles(1_000, 1))
                .of(Component.MAC);
    }

    @Test
    void macs_arePricedByTheTypeOfTheirNumbers() {
        Map<String, Double> table = Map.of("fp32", 5.0, "fp16", 2.0, "int16", 1.0);
        assertThat(ofMacs(NumberType.FP32, table)).isCloseTo(500, TINY);
        assertThat(ofMacs(NumberType.FP16, table)).isCloseTo(200, TINY);
        assertThat(ofMacs(NumberType.INT16, table)).isCloseTo(100, TINY);
        assertThat(ofMacs(NumberType.INT8, table)).as("a quarter of int16").isCloseTo(25, TINY);
        assertThat(ofMacs(NumberType.BF16, table)).as("not stated: as int16").isCloseTo(100, TINY);
    }

    @Test
    void aTableWithoutTheTypeAndWithoutIntegers_isNone() {
        Map<String, Double> table = Map.of("fp32", 5.0);
        assertThat(EnergyModel.pricesMacs(Tables.withMacs(Unit.PICOJOULE, table), new TestProcessor().build()))
                .isTrue();
        assertThat(EnergyModel.pricesMacs(
                        Tables.withMacs(Unit.PICOJOULE, table),
                        new TestProcessor().precision(NumberType.FP16, 1).build()))
                .isFalse();
        assertThatThrownBy(() -> ofMacs(NumberType.FP16, table)).hasMessage("EnergyTable: 'table' has no integer MAC");
    }

    @Test
    void caches_arePricedByTheirSize() {
        Processor machine = new TestProcessor()
                .caches(new Cache(Cache.Place.L1, 32_768, 1, 64), new Cache(Cache.Place.L3, 1 << 20, 1, 64))
                .build();
        EnergyBreakdown energy = price(
                Tables.plain(),
                machine,
                new Activity.Builder()
                        .cycles(1_000, 1)
                        .words(Action.READ, Operand.WEIGHT, Level.L1, 10, 16)
                        .words(Action.READ, Operand.WEIGHT, Level.L3, 10, 32)
                        .words(Action.WRITE, Operand.OUTPUT, Level.L3, 1, 16));
        assertThat(energy.of(Component.L1)).isCloseTo(80, TINY);
        assertThat(energy.of(Component.L3)).isCloseTo(1_000 + 50, TINY);
        assertThat(energy.of(Component.L3, Operand.OUTPUT)).isCloseTo(50, TINY);
    }

    @Test
    void idlePower_flowsWhateverHappens() {
        Processor machine = new TestProcessor().power(2, 1_000).build();
        // 1,000 cycles of 1 ns: 2 W and the 4 mW of the table.
        EnergyBreakdown energy = price(Tables.plain(), machine, new Activity.Builder().cycles(1_000, 8));
        assertThat(energy.of(Component.STATIC)).isCloseTo(2e6 + 4e3, TINY);
        assertThat(energy.of(Component.CLOCK)).isCloseTo(0.25 * 8_000, TINY);
    }

    @Test
    void aProcessorAtItsLimit_drawsThatExactly_andItsPartsShrinkAlike() {
        Activity.Builder activity = new Activity.Builder()
                .macs(2_000_000, 0)
                .cycles(1_000, 8)
                .words(Action.READ, Operand.WEIGHT, Level.DRAM, 5_000, 16);
        EnergyBreakdown free = price(Tables.plain(), integers().power(2, 1_000).build(), activity);
        // 4 uJ of MACs, 2 of idle power, 1 of DRAM in 1 us.
        assertThat(free.total()).isCloseTo(7e6 + 4e3 + 2e3, TINY);
        EnergyBreakdown held = price(Tables.plain(), integers().power(2, 3.5).build(), activity);
        assertThat(held.total()).isCloseTo(3.5e6, TINY);
        double sum = 0;
        for (Component component : Component.values()) {
            sum += held.of(component);
            assertThat(held.of(component)).isCloseTo(free.of(component) * 3.5e6 / free.total(), TINY);
        }
        assertThat(sum).isCloseTo(held.total(), TINY);
        assertThat(held.chip()).isCloseTo(held.total() - held.of(Component.DRAM), TINY);
        EnergyBreakdown below = price(Tables.plain(), integers().power(2, 7.1).build(), activity);
        assertThat(below).isEqualTo(free);
    }

    @Test
    void aNormalisedTable_knowsNoWatts() {
        EnergyTable normalised = Tables.withMacs(Unit.MAC, Map.of("int16", 1.0));
        EnergyBreakdown energy = price(
                normalised,
                new TestProcessor()
                        .precision(NumberType.INT16, 1)
                        .power(2, 2.001)
                        .build(),
                new Activity.Builder().macs(1_000_000, 0).cycles(10, 1));
        assertThat(energy.of(Component.STATIC)).isZero();
        assertThat(energy.of(Component.MAC)).isEqualTo(1_000_000);
    }
}
