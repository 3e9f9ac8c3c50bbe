package io.picojoule.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.Configured;
import io.picojoule.workload.Operand;
import io.picojoule.workload.WordWidths;
import java.util.List;
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

    private static MatrixKernels kernels(int depth, double issue, double splits) {
        return new MatrixKernels(
                List.of(new KernelTile(8, 8)), new KernelTile(8, 8), false, depth, 0, 0, issue, 1, 0, splits);
    }

    private static Cache cache(long capacity, int sector) {
        return new Cache(Cache.Place.L2, capacity, 1, sector);
    }

    private static ProcessorMemory memory(List<Cache> caches, double reads, double writes, long core) {
        return new ProcessorMemory(caches, dram(1, 0), reads, writes, core);
    }

    private static KernelLibrary library(Set<ConvolutionAlgorithm> algorithms, double launch) {
        return new KernelLibrary(
                launch,
                algorithms,
                false,
                false,
                kernels(1, 1, 0),
                new VectorKernels(1, 1),
                new SparseKernels(1, 0, 0, 1, false));
    }

    private static Processor processor(int cores, int lanes, long registers, NumberType precision) {
        return new Processor(
                EYERISS.identity(),
                DeviceClass.CPU,
                1,
                cores,
                lanes,
                Map.of(NumberType.FP32, 1),
                precision,
                registers,
                memory(List.of(cache(1, 1)), 1, 1, 1),
                library(Set.of(ConvolutionAlgorithm.DIRECT), 0),
                false,
                new PowerRange(0, 1),
                Set.of(),
                "");
    }

    @Test
    void nonsenseOfAProcessor_isRefused() {
        assertThat(processor(3, 5, 1, NumberType.FP32).elements()).isEqualTo(15);
        String processor = "Processor: clock, cores, lanes and registers must be at least 1";
        refuses(() -> processor(0, 1, 1, NumberType.FP32), processor);
        refuses(() -> processor(1, 0, 1, NumberType.FP32), processor);
        refuses(() -> processor(1, 1, 0, NumberType.FP32), processor);
        refuses(() -> processor(65_536, 257, 1, NumberType.FP32), "Processor: at most 16777216 lanes in all cores");
        refuses(() -> processor(1, 1, 1, NumberType.FP16), "Processor: no MACs of fp16 a cycle are stated");
        String cache = "Cache: capacity, bandwidth and sector must be at least 1";
        refuses(() -> cache(0, 1), cache);
        refuses(() -> cache(1, 0), cache);
        refuses(() -> memory(List.of(), 1, 1, 1), "ProcessorMemory: at least one cache, which all cores share");
        List<Cache> one = List.of(cache(1, 1));
        String share = "ProcessorMemory: an efficiency is above 0 and at most 1, not ";
        refuses(() -> memory(one, 0, 1, 1), share + "0.0");
        refuses(() -> memory(one, 1, 1.5, 1), share + "1.5");
        refuses(() -> memory(one, Double.NaN, 1, 1), share + "NaN");
        refuses(() -> memory(one, 1, 1, 0), "ProcessorMemory: a core must draw at least 1 B/s");
        refuses(() -> kernels(0, 1, 0), "MatrixKernels: at least one tile, a depth of 1, latencies of 0 cycles");
        String efficiency = "MatrixKernels: an efficiency is above 0 and at most 1";
        refuses(() -> kernels(1, 0, 0), efficiency);
        refuses(() -> kernels(1, 1, 1.5), efficiency);
        refuses(() -> new KernelTile(8, 0), "KernelTile: at least 1 x 1, not 8 x 0");
        String library = "KernelLibrary: at least one algorithm, and launches of 0 ns";
        refuses(() -> library(Set.of(), 0), library);
        refuses(() -> library(Set.of(ConvolutionAlgorithm.FFT), -1), library);
        String vector = "VectorKernels: an efficiency is above 0 and at most 1, and at least 1 word a cycle";
        refuses(() -> new VectorKernels(0, 1), vector);
        refuses(() -> new VectorKernels(1, 0), vector);
        String sparse = "SparseKernels: at least 1 core, cycles of 0, an efficiency above 0 and at most 1";
        refuses(() -> new SparseKernels(0, 0, 0, 1, true), sparse);
        refuses(() -> new SparseKernels(1, -1, 0, 1, true), sparse);
        refuses(() -> new SparseKernels(1, 0, 0, 0, true), sparse);
        String power = "PowerRange: the limit must be above the idle power";
        refuses(() -> new PowerRange(5, 5), power);
        refuses(() -> new PowerRange(-1, 5), power);
    }

    @Test
    void aTile_isTurnedOnItsSide() {
        assertThat(new KernelTile(96, 48).turned())
                .isEqualTo(new KernelTile(48, 96))
                .hasToString("48x96");
        assertThat(new KernelTile(96, 48).words()).isEqualTo(4_608);
        assertThat(new KernelTile(96, 8).within(new KernelTile(16, 24))).isEqualTo(new KernelTile(16, 8));
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
