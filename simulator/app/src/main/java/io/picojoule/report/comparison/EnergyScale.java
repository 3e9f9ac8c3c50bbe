package io.picojoule.report.comparison;

import java.util.List;

/** Whether the energies of several machines can stand on one axis, and in what unit. */
public enum EnergyScale {
    /** All tables are in picojoules. */
    JOULES("joules", "J"),
    /** All are priced by one normalised table: in multiples of the same MAC. */
    MACS("macs", "MAC"),
    /** Joules beside multiples of a MAC, or multiples of several MACs: only the shares within each machine can be compared. */
    NONE("none", "");

    private final String key;
    private final String unit;

    EnergyScale(String key, String unit) {
        this.key = key;
        this.unit = unit;
    }

    public String key() {
        return key;
    }

    /** The unit that all share; empty if there is none. */
    public String unit() {
        return unit;
    }

    static EnergyScale of(List<Entrant> entrants) {
        long normalised = entrants.stream()
                .filter(entrant -> entrant.report().isNormalised())
                .count();
        if (normalised == 0) {
            return JOULES;
        }
        return normalised == entrants.size() && tables(entrants) == 1 ? MACS : NONE;
    }

    /** How many different tables price the machines. */
    static long tables(List<Entrant> entrants) {
        return entrants.stream()
                .map(entrant -> entrant.report().provenance().energyTableDigest())
                .distinct()
                .count();
    }
}
