package io.picojoule.report.comparison;

/**
 * Figures of a machine as multiples of those of the baseline; not a number where there is no common unit.
 *
 * @param meanSeconds geometric mean of those of single layers, each of which counts as much as any other
 * @param meanEnergy likewise
 */
public record Relative(
        double seconds, double energy, double energyDelayProduct, double meanSeconds, double meanEnergy) {
    public static Relative of(Comparison comparison, Round round, Score score) {
        boolean comparable = comparison.scale() != EnergyScale.NONE;
        return new Relative(
                round.relative(score, Score::seconds),
                comparable ? round.relative(score, Score::energy) : Double.NaN,
                comparable ? round.relative(score, Score::energyDelayProduct) : Double.NaN,
                round.geometricMean(score, Score::seconds),
                comparable ? round.geometricMean(score, Score::energy) : Double.NaN);
    }

    /** How many times the inferences a second of the baseline. */
    public double speedUp() {
        return 1 / seconds;
    }

    /** The mean of the speed-ups of single layers, as papers about benchmarks of layers have it. */
    public double meanSpeedUp() {
        return 1 / meanSeconds;
    }

    public double meanEfficiency() {
        return 1 / meanEnergy;
    }

    /** How many times the inferences per joule of the baseline. */
    public double efficiency() {
        return 1 / energy;
    }
}
