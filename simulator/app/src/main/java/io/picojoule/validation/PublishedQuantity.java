package io.picojoule.validation;

import static io.picojoule.activity.Action.READ;
import static io.picojoule.activity.Action.WRITE;
import static io.picojoule.activity.Level.GLOBAL_BUFFER;
import static io.picojoule.activity.Level.WEIGHT_BUFFER;

import io.picojoule.activity.Action;
import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.area.AreaBreakdown;
import io.picojoule.area.AreaComponent;
import io.picojoule.compression.DeepCompression;
import io.picojoule.energy.Component;
import io.picojoule.simulation.LayerResult;
import io.picojoule.timing.Cause;
import io.picojoule.timing.Resource;
import io.picojoule.workload.Operand;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is published: the key in files, the unit of its figures, and how ours is counted. */
public enum PublishedQuantity {
    PROCESSING_LATENCY(
            "processing-latency",
            "ms",
            ours -> milli(ours.run().seconds(ours.totals().processingCycles()))),
    TOTAL_LATENCY("total-latency", "ms", ours -> milli(ours.seconds())),
    /** Without weights, and without filling the inputs in: the Eyeriss paper's convention. */
    BUFFER_ACCESSES("buffer-accesses", "MB", ours -> megabytes(bufferBits(ours.activity()))),
    DRAM_BYTES("dram-bytes", "MB", ours -> megabytes(ours.activity().bits(Level.DRAM))),
    DRAM_BYTES_UNCOMPRESSED(
            "dram-bytes-uncompressed",
            "MB",
            ours -> megabytes(Measured.sum(ours.uncompressed()).activity().bits(Level.DRAM))),
    ACTIVE_PES("active-PEs", "PE", ours -> activeElements(ours.layers())),
    CHIP_POWER("chip-power", "mW", ours -> milli(ours.energy().chip() * 1e-12 / ours.seconds())),
    /** In the unit of papers about layers that take no millisecond. */
    LAYER_TIME("time", "us", ours -> micro(ours.seconds())),
    /** Of a batch, each inference's share. */
    TIME_PER_INFERENCE(
            "time-per-inference",
            "us",
            ours -> micro(ours.seconds() / ours.run().batch())),
    INFERENCES_PER_SECOND("inferences-per-second", "inf/s", ours -> ours.run().batch() / ours.seconds()),
    /** With DRAM. */
    POWER("power", "W", ours -> joules(ours) / ours.seconds()),
    /** How many times as many inferences a second as the baseline. */
    SPEED_UP(
            "speed-up",
            "x",
            ours -> perInference(ours.baseline().orElseThrow(), Measured::seconds)
                    / perInference(ours, Measured::seconds)),
    /** How many times as many inferences a joule as the baseline. */
    EFFICIENCY_RATIO(
            "efficiency-ratio",
            "x",
            ours -> perInference(ours.baseline().orElseThrow(), PublishedQuantity::joules)
                    / perInference(ours, PublishedQuantity::joules)),
    /** Of a sparse engine: if all elements had equally much to do, and never waited. */
    THEORETICAL_TIME("theoretical-time", "us", ours -> micro(ours.seconds() * theoreticalShare(ours.layers()))),
    CYCLES("cycles", "cycles", ours -> ours.totals().cycles()),
    INFERENCES_PER_JOULE("inferences-per-joule", "inf/J", ours -> ours.run().batch() / joules(ours)),
    /** With a memory that never lets the array wait. */
    COMPUTE_CYCLES("compute-cycles", "cycles", ours -> computeCycles(ours.layers())),
    /** Words that the buffers send to the array, or take from it. */
    INPUTS_SENT("inputs-sent", "words", ours -> words(ours, READ, Operand.INPUT, GLOBAL_BUFFER)),
    WEIGHTS_SENT(
            "weights-sent",
            "words",
            ours -> words(ours, READ, Operand.WEIGHT, WEIGHT_BUFFER)
                    + words(ours, READ, Operand.WEIGHT, GLOBAL_BUFFER)),
    SUMS_TAKEN("sums-taken", "words", ours -> words(ours, WRITE, Operand.PARTIAL_SUM, GLOBAL_BUFFER)),
    /** All operands, reads and writes. */
    DRAM_ACCESSES(
            "dram-accesses",
            "words/MAC",
            ours -> dramWords(ours) / ours.totals().macs()),
    ENERGY_PER_MAC("energy-per-mac", "MAC", PublishedQuantity::energyPerMac),
    /** Energy of a MAC times the delay of one, which is the inverse of the active PEs, as a multiple of that of the baseline on as many PEs. */
    RELATIVE_ENERGY_DELAY(
            "relative-energy-delay",
            "baseline",
            ours -> energyDelay(ours) / energyDelay(ours.baseline().orElseThrow())),
    /** Energy of a MAC as a multiple of that of the baseline. */
    RELATIVE_ENERGY(
            "relative-energy",
            "baseline",
            ours -> energyPerMac(ours) / energyPerMac(ours.baseline().orElseThrow())),
    /** The inverse of the active PEs: how long a MAC takes if each of them has one in every cycle. */
    DELAY_PER_MAC("delay-per-mac", "1/PE", PublishedQuantity::delay),
    /** Cycles in which some element multiplies. */
    MULTIPLY_CYCLES("multiply-cycles", "cycles", ours -> multiplyCycles(ours)),
    /** The same, of all cycles. */
    ARRAY_ACTIVE(
            "array-active",
            "%",
            ours -> 100 * multiplyCycles(ours) / ours.totals().cycles()),
    WEIGHT_WAIT("weight-stall-and-shift", "%", ours -> share(ours, Cause.WEIGHT_LOAD, Cause.DRAM)),
    /** The same, of the cycles in which the array has work. */
    WEIGHT_WAIT_OF_MATRIX_TIME(
            "weight-stall-and-shift-of-matrix-time",
            "%",
            ours -> 100 * share(ours, Cause.WEIGHT_LOAD, Cause.DRAM) / (100 - share(ours, Cause.DRAIN))),
    NON_MATRIX("non-matrix", "%", ours -> share(ours, Cause.DRAIN)),
    ENERGY_TOTAL("energy-total", "MAC", ours -> ours.energy().total()),
    ENERGY_MAC("energy-mac", "MAC", ours -> ours.energy().of(Component.MAC)),
    ENERGY_DRAM("energy-dram", "MAC", ours -> ours.energy().of(Component.DRAM)),
    ENERGY_GLOBAL_BUFFER("energy-global-buffer", "MAC", ours -> ours.energy().of(Component.GLOBAL_BUFFER)),
    ENERGY_NETWORK("energy-network", "MAC", ours -> ours.energy().of(Component.NETWORK)),
    ENERGY_SCRATCHPAD("energy-scratchpad", "MAC", ours -> ours.energy().of(Component.SCRATCHPAD)),
    AREA("area", "mm2", ours -> area(ours, AreaComponent.values())),
    AREA_MAC("area-mac", "mm2", ours -> area(ours, AreaComponent.MAC)),
    AREA_SCRATCHPAD("area-scratchpad", "mm2", ours -> area(ours, AreaComponent.SCRATCHPAD)),
    /** All beside the elements: global buffer, weight buffer, accumulators. */
    AREA_BUFFERS(
            "area-buffers",
            "mm2",
            ours -> area(ours, AreaComponent.GLOBAL_BUFFER, AreaComponent.WEIGHT_BUFFER, AreaComponent.ACCUMULATORS)),
    /** Scratchpads and all buffers. */
    AREA_STORAGE(
            "area-storage",
            "mm2",
            ours -> ours.run()
                    .area()
                    .map(AreaBreakdown::storageSquareMillimetres)
                    .orElse(Double.NaN)),
    /** The elements of an array, with all that is in them. */
    AREA_ELEMENTS(
            "area-elements",
            "mm2",
            ours -> area(
                    ours, AreaComponent.MAC, AreaComponent.SCRATCHPAD, AreaComponent.QUEUE, AreaComponent.CONTROL)),
    /** Of a sparse engine, by what it is for. */
    AREA_MATRIX("area-matrix", "mm2", ours -> area(ours, AreaComponent.WEIGHT_BUFFER)),
    AREA_POINTERS("area-pointers", "mm2", ours -> area(ours, AreaComponent.POINTER_BUFFER)),
    AREA_QUEUES("area-queues", "mm2", ours -> area(ours, AreaComponent.QUEUE)),
    /** Registers and SRAM. */
    AREA_ACTIVATIONS(
            "area-activations", "mm2", ours -> area(ours, AreaComponent.SCRATCHPAD, AreaComponent.GLOBAL_BUFFER)),
    /** Pruned and quantised, of 32 bits a weight. */
    QUANTISED_SIZE("quantised-size", "%", PublishedQuantity::quantisedPercent, true),
    /** Pruned, quantised and Huffman-coded, of 32 bits a weight. */
    HUFFMAN_SIZE("huffman-size", "%", PublishedQuantity::huffmanPercent, true),
    /** 32 bits a weight, over what is left after Huffman coding. */
    COMPRESSION_RATIO("compression-ratio", "x", weights -> 100 / huffmanPercent(weights), true);

    private final String key;
    private final String unit;
    private final ToDoubleFunction<Measured> figure;
    private final ToDoubleFunction<DeepCompression> figureOfWeights;
    private final boolean isOfCompression;

    PublishedQuantity(String key, String unit, ToDoubleFunction<Measured> figure) {
        this.key = key;
        this.unit = unit;
        this.figure = figure;
        this.figureOfWeights = weights -> Double.NaN;
        this.isOfCompression = false;
    }

    PublishedQuantity(
            String key, String unit, ToDoubleFunction<DeepCompression> figureOfWeights, boolean isOfCompression) {
        this.key = key;
        this.unit = unit;
        this.figure = run -> Double.NaN;
        this.figureOfWeights = figureOfWeights;
        this.isOfCompression = isOfCompression;
    }

    public String key() {
        return key;
    }

    public String unit() {
        return unit;
    }

    double of(Measured ours) {
        return figure.applyAsDouble(ours);
    }

    /** Of weights; not a number if it is a figure of a run. */
    double of(DeepCompression weights) {
        return figureOfWeights.applyAsDouble(weights);
    }

    /** Whether it is about compressed weights and not about a run. */
    public boolean isOfCompression() {
        return isOfCompression;
    }

    private static double quantisedPercent(DeepCompression weights) {
        return 100 * weights.fraction(weights.quantisedBits());
    }

    private static double huffmanPercent(DeepCompression weights) {
        return 100 * weights.fraction(weights.huffmanBits());
    }

    /** Whether it is of the machine, whatever runs on it. */
    boolean isOfMachine() {
        return key.equals(AREA.key) || key.startsWith(AREA.key + "-");
    }

    /** Whether it takes another run to tell. */
    boolean isRelative() {
        return this == RELATIVE_ENERGY_DELAY || this == RELATIVE_ENERGY || this == SPEED_UP || this == EFFICIENCY_RATIO;
    }

    private static double area(Measured ours, AreaComponent... components) {
        return ours.run()
                .area()
                .map(area -> Arrays.stream(components).mapToDouble(area::of).sum())
                .orElse(Double.NaN);
    }

    private static double joules(Measured ours) {
        return ours.energy().total() * 1e-12;
    }

    private static double perInference(Measured ours, ToDoubleFunction<Measured> figure) {
        return figure.applyAsDouble(ours) / ours.run().batch();
    }

    private static double theoreticalShare(List<LayerResult> layers) {
        double theoretical = 0;
        double cycles = 0;
        for (LayerResult layer : layers) {
            theoretical += layer.sparse()
                    .map(sparse -> sparse.counts().theoreticalCycles())
                    .orElse(Double.NaN);
            cycles += layer.timing().cycles();
        }
        return theoretical / cycles;
    }

    private static double computeCycles(List<LayerResult> layers) {
        return layers.stream()
                .mapToLong(layer -> layer.timing().computeCycles())
                .sum();
    }

    private static double words(Measured ours, Action action, Operand operand, Level level) {
        return (double) ours.activity().bits(action, operand, level)
                / ours.run().machine().words().bits(operand);
    }

    private static double dramWords(Measured ours) {
        double words = 0;
        for (Operand operand : Operand.values()) {
            words += words(ours, READ, operand, Level.DRAM) + words(ours, WRITE, operand, Level.DRAM);
        }
        return words;
    }

    private static double energyPerMac(Measured ours) {
        return ours.energy().total() / ours.totals().macs();
    }

    private static double delay(Measured ours) {
        double macs = ours.totals().macs();
        double delay = 0;
        for (LayerResult layer : ours.layers()) {
            delay += layer.macs() / macs / layer.timing().activeElements();
        }
        return delay;
    }

    private static double energyDelay(Measured ours) {
        return energyPerMac(ours) * delay(ours) * ours.run().machine().macsPerCycle();
    }

    private static double multiplyCycles(Measured ours) {
        return ours.layers().stream()
                .mapToLong(layer -> layer.timing().busyCycles().getOrDefault(Resource.COMPUTE, 0L))
                .sum();
    }

    /** Of the cycles of all active elements, in per cent. */
    private static double share(Measured ours, Cause... causes) {
        double sum = 0;
        for (LayerResult layer : ours.layers()) {
            double active = Math.max(1, layer.timing().activeElements());
            for (Cause cause : causes) {
                sum += layer.timing().elementCycles().getOrDefault(cause, 0L) / active;
            }
        }
        return 100 * sum / ours.totals().cycles();
    }

    private static double micro(double value) {
        return value * 1e6;
    }

    private static double milli(double value) {
        return value * 1e3;
    }

    private static double megabytes(long bits) {
        return bits / 8e6;
    }

    private static long bufferBits(Activity activity) {
        return activity.bits(READ, Operand.INPUT, GLOBAL_BUFFER)
                + activity.bits(READ, Operand.PARTIAL_SUM, GLOBAL_BUFFER)
                + activity.bits(WRITE, Operand.PARTIAL_SUM, GLOBAL_BUFFER)
                + activity.bits(READ, Operand.OUTPUT, GLOBAL_BUFFER);
    }

    /** Of several layers, the number that would do all their MACs in the same time; whole, as it is published. */
    private static double activeElements(List<LayerResult> layers) {
        double macs = 0;
        double time = 0;
        for (LayerResult layer : layers) {
            macs += layer.macs();
            time += (double) layer.macs() / layer.timing().activeElements();
        }
        return Math.rint(macs / time);
    }
}
