package io.picojoule.report.comparison;

import io.picojoule.energy.Component;
import io.picojoule.energy.EnergyBreakdown;
import io.picojoule.energy.TechnologyNode;
import io.picojoule.report.Metric;
import java.util.Optional;

/**
 * What some layers would cost a machine at another technology node: everything on the chip times one factor, DRAM as it is. Of a batch.
 *
 * @param from the node that the machine's energy table is of
 * @param factor by which energies on the chip are multiplied
 */
public record NodeEnergy(TechnologyNode from, double factor, double joules, double seconds, int batch) {
    /** Nothing where no node is asked for, or none is known of the energy table, or it has no joules. */
    public static Optional<NodeEnergy> of(Comparison comparison, Score score) {
        if (score.entrant().report().isNormalised()) {
            return Optional.empty();
        }
        return comparison.terms().node().flatMap(to -> from(score.entrant()).map(from -> of(from, to, score)));
    }

    /** The node whose joules a machine's are: that of its energy table, whatever the machine itself is made in. */
    public static Optional<TechnologyNode> from(Entrant entrant) {
        return TechnologyNode.of(entrant.run().energyTable().technology());
    }

    private static NodeEnergy of(TechnologyNode from, TechnologyNode to, Score score) {
        double factor = from.energyAt(to);
        EnergyBreakdown energy = score.totals().energy();
        double picojoules = energy.chip() * factor + energy.of(Component.DRAM);
        double joules = picojoules * Metric.JOULES_PER_PICOJOULE;
        return new NodeEnergy(from, factor, joules, score.seconds(), score.run().batch());
    }

    public double inferencesPerJoule() {
        return joules == 0 ? Double.NaN : batch / joules;
    }

    public double averageWatts() {
        return seconds == 0 ? Double.NaN : joules / seconds;
    }

    /** Inferences per joule as a multiple of the reference's at the same node; not a number where one of the two is not known. */
    public static double efficiency(Comparison comparison, Round round, Score score) {
        Optional<NodeEnergy> reference = of(comparison, round.reference());
        return of(comparison, score)
                .flatMap(own -> reference.map(other -> own.inferencesPerJoule() / other.inferencesPerJoule()))
                .orElse(Double.NaN);
    }
}
