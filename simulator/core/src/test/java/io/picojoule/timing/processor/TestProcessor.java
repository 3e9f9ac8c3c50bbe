package io.picojoule.timing.processor;

import io.picojoule.hardware.Cache;
import io.picojoule.hardware.ConvolutionAlgorithm;
import io.picojoule.hardware.DeviceClass;
import io.picojoule.hardware.Dram;
import io.picojoule.hardware.KernelLibrary;
import io.picojoule.hardware.KernelTile;
import io.picojoule.hardware.MachineIdentity;
import io.picojoule.hardware.MatrixKernels;
import io.picojoule.hardware.NumberType;
import io.picojoule.hardware.PowerRange;
import io.picojoule.hardware.Processor;
import io.picojoule.hardware.ProcessorMemory;
import io.picojoule.hardware.SparseKernels;
import io.picojoule.hardware.VectorKernels;
import io.picojoule.workload.Operand;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A processor of round numbers, one of which a test changes: 1 GHz, so that a GB/s is a byte a cycle; 4 cores of 8 lanes, each with room
 * for one tile of 16 x 16; memories that never let anything wait, and keep nothing; no latency, no launch, no bias kernels.
 */
public final class TestProcessor {
    public static final long UNBOUNDED = 1L << 60;
    private static final int CLOCK = 1_000_000_000;

    private int cores = 4;
    private int lanes = 8;
    private Map<NumberType, Integer> rates = Map.of(NumberType.FP32, 1);
    private NumberType precision = NumberType.FP32;
    private long registers = 2048;
    private List<Cache> caches =
            List.of(new Cache(Cache.Place.SHARED, 1 << 20, UNBOUNDED, 32), new Cache(Cache.Place.L2, 1, UNBOUNDED, 32));
    private long dram = UNBOUNDED;
    private double reads = 1;
    private double writes = 1;
    private long ofOneCore = UNBOUNDED;
    private Set<Operand> resident = Set.of();
    private double launch;
    private Set<ConvolutionAlgorithm> algorithms = Set.of(ConvolutionAlgorithm.DIRECT);
    private MatrixKernels kernels = kernels(16);
    private VectorKernels vector = new VectorKernels(1, Integer.MAX_VALUE);
    private SparseKernels sparse = new SparseKernels(4, 0, 0, 1, false);
    private boolean groupsApart;
    private boolean addsBiases;
    private boolean skipsZeroWeights;
    private PowerRange power = new PowerRange(2, 1e6);

    /** One square tile, in registers 8 x 8, 8 deep, no latency, never cut and never split. */
    static MatrixKernels kernels(int tile) {
        return new MatrixKernels(List.of(new KernelTile(tile, tile)), new KernelTile(8, 8), false, 8, 0, 0, 1, 1, 0, 0);
    }

    /** With latencies of a step and of a tile, and so many multiplications among instructions. */
    static MatrixKernels kernels(long step, long tile, double issueEfficiency) {
        return new MatrixKernels(
                List.of(new KernelTile(16, 16)),
                new KernelTile(8, 8),
                false,
                8,
                step,
                tile,
                issueEfficiency,
                issueEfficiency,
                0,
                0);
    }

    private static long aSecond(long bytesPerCycle) {
        return bytesPerCycle >= UNBOUNDED / CLOCK ? UNBOUNDED : bytesPerCycle * CLOCK;
    }

    public TestProcessor cores(int number) {
        this.cores = number;
        return this;
    }

    public TestProcessor lanes(int number) {
        this.lanes = number;
        return this;
    }

    public TestProcessor precision(NumberType type, int macs) {
        this.rates = Map.of(type, macs);
        this.precision = type;
        return this;
    }

    public TestProcessor registers(long bytes) {
        this.registers = bytes;
        return this;
    }

    public TestProcessor caches(Cache... nearestFirst) {
        this.caches = List.of(nearestFirst);
        return this;
    }

    /** The last cache: so large, and so many bytes a cycle. */
    public TestProcessor last(long capacityBytes, long bytesPerCycle) {
        return caches(caches.get(0), new Cache(Cache.Place.L2, capacityBytes, aSecond(bytesPerCycle), 32));
    }

    /** Bytes a cycle, and the shares of it that reads and writes get. */
    public TestProcessor dram(long bytesPerCycle, double readEfficiency, double writeEfficiency) {
        this.dram = aSecond(bytesPerCycle);
        this.reads = readEfficiency;
        this.writes = writeEfficiency;
        return this;
    }

    /** Bytes a cycle of one core. */
    public TestProcessor coreBandwidth(long bytesPerCycle) {
        this.ofOneCore = aSecond(bytesPerCycle);
        return this;
    }

    public TestProcessor launch(double cycles) {
        this.launch = cycles;
        return this;
    }

    public TestProcessor algorithms(ConvolutionAlgorithm... ofLibrary) {
        this.algorithms = Set.of(ofLibrary);
        return this;
    }

    public TestProcessor kernels(MatrixKernels ofLibrary) {
        this.kernels = ofLibrary;
        return this;
    }

    /** Products with one vector: the share of DRAM's bandwidth, and the weights that a core takes in a cycle. */
    public TestProcessor vector(double efficiency, int wordsPerCycle) {
        this.vector = new VectorKernels(efficiency, wordsPerCycle);
        return this;
    }

    public TestProcessor groupsApart() {
        this.groupsApart = true;
        return this;
    }

    /** Operands that never cross DRAM. */
    public TestProcessor resident(Operand... operands) {
        this.resident = Set.of(operands);
        return this;
    }

    public TestProcessor skipping(SparseKernels ofLibrary) {
        this.sparse = ofLibrary;
        this.skipsZeroWeights = true;
        return this;
    }

    public TestProcessor addsBiases() {
        this.addsBiases = true;
        return this;
    }

    public TestProcessor power(double idleWatts, double limitWatts) {
        this.power = new PowerRange(idleWatts, limitWatts);
        return this;
    }

    public Processor build() {
        return new Processor(
                new MachineIdentity("processor", "", "", "", OptionalInt.empty(), OptionalDouble.empty()),
                DeviceClass.GPU,
                CLOCK,
                cores,
                lanes,
                rates,
                precision,
                registers,
                new ProcessorMemory(
                        caches,
                        new Dram(dram, 0, Dram.Compression.NONE, Set.of(), Set.of(), resident, OptionalLong.empty()),
                        reads,
                        writes,
                        ofOneCore),
                new KernelLibrary(launch, algorithms, groupsApart, addsBiases, kernels, vector, sparse),
                skipsZeroWeights,
                power,
                Set.of(),
                "");
    }
}
