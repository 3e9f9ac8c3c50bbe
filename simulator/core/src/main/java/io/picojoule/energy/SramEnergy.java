package io.picojoule.energy;

import java.util.List;

/** Energy of a word of an SRAM by its capacity: straight lines between the points on log-log paper, the end values outside. */
final class SramEnergy {
    private SramEnergy() {}

    static double of(List<EnergyTable.SramPoint> points, long capacityBytes) {
        EnergyTable.SramPoint below = points.get(0);
        if (capacityBytes <= below.capacityBytes()) {
            return below.energy();
        }
        for (EnergyTable.SramPoint above : points) {
            if (capacityBytes <= above.capacityBytes()) {
                return between(below, above, capacityBytes);
            }
            below = above;
        }
        return below.energy();
    }

    private static double between(EnergyTable.SramPoint below, EnergyTable.SramPoint above, long capacityBytes) {
        if (capacityBytes == above.capacityBytes()) {
            return above.energy();
        }
        double share = Math.log((double) capacityBytes / below.capacityBytes())
                / Math.log((double) above.capacityBytes() / below.capacityBytes());
        return below.energy() * Math.pow(above.energy() / below.energy(), share);
    }
}
