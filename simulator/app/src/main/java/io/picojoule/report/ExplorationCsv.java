package io.picojoule.report;

import io.picojoule.simulation.ExploredLayer;
import java.util.List;

/** The best mappings of each layer, a row each. */
public final class ExplorationCsv {
    private ExplorationCsv() {}

    public static String of(Exploration exploration) {
        Csv csv = new Csv();
        csv.row(List.of(
                "layer",
                "alike",
                "rank",
                "mapping",
                "activeProcessingElements",
                "cycles",
                "estimatedCycles",
                "seconds",
                exploration.isNormalised() ? "energyInMacs" : "picojoules",
                "dramBytes",
                "candidates",
                "weighed",
                "gap"));
        for (ExploredLayer layer : exploration.layers()) {
            for (Candidate candidate : Candidate.of(layer)) {
                csv.row(List.of(
                        layer.layer().name(),
                        String.join(" ", layer.alike()),
                        candidate.rank(),
                        candidate.parameters(),
                        candidate.result().timing().activeElements(),
                        candidate.cycles(),
                        candidate
                                .estimatedCycles(exploration.request().batch())
                                .map(String::valueOf)
                                .orElse(""),
                        exploration.seconds(candidate.cycles()),
                        candidate.energy(),
                        candidate.dramBytes(),
                        layer.search().orElseThrow().candidates(),
                        layer.search().orElseThrow().weighed(),
                        layer.search().orElseThrow().gap()));
            }
        }
        return csv.toString();
    }
}
