package io.picojoule.simulation;

import io.picojoule.mapping.Dataflow;
import io.picojoule.mapping.GivenMappings;
import java.util.List;
import java.util.Optional;

/**
 * What a dataflow makes of a network on a machine that is otherwise as it is.
 *
 * @param dataflow its key
 * @param layers with the best mapping of each; none if there is an obstacle
 * @param obstacle why the machine cannot have it; empty if it can
 */
public record ExploredDataflow(String dataflow, List<ExploredLayer> layers, String obstacle) {
    public ExploredDataflow {
        layers = List.copyOf(layers);
    }

    /** Searches the layers of the request's network under another dataflow; given mappings count for nothing. */
    public static ExploredDataflow explore(
            RunRequest request, Dataflow dataflow, RunProgress progress, SearchTime time) {
        Optional<String> obstacle = dataflow.obstacle(request.array());
        return obstacle.isPresent()
                ? new ExploredDataflow(dataflow.key(), List.of(), obstacle.get())
                : new ExploredDataflow(
                        dataflow.key(),
                        MappingExplorer.explore(
                                request.withDataflow(dataflow.key()).withMappings(GivenMappings.NONE),
                                1,
                                progress,
                                time),
                        "");
    }

    public boolean runs() {
        return obstacle.isEmpty();
    }

    /** What became of a layer of this name. */
    public ExploredLayer of(String layer) {
        return layers.stream()
                .filter(each ->
                        each.layer().name().equals(layer) || each.alike().contains(layer))
                .findFirst()
                .orElseThrow();
    }
}
