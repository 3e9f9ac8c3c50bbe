package io.picojoule.timing.processor;

import io.picojoule.hardware.Processor;
import io.picojoule.hardware.SparseKernels;
import io.picojoule.workload.Operand;

/** Kernels that are no product of two matrices: those have one wave, in which every core has its share. */
final class SimpleKernels {
    private static final int INDEX_BYTES = 4;
    private static final Product.Tensor NO_WEIGHTS = new Product.Tensor(0, false);

    private final Processor machine;
    private final Bandwidths bandwidths;

    SimpleKernels(Processor machine) {
        this.machine = machine;
        this.bandwidths = new Bandwidths(machine);
    }

    /** A matrix and one vector: each weight is used once, so that DRAM binds by itself. */
    KernelRun vectorProduct(Product product) {
        double compute = product.macs() / multiplications();
        double weights = product.weights().bytes();
        double inputs = product.inputs().bytes();
        Moved moved = new Moved(machine.memory().caches())
                .throughCaches(Operand.WEIGHT, weights)
                .throughCaches(Operand.INPUT, inputs)
                .written(product.outputs().bytes())
                .fromDram(Operand.WEIGHT, product.weights().dramBytes())
                .fromDram(Operand.INPUT, product.inputs().dramBytes())
                .toDram(product.outputs().dramBytes());
        double crossed = bandwidths.dram(
                product.weights().dramBytes() + product.inputs().dramBytes(),
                product.outputs().dramBytes(),
                machine.cores(),
                machine.library().vector().efficiency());
        double taken =
                weights / machine.wordBytes() / machine.library().vector().wordsPerCycle() / machine.cores();
        return run(
                "vector",
                product.macs(),
                compute,
                0,
                Math.max(taken, bandwidths.outerCaches(weights + inputs, machine.cores())),
                crossed,
                machine.cores(),
                machine.library().matrix().tileLatencyCycles(),
                moved);
    }

    /**
     * A matrix in compressed rows, each entry with its column in 4 bytes, and so many vectors. An element of a vector that is gathered comes
     * in a sector with its neighbours, of which those are used, too, that meet another entry of the row.
     */
    KernelRun sparseProduct(Product product, double nonZeros) {
        SparseKernels sparse = machine.library().sparse();
        int cores = Math.min(machine.cores(), sparse.cores());
        double compute = nonZeros * (sparse.cyclesPerNonZero() + sparse.cyclesPerMac() * product.columns()) / cores;
        double macs = nonZeros * product.columns();
        double entries = nonZeros * (machine.wordBytes() + INDEX_BYTES) + product.rows() * INDEX_BYTES;
        double read = product.weights().crosses() ? entries : 0;
        Moved moved = new Moved(machine.memory().caches()).throughCaches(Operand.WEIGHT, entries);
        double delivered;
        if (sparse.gathers()) {
            double gathered = macs * gatheredBytes(product, nonZeros);
            moved.throughCaches(Operand.INPUT, gathered);
            delivered = bandwidths.outerCaches(entries + gathered, cores);
        } else {
            // The nearest memory has the vectors, and is read for each multiplication.
            double inputs = product.inputs().bytes();
            double used = macs * machine.wordBytes();
            moved.toRegisters(Operand.INPUT, used).toNearest(Operand.INPUT, inputs);
            delivered = machine.memory().caches().size() == 1
                    ? bandwidths.outerCaches(entries + used, cores)
                    : Math.max(
                            bandwidths.outerCaches(entries + inputs, cores),
                            bandwidths.cache(machine.memory().nearest(), used, cores));
        }
        moved.written(product.outputs().bytes())
                .fromDram(Operand.WEIGHT, read)
                .fromDram(Operand.INPUT, product.inputs().dramBytes())
                .toDram(product.outputs().dramBytes());
        double crossed = bandwidths.dram(
                        read + product.inputs().dramBytes(), product.outputs().dramBytes(), cores)
                / sparse.efficiency();
        double busy = macs / multiplications();
        double floor = Math.max(compute, macs / (multiplications() * cores / machine.cores()));
        return run(
                "sparse",
                macs,
                busy,
                floor - busy,
                delivered,
                crossed,
                cores,
                machine.library().matrix().tileLatencyCycles(),
                moved);
    }

    /** What the last cache delivers for each multiplication. */
    private double gatheredBytes(Product product, double nonZeros) {
        if (product.columns() == 1) {
            return machine.wordBytes();
        }
        double density = nonZeros / ((double) product.rows() * product.depth());
        int sector = machine.memory().last().sectorBytes();
        double words = Math.max(1, sector / machine.wordBytes());
        double touched = 1 - Math.pow(1 - density, words);
        return touched == 0 ? sector : sector * touched / (words * density);
    }

    /**
     * What streams through the lanes: activation functions, pools, biases, transforms.
     *
     * @param operations of a lane each
     * @param delivered bytes that the last cache delivers for the inputs
     */
    KernelRun stream(
            String kernel, double operations, Product.Tensor inputs, Product.Tensor outputs, double delivered) {
        return stream(kernel, operations, 0, NO_WEIGHTS, inputs, outputs, delivered);
    }

    /** As {@link #stream(String, double, Product.Tensor, Product.Tensor, double)}, of weights. */
    KernelRun streamOfWeights(String kernel, double operations, Product.Tensor weights, Product.Tensor outputs) {
        return stream(kernel, operations, 0, weights, NO_WEIGHTS, outputs, 0);
    }

    /**
     * With weights, each read once.
     *
     * @param macs of the operations, where they are any
     */
    KernelRun stream(
            String kernel,
            double operations,
            double macs,
            Product.Tensor weights,
            Product.Tensor inputs,
            Product.Tensor outputs,
            double delivered) {
        double compute = operations / machine.elements();
        double busy = macs / multiplications();
        Moved moved = new Moved(machine.memory().caches())
                .throughCaches(Operand.WEIGHT, weights.bytes())
                .throughCaches(Operand.INPUT, delivered)
                .fromDram(Operand.WEIGHT, weights.dramBytes())
                .written(outputs.bytes())
                .fromDram(Operand.INPUT, inputs.dramBytes())
                .toDram(outputs.dramBytes())
                .vectorOperations(operations - macs);
        return run(
                kernel,
                macs,
                busy,
                Math.max(0, compute - busy),
                bandwidths.outerCaches(weights.bytes() + delivered + outputs.bytes(), machine.cores()),
                bandwidths.dram(weights.dramBytes() + inputs.dramBytes(), outputs.dramBytes(), machine.cores()),
                machine.cores(),
                0,
                moved);
    }

    private KernelRun run(
            String kernel,
            double macs,
            double busy,
            double slower,
            double delivered,
            double crossed,
            int cores,
            double latency,
            Moved moved) {
        double compute = busy + slower;
        double wait = Math.max(0, Math.max(delivered, crossed) - compute);
        boolean byDram = crossed >= delivered;
        return new KernelRun(
                kernel,
                1,
                busy,
                slower + latency,
                0,
                byDram ? 0 : wait,
                byDram ? wait : 0,
                bandwidths.launch(),
                compute,
                delivered,
                crossed,
                cores,
                macs,
                moved.build());
    }

    /** Of the whole machine in a cycle. */
    private double multiplications() {
        return (double) machine.elements() * machine.macsPerLaneCycle();
    }
}
