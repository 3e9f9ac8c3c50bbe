package io.picojoule.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.Configured;
import io.picojoule.hardware.Machine;
import io.picojoule.hardware.SparseEngine;
import io.picojoule.hardware.SpatialArray;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaModelTest {
    private static final AreaTable TABLE = Configured.areaTable("area-45nm");
    private static final AreaTable EIE = Configured.areaTable("eie-area-45nm");

    private static AreaBreakdown area(Machine machine) {
        return AreaModel.of(machine, TABLE).orElseThrow();
    }

    /** By hand: 168 PEs of 2.44 x (993 + 67) square micrometres at 45 nm, and 65 nm are (65 / 45)² times as much. */
    @Test
    void multipliersAndAddersOfEyeriss() {
        assertThat(area(Configured.machine("eyeriss")).of(AreaComponent.MAC))
                .isCloseTo(168 * 2.44 * (993 + 67) * (65.0 * 65) / (45.0 * 45) / 1e6, within(1e-9));
    }

    /** 25 + 2 banks of 4 KiB. */
    @Test
    void buffersAreCountedByTheBank() {
        AreaBreakdown eyeriss = area(Configured.machine("eyeriss"));
        double bank = TABLE.memory().at(4096) * (65.0 * 65) / (45.0 * 45) / 1e6;

        assertThat(eyeriss.of(AreaComponent.GLOBAL_BUFFER)).isCloseTo(25 * bank, within(1e-9));
        assertThat(eyeriss.of(AreaComponent.WEIGHT_BUFFER)).isCloseTo(2 * bank, within(1e-9));
        assertThat(area(Configured.machine("eyeriss", "memory.global-buffer.bank=1 KiB"))
                        .of(AreaComponent.GLOBAL_BUFFER))
                .as("smaller banks are less dense")
                .isGreaterThan(25 * bank);
    }

    /** Eq. 2 of ISCA 2016 holds storage equal at 256 PEs; register files of the paper, not the few words more that our dataflows hold. */
    @ParameterizedTest
    @CsvSource({
        "isca16-rs-256, 512, 131072",
        "isca16-ws-256, 2, 342323",
        "isca16-osa-256, 98, 249754",
        "isca16-osb-256, 10, 311194",
        "isca16-osc-256, 2, 342323",
        "isca16-nlr-256, 0, 346522"
    })
    void storageOfEqualAreaIsThatOfTheDataflowPaper(String machine, double registerBytes, long bufferBytes) {
        SpatialArray array = Configured.machine(machine);
        assertThat(array.memory().globalBuffer().capacityBytes()).isCloseTo(bufferBytes, within(10L));
        double storage = 256 * TABLE.memory().at(registerBytes) + TABLE.memory().at(bufferBytes);

        assertThat(storage).isCloseTo(TABLE.memory().at(338.4 * 1024), within(storage * 0.0005));
        double ours = 256
                        * TABLE.memory()
                                .at(2.0
                                        * array.processingElement()
                                                .sharedWords()
                                                .orElseThrow())
                + TABLE.memory().at(bufferBytes);
        assertThat(area(array).storageSquareMillimetres())
                .as("our machine of it, with the words that our dataflow holds")
                .isCloseTo(ours * (65.0 * 65) / (45.0 * 45) / 1e6, within(1e-3));
    }

    /** Eq. 2 as a constraint asks for it: machines of the same storage area, from 256 to 1024 PEs. */
    @ParameterizedTest
    @ValueSource(ints = {256, 512, 1024})
    void rowStationaryAndItsRivalsHaveStorageOfTheSameArea(int elements) {
        double rowStationary = area(Configured.machine("isca16-rs-" + elements)).storageSquareMillimetres();

        for (String rival : new String[] {"osa", "osb"}) {
            assertThat(area(Configured.machine("isca16-" + rival + "-" + elements))
                            .storageSquareMillimetres())
                    .as(rival)
                    .isCloseTo(rowStationary, within(rowStationary * 0.001));
        }
    }

    /** Fig. 15 of ISCA 2016: of the same area, 93, 66 and 40 % are storage. */
    @ParameterizedTest
    @CsvSource({"4, 8, 512, 643, 93", "10, 16, 384, 311, 66", "16, 18, 256, 53, 40"})
    void sharesOfStorageAreThoseOfTheFixedAreaSweep(int rows, int columns, int words, int bufferKib, int percent) {
        AreaBreakdown area = area(Configured.machine(
                "isca16-rs-256",
                "array.rows=" + rows,
                "array.columns=" + columns,
                "processing-element.scratchpads.shared=" + words + " words",
                "processing-element.scratchpads.input=" + words + " words",
                "processing-element.scratchpads.weight=" + words + " words",
                "processing-element.scratchpads.partial-sum=" + words + " words",
                "memory.global-buffer.capacity=" + bufferKib + " KiB"));

        assertThat(100 * area.storageSquareMillimetres() / area.squareMillimetres())
                .isCloseTo(percent, within(0.6));
        assertThat(area.squareMillimetres()).isCloseTo(15.8, within(0.1));
    }

    @Test
    void partsAddUp() {
        for (Machine machine : new Machine[] {
            Configured.machine("eyeriss-vector"), Configured.machine("tpu-v1"), Configured.engine("eie-vector")
        }) {
            AreaBreakdown area = area(machine);
            double sum = area.byComponent().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();

            assertThat(area.squareMillimetres()).isCloseTo(sum, within(sum * 1e-12));
            assertThat(area.storageSquareMillimetres()).isPositive().isLessThan(sum);
            assertThat(area.byComponent().values())
                    .allSatisfy(part -> assertThat(part).isPositive());
            assertThat(area.of(AreaComponent.VECTOR_UNIT)).isPositive();
        }
    }

    /** More of anything takes more, and nothing else moves; a seed says where it was not so. */
    @Test
    void everyAxisMovesItsOwnPartAndNoOther() {
        Map<String, AreaComponent> axes = Map.of(
                "memory.global-buffer.capacity=%d KiB", AreaComponent.GLOBAL_BUFFER,
                "memory.weight-buffer.capacity=%d KiB", AreaComponent.WEIGHT_BUFFER,
                "processing-element.scratchpads.weight=%d words", AreaComponent.SCRATCHPAD,
                "processing-element.fifo=%d words", AreaComponent.QUEUE);
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int less = 4 + random.nextInt(500);
            int more = less + 1 + random.nextInt(500);
            axes.forEach((axis, part) -> {
                AreaBreakdown small = area(Configured.machine("eyeriss", String.format(axis, less)));
                AreaBreakdown large = area(Configured.machine("eyeriss", String.format(axis, more)));
                String where = axis + " from " + less + " to " + more;
                assertThat(large.of(part)).as(where).isGreaterThan(small.of(part));
                assertThat(large.squareMillimetres() - small.squareMillimetres())
                        .as(where)
                        .isCloseTo(large.of(part) - small.of(part), within(1e-9));
            });
        }
    }

    /** Four times the elements, each at (28 / 45)² of the size. */
    @Test
    void elementsOfAnEngineAreIndependentAndScaleWithTheNode() {
        double of64 = AreaModel.of(Configured.engine("eie"), EIE).orElseThrow().squareMillimetres();
        SparseEngine larger = Configured.engine("eie", "processing-elements=256", "technology=28 nm");

        assertThat(AreaModel.of(larger, EIE).orElseThrow().squareMillimetres())
                .isCloseTo(4 * of64 * (28.0 * 28) / (45.0 * 45), within(1e-9));
    }

    @Test
    void aProcessorHasTheAreaThatIsStatedOrNone() {
        AreaBreakdown titan = area(Configured.processor("titan-x-maxwell"));

        assertThat(titan.squareMillimetres()).isEqualTo(601);
        assertThat(titan.byComponent()).containsOnlyKeys(AreaComponent.DIE);
        assertThat(AreaModel.of(Configured.processor("arria10-dla"), TABLE)).isEmpty();
    }

    @Test
    void withoutANodeThereIsNoArea() {
        assertThat(AreaModel.of(Configured.machine("scale-sim-os"), TABLE)).isEmpty();
        assertThat(AreaModel.of(Configured.machine("scale-sim-os", "technology=45 nm"), TABLE))
                .isPresent();
    }
}
