package io.picojoule.report.dataflow;

import io.picojoule.energy.EnergyTable;
import io.picojoule.report.MappingFile;
import io.picojoule.search.Objective;
import io.picojoule.simulation.ExploredDataflow;
import io.picojoule.simulation.ExploredLayer;
import io.picojoule.simulation.RunRequest;
import io.picojoule.workload.NetworkLayer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dataflows side by side on one array.
 *
 * @param request what was asked, on the machine as it is
 * @param dataflows in the order in which they were named
 * @param command the command line that finds the same
 */
public record DataflowComparison(RunRequest request, List<ExploredDataflow> dataflows, String command) {
    public DataflowComparison {
        dataflows = List.copyOf(dataflows);
    }

    Objective objective() {
        return request.objective();
    }

    boolean isNormalised() {
        return request.energyTable().unit() == EnergyTable.Unit.MAC;
    }

    double seconds(long cycles) {
        return (double) cycles / request.machine().clockHertz();
    }

    List<ExploredDataflow> running() {
        return dataflows.stream().filter(ExploredDataflow::runs).toList();
    }

    List<ExploredDataflow> obstructed() {
        return dataflows.stream().filter(each -> !each.runs()).toList();
    }

    /** Layers with MACs, in their order. A row has those that are alike under every dataflow. */
    List<DataflowRow> rows() {
        List<ExploredDataflow> running = running();
        Set<String> explored = running.stream()
                .flatMap(dataflow -> dataflow.layers().stream())
                .flatMap(layer -> Stream.concat(Stream.of(layer.layer().name()), layer.alike().stream()))
                .collect(Collectors.toSet());
        Map<List<String>, List<String>> groups = new LinkedHashMap<>();
        request.network().layers().stream()
                .map(NetworkLayer::name)
                .filter(explored::contains)
                .forEach(layer -> groups.computeIfAbsent(
                                running.stream()
                                        .map(dataflow -> likeness(dataflow.of(layer)))
                                        .toList(),
                                unseen -> new ArrayList<>())
                        .add(layer));
        return groups.values().stream()
                .map(group -> new DataflowRow(
                        group.get(0),
                        group.subList(1, group.size()),
                        running.stream()
                                .map(dataflow -> new DataflowRow.Entry(dataflow.dataflow(), dataflow.of(group.get(0))))
                                .toList()))
                .toList();
    }

    /** Equal for layers that are alike; a layer without a mapping is told from others by its name. */
    private static String likeness(ExploredLayer explored) {
        return explored.layer().name();
    }

    /** By dataflow, in their order; after them the best of each layer, if any layer has one. */
    List<DataflowTotal> totals(List<DataflowRow> rows) {
        List<DataflowTotal> totals = new ArrayList<>();
        List<ExploredDataflow> running = running();
        for (int i = 0; i < running.size(); i++) {
            int number = i;
            totals.add(total(
                    running.get(i).dataflow(),
                    rows,
                    row -> Optional.of(row.entries().get(number))));
        }
        DataflowTotal best = total(DataflowTotal.BEST_OF_EACH_LAYER, rows, row -> row.best(objective()));
        if (best.figures().layers() > 0) {
            totals.add(best);
        }
        return totals;
    }

    private interface Choice {
        Optional<DataflowRow.Entry> of(DataflowRow row);
    }

    private static DataflowTotal total(String name, List<DataflowRow> rows, Choice choice) {
        Figures figures = Figures.NONE;
        int missing = 0;
        for (DataflowRow row : rows) {
            Optional<Figures> ofRow =
                    choice.of(row).flatMap(DataflowRow.Entry::best).map(result -> Figures.of(result, row.times()));
            figures = figures.plus(ofRow.orElse(Figures.NONE));
            missing += ofRow.isPresent() ? 0 : row.times();
        }
        return new DataflowTotal(name, figures, missing);
    }

    /** The dataflow that costs least if all layers have the same: of those under which most layers have a mapping. */
    public Optional<String> bestSingle() {
        return totals(rows()).stream()
                .filter(total -> !total.dataflow().equals(DataflowTotal.BEST_OF_EACH_LAYER))
                .filter(total -> total.figures().layers() > 0)
                .min(Comparator.comparingInt(DataflowTotal::missing)
                        .thenComparingDouble(total -> total.figures().cost(objective())))
                .map(DataflowTotal::dataflow);
    }

    /** The best mapping of every layer under the {@link #bestSingle} dataflow, to be given back to a machine that has it. */
    public String mappingFile() {
        String dataflow = bestSingle().orElse("none");
        MappingFile file = new MappingFile(
                request.network().name() + " on " + request.machine().name(),
                "dataflow " + dataflow + ": the best found for " + objective().key() + " at batch " + request.batch(),
                command);
        dataflows.stream()
                .filter(each -> each.dataflow().equals(dataflow))
                .flatMap(each -> each.layers().stream())
                .forEach(layer -> layer.best().stream().findFirst().ifPresent(best -> file.add(best, layer.alike())));
        return file.toString();
    }
}
