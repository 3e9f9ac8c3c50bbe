package io.picojoule.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.Configured;
import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.energy.EnergyTable.Unit;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Is energy counts times table, as a pencil would have it? */
class EnergyModelTest {
    private static final SpatialArray CHIP = Configured.machine("eyeriss");
    private static final WordWidths WORDS = CHIP.words();
    private static final Offset<Double> TINY = within(1e-9);

    private static EnergyBreakdown price(EnergyTable table, Activity.Builder activity) {
        return new EnergyModel(table, CHIP, WORDS).price(activity.build());
    }

    private static Activity.Builder counts() {
        return new Activity.Builder();
    }

    @Test
    void macs_thatAreGated_costNothing() {
        EnergyBreakdown energy = price(Tables.plain(), counts().macs(100, 30));
        assertThat(energy.of(Component.MAC)).isEqualTo(140);
        assertThat(energy.total()).isEqualTo(140);
    }

    @Test
    void dram_isPricedByTheBit() {
        EnergyBreakdown energy = price(
                Tables.plain(),
                counts().bits(Action.READ, Operand.INPUT, Level.DRAM, 40)
                        .words(Action.WRITE, Operand.OUTPUT, Level.DRAM, 3, 16));
        assertThat(energy.of(Component.DRAM, Operand.INPUT)).isCloseTo(200 * 2.5, TINY);
        assertThat(energy.of(Component.DRAM, Operand.OUTPUT)).isCloseTo(600, TINY);
        assertThat(energy.of(Component.DRAM)).isCloseTo(1_100, TINY);
        assertThat(energy.chip()).isCloseTo(0, TINY);
    }

    @Test
    void network_costsTheBusForEachWordDriven_andTheLinkForEachDelivery() {
        EnergyBreakdown energy = price(
                Tables.plain(),
                counts().words(Action.WRITE, Operand.WEIGHT, Level.NETWORK, 10, 16)
                        .words(Action.READ, Operand.WEIGHT, Level.NETWORK, 70, 16));
        assertThat(energy.of(Component.NETWORK)).isCloseTo(10 * 5 + 70 * 3, TINY);
    }

    @Test
    void stores_areByCapacity_unlessTheTableStatesThem() {
        Activity.Builder activity = counts().words(Action.READ, Operand.WEIGHT, Level.SCRATCHPAD, 10, 16)
                .words(Action.WRITE, Operand.INPUT, Level.SCRATCHPAD, 10, 16)
                .words(Action.READ, Operand.PARTIAL_SUM, Level.GLOBAL_BUFFER, 10, 16)
                .words(Action.READ, Operand.WEIGHT, Level.WEIGHT_BUFFER, 10, 16);

        EnergyBreakdown byCapacity = price(Tables.plain(), activity);
        // 448 B and 24 B are below the smallest SRAM of the table; 8 KiB takes 4; 100 KiB lies between 8 and 50.
        assertThat(byCapacity.of(Component.SCRATCHPAD)).isCloseTo(20, TINY);
        assertThat(byCapacity.of(Component.WEIGHT_BUFFER)).isCloseTo(40, TINY);
        double buffer = 8 * Math.pow(50 / 8.0, Math.log(100 / 32.0) / Math.log(32));
        assertThat(byCapacity.of(Component.GLOBAL_BUFFER)).isCloseTo(10 * buffer, TINY);

        EnergyBreakdown stated = price(Tables.withStores(Map.of(Operand.WEIGHT, 2.5), 7), activity);
        assertThat(stated.of(Component.SCRATCHPAD, Operand.WEIGHT)).isCloseTo(25, TINY);
        assertThat(stated.of(Component.SCRATCHPAD, Operand.INPUT))
                .as("not stated: by capacity")
                .isCloseTo(10, TINY);
        assertThat(stated.of(Component.GLOBAL_BUFFER)).isCloseTo(70, TINY);
        assertThat(stated.of(Component.WEIGHT_BUFFER)).isCloseTo(70, TINY);
    }

    @Test
    void oneRegisterFileForAll_isPricedByItsWholeSize() {
        SpatialArray shared = Configured.machine("eyeriss-isca16", "processing-element.scratchpads.shared=1024 words");
        Activity activity = counts().words(Action.READ, Operand.INPUT, Level.SCRATCHPAD, 10, 16)
                .build();
        // 1,024 words of 16 bit are 2 KiB.
        assertThat(new EnergyModel(Tables.plain(), shared, WORDS)
                        .price(activity)
                        .total())
                .isCloseTo(20, TINY);
    }

    @Test
    void clockAndStaticPower_areCyclesTimesTable() {
        EnergyBreakdown energy = price(Tables.plain(), counts().cycles(1_000, 168));
        assertThat(energy.of(Component.CLOCK)).isCloseTo(0.25 * 168_000, TINY);
        // 4 mW over 1,000 cycles of 5 ns: 20 nJ.
        assertThat(energy.of(Component.STATIC)).isCloseTo(20_000, TINY);
        assertThat(energy.total()).isCloseTo(62_000, TINY);
    }

    @Test
    void vectorOperations_areCountedToo() {
        assertThat(price(Tables.plain(), counts().vectorOperations(8)).of(Component.VECTOR_UNIT))
                .isEqualTo(4);
    }

    @Test
    void aLookUp_isAReadOfAnSramThatHoldsTheTable() {
        Activity activity = counts().vectorOperations(8).lookUps(5).build();
        // 2,048 words of 16 bit are 4 KiB, half way between 512 B and 32 KiB on log paper.
        SpatialArray machine = Configured.machine("eyeriss-vector", "vector-unit.look-up-table=2048 entries");
        assertThat(new EnergyModel(Tables.plain(), machine, WORDS)
                        .price(activity)
                        .of(Component.VECTOR_UNIT))
                .isCloseTo(4 + 5 * Math.sqrt(8), TINY);
        WordWidths bytes = new WordWidths(8, 8, 8, 8);
        SpatialArray twice = Configured.machine("eyeriss-vector", "vector-unit.look-up-table=4096 entries");
        assertThat(new EnergyModel(Tables.plain(), twice, bytes).price(activity).of(Component.VECTOR_UNIT))
                .as("as many bytes, half of a word")
                .isCloseTo(4 + 5 * Math.sqrt(8) / 2, TINY);
    }

    @Test
    void narrowerWords_costTheirShareOfBits_andTheSquareOfIt_inMultipliers() {
        WordWidths bytes = new WordWidths(8, 8, 8, 8);
        Activity activity = counts().macs(1, 0)
                .words(Action.READ, Operand.INPUT, Level.DRAM, 1, 8)
                .words(Action.READ, Operand.INPUT, Level.NETWORK, 1, 8)
                .words(Action.READ, Operand.INPUT, Level.SCRATCHPAD, 1, 8)
                .build();
        EnergyBreakdown energy = new EnergyModel(Tables.plain(), CHIP, bytes).price(activity);
        assertThat(energy.of(Component.DRAM)).isCloseTo(100, TINY);
        assertThat(energy.of(Component.NETWORK)).isCloseTo(1.5, TINY);
        assertThat(energy.of(Component.SCRATCHPAD)).isCloseTo(0.5, TINY);
        assertThat(energy.of(Component.MAC)).isCloseTo(0.5, TINY);
    }

    @Test
    void aMacOfTwoWidths_isAsWideAsTheirGeometricMean() {
        Activity mac = counts().macs(1, 0).build();
        // Half the cells of the table's 16 x 16 bits; then 1 of 256.
        for (WordWidths mixed : List.of(new WordWidths(8, 16, 32, 16), new WordWidths(16, 8, 32, 16))) {
            assertThat(new EnergyModel(Tables.plain(), CHIP, mixed).price(mac).total())
                    .isCloseTo(1, TINY);
        }
        WordWidths binary = new WordWidths(1, 1, 16, 1);
        assertThat(new EnergyModel(Tables.plain(), CHIP, binary).price(mac).total())
                .isCloseTo(2.0 / 256, TINY);
    }

    @Test
    void aMacSlot_costsTheMacsItHolds() {
        Activity slots = counts().macs(8, 2)
                .words(Action.READ, Operand.INPUT, Level.DRAM, 1, 16)
                .build();
        EnergyBreakdown energy = new EnergyModel(Tables.plain(), CHIP, new WordWidths(8, 8, 16, 8), 1.5).price(slots);
        assertThat(energy.of(Component.MAC)).isCloseTo(6 * 1.5 * 0.5, TINY);
        assertThat(energy.of(Component.DRAM)).isEqualTo(200);
    }

    @Test
    void aNormalisedTable_countsInMacs() {
        EnergyTable normalised = Configured.energyTable("eyeriss-normalised");
        assertThat(normalised.unit()).isEqualTo(Unit.MAC);
        EnergyBreakdown energy = price(
                normalised,
                counts().macs(10, 0)
                        .words(Action.READ, Operand.INPUT, Level.DRAM, 1, 16)
                        .words(Action.READ, Operand.INPUT, Level.GLOBAL_BUFFER, 1, 16)
                        .words(Action.READ, Operand.INPUT, Level.NETWORK, 1, 16)
                        .words(Action.READ, Operand.INPUT, Level.SCRATCHPAD, 1, 16)
                        .cycles(1_000, 168));
        assertThat(energy.total()).isCloseTo(10 + 200 + 6 + 2 + 1, TINY);
    }

    @Test
    void energies_addUp_andTheTotalIsTheSumOfItsComponents() {
        Activity first = counts().macs(7, 2)
                .cycles(10, 3)
                .words(Action.READ, Operand.INPUT, Level.DRAM, 5, 16)
                .build();
        Activity second = counts().words(Action.WRITE, Operand.OUTPUT, Level.GLOBAL_BUFFER, 5, 16)
                .macs(1, 0)
                .build();
        EnergyModel model = new EnergyModel(Tables.plain(), CHIP, WORDS);
        EnergyBreakdown both = model.price(first).plus(model.price(second));

        double sum = 0;
        for (Component component : Component.values()) {
            sum += both.of(component);
            assertThat(both.of(component))
                    .isCloseTo(model.price(first.plus(second)).of(component), TINY);
        }
        assertThat(both.total()).isCloseTo(sum, TINY);
        assertThat(both.chip()).isCloseTo(sum - both.of(Component.DRAM), TINY);
        assertThat(both.plus(EnergyBreakdown.NONE)).isEqualTo(both);
        assertThat(model.price(Activity.NONE)).isEqualTo(EnergyBreakdown.NONE);
    }
}
