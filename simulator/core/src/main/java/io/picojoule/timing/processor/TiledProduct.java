package io.picojoule.timing.processor;

import io.picojoule.activity.Activity;
import io.picojoule.hardware.Cache;
import io.picojoule.hardware.KernelTile;
import io.picojoule.hardware.MatrixKernels;
import io.picojoule.hardware.Processor;
import io.picojoule.workload.Operand;

/**
 * A product of matrices in tiles. Tiles are dealt to the cores in waves, as many at once as registers and shared memory have room for; the
 * last wave is ragged. A wave takes as long as the slowest of the busiest core, the last cache and DRAM.
 */
final class TiledProduct {
    /** A tile needs the registers of its sums once more for its operands and addresses. */
    private static final int REGISTERS_PER_SUM = 2;

    /** One step of operands is used while the next one arrives. */
    private static final int BUFFERS = 2;

    /** A part of the inner dimension is at least so many steps deep. */
    private static final int LEAST_STEPS = 16;

    private final Processor machine;
    private final MatrixKernels kernels;
    private final Bandwidths bandwidths;
    private final Product product;
    private final KernelTile tile;
    private final KernelTile registers;
    private final boolean columnsFirst;
    private final long rowTiles;
    private final long columnTiles;
    private final int resident;
    private final long parts;
    private final long blocks;
    private final double cycles;

    TiledProduct(Processor machine, Product product, KernelTile tile, boolean columnsFirst) {
        this.machine = machine;
        this.kernels = machine.library().matrix();
        this.bandwidths = new Bandwidths(machine);
        this.product = product;
        this.tile = tile;
        this.registers = kernels.registerTile().within(tile);
        this.columnsFirst = columnsFirst;
        this.rowTiles = tiles(product.rows(), tile.rows());
        this.columnTiles = tiles(product.columns(), tile.columns());
        this.resident = resident();
        long whole = rowTiles * columnTiles * product.copies();
        this.parts = parts(whole);
        this.blocks = whole * parts;
        this.cycles = run("", Activity.NONE).cycles();
    }

    private static long tiles(long extent, long tile) {
        return (extent + tile - 1) / tile;
    }

    /** How many tiles a core has room for. */
    private int resident() {
        int sumBytes = machine.words().partialSumBits() / Byte.SIZE;
        long byRegisters = machine.registerBytes() / (tile.words() * sumBytes * REGISTERS_PER_SUM);
        Cache nearest = machine.memory().nearest();
        long operands = (long) BUFFERS * (tile.rows() + tile.columns()) * kernels.depth() * (long) machine.wordBytes();
        long byMemory = nearest.place() == Cache.Place.SHARED ? nearest.capacityBytes() / operands : byRegisters;
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.min(byRegisters, byMemory)));
    }

    private long parts(long whole) {
        if (product.gathered() || whole >= kernels.splitsBelow() * machine.cores()) {
            return 1;
        }
        long deepest = product.depth() / ((long) kernels.depth() * LEAST_STEPS);
        return Math.max(1, Math.min((long) machine.cores() * resident / whole, deepest));
    }

    /** This, unless the other takes less. */
    TiledProduct orFaster(TiledProduct other) {
        return other.cycles < cycles ? other : this;
    }

    KernelRun run() {
        double outputs = product.outputs().bytes();
        Moved moved = new Moved(machine.memory().caches())
                .toRegisters(Operand.WEIGHT, registerBytes(registers.columns()))
                .toRegisters(Operand.INPUT, registerBytes(registers.rows()))
                .toNearest(Operand.WEIGHT, blocks * weightBytesOfBlock())
                .toNearest(Operand.INPUT, blocks * inputBytesOfBlock())
                .written(outputs * (parts == 1 ? 1 : 2 * parts))
                .fromDram(Operand.WEIGHT, weightCrossings() * product.weights().dramBytes())
                .fromDram(Operand.INPUT, inputCrossings() * product.inputs().dramBytes())
                .toDram(product.outputs().dramBytes());
        return run(tile.toString(), moved.build());
    }

    private KernelRun run(String kernel, Activity activity) {
        Waves waves = new Waves();
        long wave = (long) machine.cores() * resident;
        waves.add(wave, blocks / wave);
        waves.add(blocks % wave, blocks % wave == 0 ? 0 : 1);
        double busy = product.macs() / (machine.elements() * (double) machine.macsPerLaneCycle());
        // Parts of sums are written, read again and added up.
        double joining = parts == 1
                ? 0
                : bandwidths.cache(
                        machine.memory().last(), 2 * parts * product.outputs().bytes(), machine.cores());
        double packing = packing();
        return new KernelRun(
                kernel,
                1,
                busy,
                waves.latency,
                waves.issuing - busy,
                waves.buffer + joining,
                waves.dram + packing,
                bandwidths.launch(),
                waves.issuing + waves.latency,
                waves.cache + joining,
                waves.channel + packing,
                (int) Math.min(machine.cores(), blocks),
                product.macs(),
                activity);
    }

    /** Laying weights out, which few cores may be too slow for to keep the usual rate. */
    private double packing() {
        if (product.gathered() || kernels.packingBytesPerSecond() == 0) {
            return 0;
        }
        double rate = Math.min(
                kernels.packingBytesPerSecond(), (double) machine.memory().coreBytesPerSecond() * machine.cores());
        return product.weights().bytes() / rate * machine.clockHertz();
    }

    /** Sums over waves, in cycles. */
    private final class Waves {
        private double issuing;
        private double latency;
        private double buffer;
        private double dram;
        private double cache;
        private double channel;

        void add(long blocksOfWave, long count) {
            if (count == 0) {
                return;
            }
            long most = tiles(blocksOfWave, machine.cores());
            int cores = (int) Math.min(machine.cores(), blocksOfWave);
            double steps = tiles(tiles(product.depth(), parts), kernels.depth());
            double issue = steps * kernels.depth() * most * cyclesOfColumn();
            double efficiency = product.gathered() ? kernels.gatherEfficiency() : kernels.issueEfficiency();
            double compute = issue / efficiency + steps * kernels.stepLatencyCycles() + kernels.tileLatencyCycles();
            double share = (double) blocksOfWave / blocks;
            // The busiest core has the longest way to its own share of the cache.
            double delivered = Math.max(
                    bandwidths.outerCaches(most * blockBytes(), 1),
                    bandwidths.cache(machine.memory().nearest(), most * blockRegisterBytes(), 1));
            double crossed = bandwidths.dram(
                    share
                            * (weightCrossings() * product.weights().dramBytes()
                                    + inputCrossings() * product.inputs().dramBytes()),
                    share * product.outputs().dramBytes(),
                    cores);
            double wait = Math.max(0, Math.max(delivered, crossed) - compute);
            issuing += count * issue;
            latency += count * (compute - issue);
            if (crossed >= delivered) {
                dram += count * wait;
            } else {
                buffer += count * wait;
            }
            cache += count * delivered;
            channel += count * crossed;
        }
    }

    /** Cycles in which a core works through one column of weights and one row of inputs of a tile; at edges, of the mean tile. */
    private double cyclesOfColumn() {
        double words = tile.words();
        if (kernels.cutsEdges()) {
            double rows = (double) tiles(product.rows(), registers.rows()) * registers.rows() / rowTiles;
            double columns = (double) tiles(product.columns(), registers.columns()) * registers.columns() / columnTiles;
            words = Math.min(words, rows * columns);
        }
        return words / ((double) machine.lanes() * machine.macsPerLaneCycle());
    }

    private double registerBytes(int reuse) {
        return product.macs() / reuse * machine.wordBytes();
    }

    private double weightBytesOfBlock() {
        return (double) product.rows() / rowTiles * depthOfBlock() * machine.wordBytes();
    }

    private double inputBytesOfBlock() {
        return (double) product.columns() / columnTiles * depthOfBlock() * machine.wordBytes() * product.gather();
    }

    private double blockBytes() {
        return weightBytesOfBlock() + inputBytesOfBlock();
    }

    /** What a block reads from the nearest memory: a row and a column of each register tile at each depth. */
    private double blockRegisterBytes() {
        return tile.words()
                * depthOfBlock()
                * machine.wordBytes()
                * (1.0 / registers.rows() + 1.0 / registers.columns());
    }

    private double depthOfBlock() {
        return (double) product.depth() / parts;
    }

    private double weightCrossings() {
        return columnsFirst
                ? crossings(product.weights(), rowTiles, columnTiles)
                : repeatedCrossings(product.weights(), rowTiles, columnTiles);
    }

    private double inputCrossings() {
        return columnsFirst
                ? repeatedCrossings(product.inputs(), columnTiles, rowTiles)
                : crossings(product.inputs(), columnTiles, rowTiles);
    }

    /**
     * How often the matrix comes from DRAM whose panels are taken one after another, each with all {@code inner} panels of the other: once,
     * if a panel stays in the last cache until it has met them all.
     */
    private double crossings(Product.Tensor matrix, long panels, long inner) {
        double panel = matrix.bytes() / product.copies() / panels;
        return stays(panel) ? 1 : waves(inner);
    }

    /** How often the other one comes, all of whose panels are wanted for each of {@code outer} panels: once, if it stays as a whole. */
    private double repeatedCrossings(Product.Tensor matrix, long panels, long outer) {
        if (stays(matrix.bytes() / product.copies())) {
            return 1;
        }
        double outerAtOnce = Math.max(1, (double) machine.cores() * resident / panels);
        return Math.max(1, outer / outerAtOnce);
    }

    private double waves(long tiles) {
        return Math.max(1, (double) tiles / ((double) machine.cores() * resident));
    }

    private boolean stays(double bytes) {
        return Residency.stays(machine, bytes);
    }
}
