package io.picojoule.report.comparison;

import io.picojoule.energy.Component;
import io.picojoule.workload.Operand;

/** Energies of a score for each MAC as files have them: in picojoules, or in multiples of a MAC where the table is normalised. */
record PerMac(Score score, boolean isNormalised, double unit) {
    private static final double PICOJOULES_PER_JOULE = 1e12;

    static PerMac of(Score score) {
        boolean normalised = score.entrant().report().isNormalised();
        return new PerMac(score, normalised, normalised ? 1 : PICOJOULES_PER_JOULE);
    }

    double total() {
        return unit * score.energyPerMac();
    }

    double of(Component component) {
        return unit * score.energyPerMac(component);
    }

    double of(Operand operand) {
        return unit * score.energyPerMac(operand);
    }

    double ofNoOperand() {
        return unit * score.energyPerMacOfNoOperand();
    }
}
