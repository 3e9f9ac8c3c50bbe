package io.picojoule.validation;

import static io.picojoule.activity.Action.READ;
import static io.picojoule.activity.Action.WRITE;
import static io.picojoule.activity.Level.GLOBAL_BUFFER;

import io.picojoule.activity.Activity;
import io.picojoule.activity.Level;
import io.picojoule.energy.Component;
import io.picojoule.simulation.LayerResult;
import io.picojoule.workload.Operand;
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
    ENERGY_TOTAL("energy-total", "MAC", ours -> ours.energy().total()),
    ENERGY_MAC("energy-mac", "MAC", ours -> ours.energy().of(Component.MAC)),
    ENERGY_DRAM("energy-dram", "MAC", ours -> ours.energy().of(Component.DRAM)),
    ENERGY_GLOBAL_BUFFER("energy-global-buffer", "MAC", ours -> ours.energy().of(Component.GLOBAL_BUFFER)),
    ENERGY_NETWORK("energy-network", "MAC", ours -> ours.energy().of(Component.NETWORK)),
    ENERGY_SCRATCHPAD("energy-scratchpad", "MAC", ours -> ours.energy().of(Component.SCRATCHPAD));

    private final String key;
    private final String unit;
    private final ToDoubleFunction<Measured> figure;

    PublishedQuantity(String key, String unit, ToDoubleFunction<Measured> figure) {
        this.key = key;
        this.unit = unit;
        this.figure = figure;
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
