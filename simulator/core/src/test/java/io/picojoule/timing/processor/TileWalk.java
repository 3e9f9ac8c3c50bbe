package io.picojoule.timing.processor;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.hardware.Cache;
import io.picojoule.hardware.KernelTile;
import io.picojoule.hardware.MatrixKernels;
import io.picojoule.hardware.Processor;
import io.picojoule.workload.Operand;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks through a product of matrices block by block: each is dealt to a core, and when no core has room for another, all that were dealt
 * are a wave. Slow and plain, from the documentation; shares no code with {@link TiledProduct} but the bytes that cross DRAM, which it takes
 * from the counts.
 */
final class TileWalk {
    private final Processor machine;
    private final MatrixKernels kernels;
    private final Product product;
    private final KernelTile tile;
    private int parts = 1;

    TileWalk(Processor machine, Product product, KernelTile tile) {
        this.machine = machine;
        this.kernels = machine.library().matrix();
        this.product = product;
        this.tile = tile;
    }

    /** A block of sums, and the part of the inner dimension that it runs over. */
    private record Block(long rows, long columns, long depth) {}

    /** Cycles from launch to end. */
    double cycles(Activity activity) {
        int room = room();
        List<Block> blocks = blocks(room);
        double read = (activity.bits(Action.READ, Operand.WEIGHT, Level.DRAM)
                        + activity.bits(Action.READ, Operand.INPUT, Level.DRAM))
                / 8.0;
        double written = activity.bits(Action.WRITE, Operand.OUTPUT, Level.DRAM) / 8.0;
        double cycles = machine.library().launchNanoseconds() * machine.clockHertz() / 1e9;
        int[] dealt = new int[machine.cores()];
        int inWave = 0;
        for (int number = 0; number < blocks.size(); number++) {
            dealt[number % machine.cores()]++;
            inWave++;
            if (inWave == machine.cores() * room || number == blocks.size() - 1) {
                double share = (double) inWave / blocks.size();
                cycles += wave(dealt, blocks, share * read, share * written);
                dealt = new int[machine.cores()];
                inWave = 0;
            }
        }
        return cycles + packing() + joining();
    }

    /** Into how many the inner dimension is split; known after the walk. */
    int parts() {
        return parts;
    }

    /** Weights are laid out in the order of tiles, but for those of convolutions. */
    private double packing() {
        return product.gathered() || kernels.packingBytesPerSecond() == 0
                ? 0
                : product.weights().bytes()
                        / Math.min(
                                kernels.packingBytesPerSecond(),
                                (double) machine.memory().coreBytesPerSecond() * machine.cores())
                        * machine.clockHertz();
    }

    /** As many as there are registers and shared memory for; any core has room for one. */
    private int room() {
        int word = machine.precisionType().bits() / 8;
        int room = 0;
        long registers = 0;
        long shared = 0;
        boolean fits = true;
        while (fits) {
            registers += 2L * tile.rows() * tile.columns() * machine.words().partialSumBits() / 8;
            shared += 2L * kernels.depth() * (tile.rows() + tile.columns()) * word;
            Cache nearest = machine.memory().nearest();
            fits = registers <= machine.registerBytes()
                    && (nearest.place() != Cache.Place.SHARED || shared <= nearest.capacityBytes());
            room += fits ? 1 : 0;
        }
        return Math.max(1, room);
    }

    private List<Block> blocks(int room) {
        List<Block> whole = new ArrayList<>();
        for (long copy = 0; copy < product.copies(); copy++) {
            for (long row = 0; row < product.rows(); row += tile.rows()) {
                for (long column = 0; column < product.columns(); column += tile.columns()) {
                    whole.add(new Block(
                            Math.min(tile.rows(), product.rows() - row),
                            Math.min(tile.columns(), product.columns() - column),
                            product.depth()));
                }
            }
        }
        if (product.gathered() || whole.size() >= kernels.splitsBelow() * machine.cores()) {
            return whole;
        }
        while ((parts + 1) * whole.size() <= machine.cores() * room
                && (parts + 1) * 16L * kernels.depth() <= product.depth()) {
            parts++;
        }
        List<Block> blocks = new ArrayList<>();
        for (Block block : whole) {
            for (int part = 0; part < parts; part++) {
                blocks.add(new Block(block.rows(), block.columns(), (product.depth() + parts - 1) / parts));
            }
        }
        return blocks;
    }

    /** Until the core with most blocks is done, its share of each cache has delivered, and DRAM has moved what the wave takes. */
    private double wave(int[] dealt, List<Block> blocks, double read, double written) {
        int most = 0;
        int working = 0;
        for (int ofCore : dealt) {
            most = Math.max(most, ofCore);
            working += ofCore > 0 ? 1 : 0;
        }
        double columns = 0;
        double steps = 0;
        for (long depth = 0; depth < blocks.get(0).depth(); depth += kernels.depth()) {
            steps++;
            columns += kernels.depth();
        }
        double multiplying = most * columns * meanWords(blocks) / machine.lanes() / machine.macsPerLaneCycle();
        double computing = multiplying / (product.gathered() ? kernels.gatherEfficiency() : kernels.issueEfficiency())
                + steps * kernels.stepLatencyCycles()
                + kernels.tileLatencyCycles();
        return Math.max(computing, Math.max(delivering(most, blocks), crossing(working, read, written)));
    }

    /** Products that a block takes a step of depth 1: those of a tile, or of the register tiles that it has. */
    private double meanWords(List<Block> blocks) {
        if (!kernels.cutsEdges()) {
            return tile.words();
        }
        KernelTile registers = kernels.registerTile().within(tile);
        long rows = (product.rows() + registers.rows() - 1) / registers.rows() * registers.rows();
        long columns = (product.columns() + registers.columns() - 1) / registers.columns() * registers.columns();
        long tilesDown = (product.rows() + tile.rows() - 1) / tile.rows();
        long tilesAcross = (product.columns() + tile.columns() - 1) / tile.columns();
        return Math.min(tile.words(), (double) rows / tilesDown * columns / tilesAcross);
    }

    private double delivering(int most, List<Block> blocks) {
        double word = machine.precisionType().bits() / 8.0;
        double depth = (double) product.depth() / parts;
        double fromLast = 0;
        for (Block block : blocks) {
            fromLast += (block.rows() + block.columns() * product.gather()) * depth * word;
        }
        fromLast *= (double) most / blocks.size();
        double delivering = atShare(machine.memory().last(), fromLast);
        for (Cache cache :
                machine.memory().caches().subList(1, machine.memory().caches().size())) {
            delivering = Math.max(delivering, atShare(cache, fromLast));
        }
        double toRegisters = most
                * tile.words()
                * depth
                * word
                * (1.0 / kernels.registerTile().within(tile).rows()
                        + 1.0 / kernels.registerTile().within(tile).columns());
        return Math.max(delivering, atShare(machine.memory().nearest(), toRegisters));
    }

    /** Of one core. */
    private double atShare(Cache cache, double bytes) {
        return bytes * machine.cores() / cache.bytesPerSecond() * machine.clockHertz();
    }

    private double crossing(int working, double read, double written) {
        double bandwidth = machine.memory().dram().bytesPerSecond();
        double seconds = read / (bandwidth * machine.memory().readEfficiency())
                + written / (bandwidth * machine.memory().writeEfficiency());
        double ofCores = (read + written) / machine.memory().coreBytesPerSecond() / working;
        return Math.max(seconds, ofCores) * machine.clockHertz();
    }

    /** Sums of parts go into the last cache and come back. */
    private double joining() {
        double bytes = parts == 1 ? 0 : 2.0 * parts * product.outputs().bytes();
        return bytes / machine.memory().last().bytesPerSecond() * machine.clockHertz();
    }
}
