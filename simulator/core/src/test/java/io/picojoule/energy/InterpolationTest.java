package io.picojoule.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.Configured;
import io.picojoule.energy.EnergyTable.SramPoint;
import io.picojoule.energy.EnergyTable.Unit;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Do figures between those of a table lie on straight lines of log-log paper, and hit the table's own exactly? */
class InterpolationTest {
    private static final double TINY = 1e-12;

    private static double sram(long bytes) {
        return SramEnergy.of(Tables.SRAM, bytes);
    }

    private static double mac(int bits, Map<String, Double> macs) {
        return MacEnergy.of(Tables.withMacs(Unit.PICOJOULE, macs), bits);
    }

    @Test
    void sram_hitsItsPoints_andIsClampedOutside() {
        assertThat(sram(512)).isEqualTo(1);
        assertThat(sram(32_768)).isEqualTo(8);
        assertThat(sram(1 << 20)).isEqualTo(50);
        assertThat(sram(1)).isEqualTo(1);
        assertThat(sram(1L << 40)).isEqualTo(50);
    }

    @Test
    void sram_betweenPoints_isAPowerOfItsCapacity() {
        // 512 B to 32 KiB is a factor of 64, 1 to 8 of its square root.
        assertThat(sram(2_048)).isCloseTo(2, within(TINY));
        assertThat(sram(8_192)).isCloseTo(4, within(TINY));
        assertThat(sram(4_096)).isCloseTo(Math.sqrt(8), within(TINY));
        // Half way on the paper between 32 KiB and 1 MiB: the geometric means.
        assertThat(sram(Math.round(Math.sqrt(32_768.0 * (1 << 20))))).isCloseTo(20, within(1e-4));
    }

    @Test
    void sram_neverFalls_withCapacity() {
        double before = 0;
        for (long bytes = 256; bytes < 3 << 20; bytes += bytes / 16) {
            assertThat(sram(bytes)).as(bytes + " B").isGreaterThanOrEqualTo(before);
            before = sram(bytes);
        }
    }

    @Test
    void oneSramPoint_holdsForAllSizes() {
        assertThat(SramEnergy.of(List.of(new SramPoint(1_024, 7)), 1)).isEqualTo(7);
        assertThat(SramEnergy.of(List.of(new SramPoint(1_024, 7)), 1 << 30)).isEqualTo(7);
    }

    @Test
    void mac_isTheTablesOwnFigure_orBetweenTwo_orScaledByTheSquareOfTheWidth() {
        Map<String, Double> macs = Map.of("int8", 1.0, "int32", 16.0, "fp16", 1000.0);
        assertThat(mac(8, macs)).isEqualTo(1);
        assertThat(mac(32, macs)).isEqualTo(16);
        assertThat(mac(16, macs)).isCloseTo(4, within(TINY));
        assertThat(mac(4, macs)).isCloseTo(0.25, within(TINY));
        assertThat(mac(64, macs)).isCloseTo(64, within(TINY));
    }

    @Test
    void mac_ofANormalisedTable_scalesAsAnyOther_soThatRatiosHoldAtEveryWidth() {
        EnergyTable normalised = Tables.withMacs(Unit.MAC, Map.of("int16", 1.0));
        assertThat(MacEnergy.of(normalised, 16)).isEqualTo(1);
        assertThat(MacEnergy.of(normalised, 8)).isCloseTo(0.25, within(TINY));
        assertThat(MacEnergy.of(normalised, 32)).isCloseTo(4, within(TINY));
    }

    @Test
    void aTableWithoutIntegers_hasNoIntegerMac() {
        assertThatThrownBy(() -> mac(16, Map.of("fp32", 4.6))).hasMessage("EnergyTable: 'table' has no integer MAC");
    }

    @Test
    void theDefaultTable_givesItsTiers() {
        EnergyTable table = Configured.energyTable("45nm");
        assertThat(SramEnergy.of(table.sram(), 512)).isEqualTo(1);
        assertThat(SramEnergy.of(table.sram(), 32 * 1024)).isEqualTo(5);
        assertThat(SramEnergy.of(table.sram(), 1024 * 1024)).isEqualTo(50);
        assertThat(MacEnergy.of(table, 32)).isEqualTo(3.2);
        assertThat(table.dram()).isEqualTo(640);
        assertThat(table.wordBits()).isEqualTo(32);
    }

    @Test
    void tablesOfNonsense_areRefused() {
        assertThatThrownBy(() -> Tables.withMacs(Unit.PICOJOULE, Map.of()))
                .hasMessage("EnergyTable: at least one MAC type and one SRAM point are needed");
        List<SramPoint> falling = List.of(new SramPoint(512, 1), new SramPoint(512, 2));
        assertThatThrownBy(() ->
                        Tables.table(Unit.PICOJOULE, Map.of("int8", 1.0), falling, Map.of(), OptionalDouble.empty(), 0))
                .hasMessage("EnergyTable: SRAM points must ascend by capacity");
        assertThatThrownBy(() ->
                        Tables.table(Unit.MAC, Map.of("int8", 1.0), Tables.SRAM, Map.of(), OptionalDouble.empty(), 1))
                .hasMessage("EnergyTable: a normalised table has no static power");
    }
}
