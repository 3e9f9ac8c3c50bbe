package io.picojoule.report;

import io.picojoule.simulation.ExploredLayer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The best mappings of each layer, a row each. */
public final class ExplorationCsv {
    private ExplorationCsv() {}

    public static String of(Exploration exploration) {
        Csv csv = new Csv();
        List<String> header = List.of(
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
                "gap",
                "reason");
        csv.row(header);
        for (ExploredLayer layer : exploration.layers()) {
            if (layer.best().isEmpty()) {
                List<String> cells = new ArrayList<>(Collections.nCopies(header.size() - 1, ""));
                cells.set(0, layer.layer().name());
                cells.add(layer.reason());
                csv.row(cells);
            }
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
                        layer.search().orElseThrow().gap(),
                        layer.reason()));
            }
        }
        return csv.toString();
    }
}
