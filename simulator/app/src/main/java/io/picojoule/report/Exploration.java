package io.picojoule.report;

import io.picojoule.energy.EnergyTable;
import io.picojoule.search.Objective;
import io.picojoule.simulation.ExploredLayer;
import io.picojoule.simulation.RunRequest;
import java.util.List;

/**
 * Everything that is said about the mappings of a network.
 *
 * @param command the command line that finds the same
 */
public record Exploration(RunRequest request, List<ExploredLayer> layers, String command) {
    public Exploration {
        layers = List.copyOf(layers);
    }

    Objective objective() {
        return request.objective();
    }

    boolean isNormalised() {
        return request.energyTable().unit() == EnergyTable.Unit.MAC;
    }

    String energyText(double energy) {
        return isNormalised() ? Si.format(energy, "MAC") : Si.format(energy * Metric.JOULES_PER_PICOJOULE, "J");
    }

    double seconds(long cycles) {
        return (double) cycles / request.machine().clockHertz();
    }

    /** The best mapping of every layer, to be given back. */
    public String mappingFile() {
        MappingFile file = new MappingFile(
                request.network().name() + " on " + request.machine().name(),
                "the best found for " + objective().key() + " at batch " + request.batch(),
                command);
        for (ExploredLayer layer : layers) {
            layer.best().stream().findFirst().ifPresent(best -> file.add(best, layer.alike()));
        }
        return file.toString();
    }
}
