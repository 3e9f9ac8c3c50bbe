package io.picojoule.report;

import io.picojoule.energy.EnergyTable;
import io.picojoule.simulation.RunResult;
import io.picojoule.validation.ValidationRow;
import java.util.List;

/**
 * Everything a report is made of.
 *
 * @param published measurements of this combination beside our figures; none if none are known
 * @param evidence in a sentence, whether published measurements stand behind the run
 */
public record Report(RunResult run, Provenance provenance, List<ValidationRow> published, String evidence) {
    public Report {
        published = List.copyOf(published);
    }

    /** Whether energies are multiples of one MAC and joules are not known. */
    public boolean isNormalised() {
        return run.energyTable().unit() == EnergyTable.Unit.MAC;
    }

    /** The unit of energies as {@link #energy} gives them. */
    public String energyUnit() {
        return isNormalised() ? "MAC" : "J";
    }

    /** An energy of the result in the unit that is shown. */
    public double energy(double tableUnits) {
        return isNormalised() ? tableUnits : tableUnits * Metric.JOULES_PER_PICOJOULE;
    }
}
