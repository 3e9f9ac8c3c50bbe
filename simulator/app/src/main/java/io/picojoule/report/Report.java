package io.picojoule.report;

import io.picojoule.energy.EnergyTable;
import io.picojoule.simulation.LayerResult;
import io.picojoule.simulation.RunResult;
import io.picojoule.simulation.SparseScaling;
import io.picojoule.simulation.Totals;
import io.picojoule.validation.ValidationRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a report is made of.
 *
 * @param layersOfNetwork how many layers the network has, those left out of the run included
 * @param published measurements of this combination beside our figures; none if none are known
 * @param evidence in a sentence, whether published measurements stand behind the run
 * @param scaling the layers on engines with other queues and other numbers of elements, where that was asked for
 */
public record Report(
        RunResult run,
        Provenance provenance,
        int layersOfNetwork,
        List<ValidationRow> published,
        String evidence,
        Optional<SparseScaling> scaling) {
    public Report {
        published = List.copyOf(published);
    }

    /** Without other queues and other numbers of elements. */
    public Report(
            RunResult run, Provenance provenance, int layersOfNetwork, List<ValidationRow> published, String evidence) {
        this(run, provenance, layersOfNetwork, published, evidence, Optional.empty());
    }

    /** Layers of a sparse engine; none on another machine. */
    public List<SparseFigures> sparseLayers() {
        return run.layers().stream()
                .filter(layer -> layer.sparse().isPresent())
                .map(layer -> SparseFigures.of(layer, run))
                .toList();
    }

    /** The layers that take time; the others are done on the way, or have nothing to do. */
    public List<LayerResult> timedLayers() {
        return run.layers().stream()
                .filter(layer -> layer.timing().cycles() > 0)
                .toList();
    }

    /** Totals of the kinds of layers that take time. */
    public Map<String, Totals> timedKinds() {
        Map<String, Totals> kinds = new LinkedHashMap<>(run.totalsByKind());
        kinds.values().removeIf(totals -> totals.cycles() == 0);
        return kinds;
    }

    /** {@code 1 layer}, {@code 5 layers}. */
    public static String layers(long count) {
        return count == 1 ? "1 layer" : count + " layers";
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
