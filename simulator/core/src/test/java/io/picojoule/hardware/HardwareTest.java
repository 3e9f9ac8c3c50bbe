package io.picojoule.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.Configured;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Do machines refuse nonsense in the right words, and is the little arithmetic they do right? */
class HardwareTest {
    private static final SpatialArray EYERISS = Configured.machine("eyeriss");

    private static void refuses(ThrowingCallable record, String message) {
        assertThatThrownBy(record).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static ProcessingElement element(int input, int weight, int partialSum, int fifo) {
        return new ProcessingElement(input, weight, partialSum, OptionalInt.empty(), fifo, ZeroInputs.COMPUTE);
    }

    private static SpatialArray array(long clockHertz, int rows, int columns) {
        return new SpatialArray(
                EYERISS.identity(),
                clockHertz,
                rows,
                columns,
                EYERISS.interconnect(),
                EYERISS.dataflow(),
                EYERISS.words(),
                EYERISS.processingElement(),
                EYERISS.buses(),
                EYERISS.memory(),
                Optional.empty(),
                Set.of(),
                "",
                Map.of());
    }

    private static Dram dram(long bytesPerSecond, long latencyCycles) {
        return new Dram(bytesPerSecond, latencyCycles, Dram.Compression.NONE, Set.of(), Set.of());
    }

    /** More than an int holds. */
    @Test
    void theLargestArray_hasItsMultipliers() {
        assertThat(array(1, 65_536, 65_536).macsPerCycle()).isEqualTo(1L << 32);
    }

    @Test
    void nonsense_isRefused() {
        String scratchpads = "ProcessingElement: a scratchpad holds at least 1 word, a FIFO at least 0";
        refuses(() -> element(0, 1, 1, 0), scratchpads);
        refuses(() -> element(1, 0, 1, 0), scratchpads);
        refuses(() -> element(1, 1, 0, 0), scratchpads);
        refuses(() -> element(1, 1, 1, -1), scratchpads);
        String buses = "Buses: every bus carries at least 1 word a cycle";
        refuses(() -> new Buses(0, 1, 1, 1), buses);
        refuses(() -> new Buses(1, 0, 1, 1), buses);
        refuses(() -> new Buses(1, 1, 0, 1), buses);
        refuses(() -> new Buses(1, 1, 1, 0), buses);
        String array = "SpatialArray: clock, rows and columns must be at least 1";
        refuses(() -> array(0, 1, 1), array);
        refuses(() -> array(1, 0, 1), array);
        refuses(() -> array(1, 1, 0), array);
        String dram = "Dram: bandwidth must be at least 1 B/s, latency at least 0 cycles";
        refuses(() -> dram(0, 0), dram);
        refuses(() -> dram(1, -1), dram);
        String buffer = "OnChipBuffer: capacity and bank must be at least 1 byte";
        refuses(() -> new OnChipBuffer(0, OptionalLong.empty(), Set.of()), buffer);
        refuses(() -> new OnChipBuffer(1, OptionalLong.of(0), Set.of()), buffer);
        String vectorUnit = "VectorUnit: at least 1 lane, and 1 entry where there is a table";
        refuses(() -> new VectorUnit(0, OptionalInt.empty()), vectorUnit);
        refuses(() -> new VectorUnit(1, OptionalInt.of(0)), vectorUnit);
        refuses(
                () -> new MachineIdentity("", "", "", "", OptionalDouble.empty()),
                "MachineIdentity: a machine needs a name");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 4096", "4096, 4096", "4097, 8192"})
    void anOperand_takesWholeBanks(long bytes, long occupied) {
        OnChipBuffer banked = new OnChipBuffer(102_400, OptionalLong.of(4_096), Set.of());
        assertThat(banked.occupiedBytes(bytes)).isEqualTo(occupied);
        assertThat(new OnChipBuffer(102_400, OptionalLong.empty(), Set.of()).occupiedBytes(bytes))
                .isEqualTo(bytes);
    }

    @Test
    void bytesBeyondTheLastWholeBank_areNotUsable() {
        assertThat(new OnChipBuffer(10_000, OptionalLong.of(4_096), Set.of()).usableBytes())
                .isEqualTo(8_192);
        assertThat(new OnChipBuffer(10_000, OptionalLong.empty(), Set.of()).usableBytes())
                .isEqualTo(10_000);
    }

    @Test
    void scratchpadAndFifo_areOneQueue() {
        assertThat(element(12, 224, 24, 4).inputStoreWords()).isEqualTo(16);
        assertThat(element(12, 224, 24, 4).partialSumQueueWords()).isEqualTo(28);
    }

    private static ProcessingElement packing(Map<Integer, Integer> macs) {
        return new ProcessingElement(12, 224, 24, OptionalInt.empty(), 4, ZeroInputs.COMPUTE, new TreeMap<>(macs));
    }

    @ParameterizedTest
    @CsvSource({"16, 16, 1", "9, 1, 1", "8, 8, 2", "5, 8, 2", "4, 3, 4", "2, 2, 16", "1, 1, 16"})
    void aLayer_takesTheNarrowestPrecisionThatHoldsBothOperands(int input, int weight, int macs) {
        assertThat(packing(Map.of(8, 2, 4, 4, 2, 16)).macsPerLaneCycle(new WordWidths(input, weight, 32, 16)))
                .isEqualTo(macs);
    }

    @Test
    void valuesThatDoNotFitTheWords_areRefused() {
        refuses(
                () -> array(packing(Map.of(8, 3)), EYERISS.words()),
                "SpatialArray: 3 values of int8 take 24 bit, where the machine's input and weight words have 16 and 16 bit");
        refuses(
                () -> array(packing(Map.of()), new WordWidths(16, 17, 16, 16)),
                "SpatialArray: a precision of 17 bit does not fit the machine's weight word of 16 bit");
        refuses(
                () -> packing(Map.of(8, 2, 4, 1)),
                "ProcessingElement: int8 does 2 MACs a cycle, and a narrower precision fewer");
        refuses(() -> packing(Map.of(8, 0)), "ProcessingElement: widths and MACs a cycle must be at least 1");
    }

    private static SpatialArray array(ProcessingElement element, WordWidths precision) {
        return new SpatialArray(
                EYERISS.identity(),
                1,
                1,
                1,
                EYERISS.interconnect(),
                EYERISS.dataflow(),
                EYERISS.words(),
                precision,
                element,
                EYERISS.buses(),
                EYERISS.memory(),
                Streaming.DEFAULT,
                Optional.empty(),
                Set.of(),
                "",
                Map.of());
    }

    @Test
    void onlyWhatIsListed_isPacked() {
        Dram packing = new Dram(1, 0, Dram.Compression.RUN_LENGTH, Set.of(Operand.OUTPUT), Set.of());
        assertThat(packing.packs(Operand.OUTPUT)).isTrue();
        assertThat(packing.packs(Operand.INPUT)).isFalse();
        assertThat(packing.withCompression(Dram.Compression.NONE).packs(Operand.OUTPUT))
                .isFalse();
    }

    @Test
    void anArrayWithOtherMemory_isElseTheSame() {
        assertThat(EYERISS.withMemory(EYERISS.memory())).isEqualTo(EYERISS);
        MemoryHierarchy other = EYERISS.memory().withDram(dram(7, 3));
        assertThat(EYERISS.withMemory(other).memory().dram().latencyCycles()).isEqualTo(3);
        assertThat(EYERISS.withMemory(other).withMemory(EYERISS.memory())).isEqualTo(EYERISS);
        assertThat(EYERISS.macsPerCycle()).isEqualTo(168);
    }

    @Test
    void theEdgesOfASystolicArray_bringAWordForEachRow_andForEachColumn() {
        assertThat(Buses.edges(3, 5)).isEqualTo(new Buses(5, 5, 5, 5));
        assertThat(Buses.edges(5, 3)).isEqualTo(new Buses(5, 5, 3, 5));
        assertThat(Buses.edges(1, 1)).isEqualTo(new Buses(1, 1, 1, 1));
    }

    @Test
    void unlessAMachineSaysOtherwise_layersAreCut_andNothingIsDoubleBuffered() {
        assertThat(Streaming.DEFAULT).isEqualTo(new Streaming(false, LayerTiling.BUFFERS, Optional.empty()));
        assertThat(Streaming.DEFAULT.cutsLayers()).isTrue();
        assertThat(new Streaming(true, LayerTiling.PASSES, Optional.empty()).cutsLayers())
                .isTrue();
        assertThat(new Streaming(true, LayerTiling.NONE, Optional.empty()).cutsLayers())
                .isFalse();
    }
}
