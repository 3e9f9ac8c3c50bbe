package io.picojoule.simulation;

import io.picojoule.activity.Activity;
import io.picojoule.energy.EnergyBreakdown;

/**
 * Sums over layers; a named zero and {@link #plus} make every total a fold. Counts are those of the whole batch.
 *
 * @param laneMacs MACs of one multiplier that is always busy: the cycles, times its MACs a cycle at each layer's precision
 * @param bandwidthBoundCycles cycles of layers that a bus or DRAM binds
 * @param macCycles cycles of layers with MACs: only these stand under a roof
 * @param roofCycles of these, weighted by each layer's fraction of its roof
 */
public record Totals(
        int layers,
        long macs,
        long cycles,
        long processingCycles,
        long laneMacs,
        long bandwidthBoundCycles,
        long macCycles,
        double roofCycles,
        Activity activity,
        EnergyBreakdown energy) {
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, Activity.NONE, EnergyBreakdown.NONE);

    public static Totals of(LayerResult layer) {
        long cycles = layer.timing().cycles();
        return new Totals(
                1,
                layer.macs(),
                cycles,
                layer.timing().processingCycles(),
                Math.multiplyExact(cycles, layer.macsPerLaneCycle()),
                layer.timing().boundBy().isBandwidth() ? cycles : 0,
                layer.macs() > 0 ? cycles : 0,
                cycles * layer.roofline().fractionOfRoof(),
                layer.timing().activity(),
                layer.energy());
    }

    public Totals plus(Totals other) {
        return new Totals(
                layers + other.layers,
                Math.addExact(macs, other.macs),
                Math.addExact(cycles, other.cycles),
                Math.addExact(processingCycles, other.processingCycles),
                Math.addExact(laneMacs, other.laneMacs),
                Math.addExact(bandwidthBoundCycles, other.bandwidthBoundCycles),
                Math.addExact(macCycles, other.macCycles),
                roofCycles + other.roofCycles,
                activity.plus(other.activity),
                energy.plus(other.energy));
    }

    /** Time-weighted mean over layers with MACs of the fraction of the roof that is reached. */
    public double fractionOfRoof() {
        return macCycles == 0 ? 0 : roofCycles / macCycles;
    }

    public double bandwidthBoundTimeFraction() {
        return cycles == 0 ? 0 : (double) bandwidthBoundCycles / cycles;
    }
}
