package io.picojoule.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.picojoule.area.AreaTable;
import io.picojoule.energy.EnergyTable;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.SpatialArray;
import io.picojoule.hardware.VectorUnit;
import io.picojoule.mapping.GivenMapping;
import io.picojoule.mapping.GivenMappings;
import io.picojoule.mapping.RowStationaryParameters;
import io.picojoule.workload.Network;
import io.picojoule.workload.Operand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that ship. */
class PresetFilesTest {
    /** Nothing but what is in the jar. */
    private static final Configurations CONFIGURATIONS =
            Configurations.at(Path.of("no-such-directory"), Optional.empty());

    @ParameterizedTest
    @MethodSource("accelerators")
    void everyAcceleratorLoadsAndEveryNumberHasASource(String name) {
        Loaded<Machine> machine = CONFIGURATIONS.machine(name, List.of());

        assertThat(machine.value().identity().source()).isNotEmpty();
        everyNumberHasASource(machine);
    }

    @ParameterizedTest
    @MethodSource("energyTables")
    void everyEnergyTableLoadsAndEveryNumberHasASource(String name) {
        Loaded<EnergyTable> table = CONFIGURATIONS.energyTable(name);

        assertThat(table.value().source()).isNotEmpty();
        everyNumberHasASource(table);
    }

    @ParameterizedTest
    @MethodSource("areaTables")
    void everyAreaTableLoadsAndEveryNumberHasASource(String name) {
        Loaded<AreaTable> table = CONFIGURATIONS.areaTable(name);

        assertThat(table.value().source()).isNotEmpty();
        everyNumberHasASource(table);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everyWorkloadLoadsAndNamesItsSource(String name) {
        Loaded<Network> network = CONFIGURATIONS.workload(name, List.of());

        assertThat(network.value().source()).isNotEmpty();
        assertThat(network.value().description()).isNotEmpty();
        assertThat(network.provenance())
                .allSatisfy(value -> assertThat(value.source()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("accelerators")
    void whatAnAcceleratorRefersToIsThere(String name) {
        Machine machine = CONFIGURATIONS.machine(name, List.of()).value();

        assertThat(CONFIGURATIONS.energyTable(machine.energyTable()).value().name())
                .isNotEmpty();
        machine.identity()
                .die()
                .areaTable()
                .ifPresent(table -> assertThat(
                                CONFIGURATIONS.areaTable(table).value().name())
                        .isNotEmpty());
        if (machine instanceof SpatialArray array) {
            array.mappings().forEach((workload, file) -> {
                Network network = CONFIGURATIONS.workload(workload, List.of()).value();
                assertThat(CONFIGURATIONS.mappings(file, network).value().byLayer())
                        .isNotEmpty();
            });
        }
    }

    /** A number's source is its own or that of the map it stands in: the file's says only where to look. */
    private static void everyNumberHasASource(Loaded<?> loaded) {
        String ofTheFile = loaded.document().text("source").orElse("");
        assertThat(loaded.provenance())
                .filteredOn(value -> Character.isDigit(value.text().charAt(0)))
                .isNotEmpty()
                .allSatisfy(value ->
                        assertThat(value.source()).as(value.path()).isNotEmpty().isNotEqualTo(ofTheFile));
    }

    @Test
    void theEyerissChip() {
        SpatialArray eyeriss =
                (SpatialArray) CONFIGURATIONS.machine("eyeriss", List.of()).value();

        assertThat(eyeriss.clockHertz()).isEqualTo(200_000_000);
        assertThat(eyeriss.macsPerCycle()).isEqualTo(168);
        assertThat(eyeriss.memory().globalBuffer().capacityBytes()).isEqualTo(25 * 512 * 8);
        assertThat(eyeriss.memory().globalBuffer().bankBytes()).hasValue(512 * 8);
        assertThat(eyeriss.memory().weightBuffer().orElseThrow().capacityBytes())
                .isEqualTo(2 * 512 * 8);
        assertThat(eyeriss.memory().dram().bytesPerSecond()).isEqualTo(60_000_000L * 8);
        assertThat(eyeriss.memory().dram().overlaps()).isEqualTo(Set.of(Operand.WEIGHT));
        assertThat(eyeriss.buses().inputWordsPerCycle()).isEqualTo(1);
        assertThat(eyeriss.buses().weightWordsPerCycle()).isEqualTo(4);
        assertThat(eyeriss.processingElement().inputWords()).isEqualTo(12);
        assertThat(eyeriss.processingElement().weightWords()).isEqualTo(224);
        assertThat(eyeriss.processingElement().partialSumWords()).isEqualTo(24);
        assertThat(eyeriss.fuses()).containsExactly("relu");
        assertThat(eyeriss.vectorUnit()).isEmpty();
    }

    @Test
    void theEyerissChipWithAVectorUnit() {
        SpatialArray eyeriss =
                (SpatialArray) CONFIGURATIONS.machine("eyeriss", List.of()).value();
        SpatialArray vector = (SpatialArray)
                CONFIGURATIONS.machine("eyeriss-vector", List.of()).value();

        assertThat(vector.vectorUnit()).contains(new VectorUnit(16, OptionalInt.of(256)));
        assertThat(vector)
                .usingRecursiveComparison()
                .ignoringFields("identity", "vectorUnit")
                .isEqualTo(eyeriss);
    }

    @Test
    void theMappingsOfTheEyerissChip() {
        Network alexnet = CONFIGURATIONS.workload("alexnet", List.of()).value();
        SpatialArray eyeriss =
                (SpatialArray) CONFIGURATIONS.machine("eyeriss", List.of()).value();

        GivenMappings given = CONFIGURATIONS
                .mappings(eyeriss.mappings().getOrDefault("alexnet", ""), alexnet)
                .value();

        assertThat(given.of("conv1")).contains(parameters(96, 1, 7, 16, 1, 1, 2));
        assertThat(given.of("conv2")).contains(parameters(64, 1, 27, 16, 2, 1, 1));
        assertThat(given.of("conv3")).contains(parameters(64, 4, 13, 16, 3, 2, 2));
        assertThat(given.of("conv4")).contains(parameters(64, 4, 13, 16, 3, 2, 2));
        assertThat(given.of("conv5")).contains(parameters(64, 4, 13, 16, 3, 2, 2));
    }

    @Test
    void theDefaultEnergyTable() {
        EnergyTable table = CONFIGURATIONS.energyTable("45nm").value();

        assertThat(table.wordBits()).isEqualTo(32);
        assertThat(table.dram()).isEqualTo(640);
        assertThat(table.sram()).extracting(EnergyTable.SramPoint::energy).containsExactly(1.0, 5.0, 50.0);
        assertThat(table.sram())
                .extracting(EnergyTable.SramPoint::capacityBytes)
                .containsExactly(512L, 32_768L, 1_048_576L);
        assertThat(table.macEnergy())
                .containsEntry("int8", 0.23)
                .containsEntry("int32", 3.2)
                .containsEntry("fp32", 4.6);
    }

    @Test
    void theNormalisedTableIsThatOfThePaper() {
        EnergyTable table = CONFIGURATIONS.energyTable("eyeriss-normalised").value();

        assertThat(table.unit()).isEqualTo(EnergyTable.Unit.MAC);
        assertThat(table.macEnergy()).containsOnly(Map.entry("int16", 1.0));
        assertThat(table.scratchpad().values()).containsOnly(1.0);
        assertThat(table.link()).isEqualTo(2);
        assertThat(table.globalBuffer()).hasValue(6);
        assertThat(table.dram()).isEqualTo(200);
    }

    private static GivenMapping parameters(int m, int n, int e, int p, int q, int r, int t) {
        return new GivenMapping.Parameters(new RowStationaryParameters(m, n, e, p, q, r, t), false);
    }

    static Stream<String> accelerators() {
        return names(Presets.Kind.ACCELERATOR);
    }

    static Stream<String> energyTables() {
        return names(Presets.Kind.ENERGY_TABLE);
    }

    static Stream<String> areaTables() {
        return names(Presets.Kind.AREA_TABLE);
    }

    static Stream<String> workloads() {
        return names(Presets.Kind.WORKLOAD);
    }

    private static Stream<String> names(Presets.Kind kind) {
        return CONFIGURATIONS.presets().list(kind).stream().map(Preset::name);
    }
}
