package io.picojoule.report.comparison;

/** Figures of a machine as multiples of those of the baseline; not a number where there is no common unit. */
public record Relative(double seconds, double energy, double energyDelayProduct) {
    public static Relative of(Comparison comparison, Round round, Score score) {
        boolean comparable = comparison.scale() != EnergyScale.NONE;
        return new Relative(
                round.relative(score, Score::seconds),
                comparable ? round.relative(score, Score::energy) : Double.NaN,
                comparable ? round.relative(score, Score::energyDelayProduct) : Double.NaN);
    }

    /** How many times the inferences a second of the baseline. */
    public double speedUp() {
        return 1 / seconds;
    }

    /** How many times the inferences per joule of the baseline. */
    public double efficiency() {
        return 1 / energy;
    }
}
