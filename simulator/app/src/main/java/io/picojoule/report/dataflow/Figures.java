package io.picojoule.report.dataflow;

import io.picojoule.activity.Level;
import io.picojoule.search.Objective;
import io.picojoule.simulation.LayerResult;

/** What layers take together. */
record Figures(int layers, long cycles, double energy, long dramBits) {
    private static final int BITS_PER_BYTE = 8;

    static final Figures NONE = new Figures(0, 0, 0, 0);

    /** Of a layer, and of so many like it. */
    static Figures of(LayerResult result, int times) {
        return new Figures(
                times,
                Math.multiplyExact(result.timing().cycles(), (long) times),
                result.energy().total() * times,
                Math.multiplyExact(result.timing().activity().bits(Level.DRAM), (long) times));
    }

    Figures plus(Figures other) {
        return new Figures(
                layers + other.layers,
                Math.addExact(cycles, other.cycles),
                energy + other.energy,
                Math.addExact(dramBits, other.dramBits));
    }

    double cost(Objective objective) {
        return objective.cost(energy, cycles, dramBits);
    }

    double dramBytes() {
        return (double) dramBits / BITS_PER_BYTE;
    }
}
