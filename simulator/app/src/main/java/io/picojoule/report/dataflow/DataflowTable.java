package io.picojoule.report.dataflow;

import io.picojoule.report.Report;
import io.picojoule.report.Si;
import io.picojoule.report.TextTable;
import io.picojoule.report.TextTable.Style;
import io.picojoule.search.Objective;
import io.picojoule.search.SearchResult;
import io.picojoule.simulation.ExploredDataflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dataflows on a terminal: a row for each under each layer, the network under each, and what cannot run. */
public final class DataflowTable {
    private static final int LEADING_COLUMNS = 3;
    private static final double JOULES_PER_PICOJOULE = 1e-12;
    private static final String BEST = "best";

    private final DataflowComparison comparison;
    private final boolean colour;
    private final List<DataflowRow> rows;

    private DataflowTable(DataflowComparison comparison, boolean colour) {
        this.comparison = comparison;
        this.colour = colour;
        this.rows = comparison.rows();
    }

    public static String of(DataflowComparison comparison, boolean colour) {
        return new DataflowTable(comparison, colour).text();
    }

    private String text() {
        String title = comparison.request().machine().name() + "  ×  "
                + comparison.request().network().name();
        StringBuilder text = new StringBuilder(Style.BOLD.of(title, colour) + "   batch "
                + comparison.request().batch() + ", energy of "
                + comparison.request().energyTable().name() + ", dataflows by least "
                + comparison.objective().key() + "\n\n");
        text.append(rows.isEmpty() ? "" : table() + "\n");
        for (ExploredDataflow each : comparison.obstructed()) {
            text.append(Style.YELLOW.of("Not on this machine: " + each.dataflow() + ". " + each.obstacle(), colour))
                    .append('\n');
        }
        return text.append(summary()).append('\n').toString();
    }

    private TextTable table() {
        TextTable table = new TextTable(LEADING_COLUMNS, colour);
        table.row(
                Style.DIM,
                List.of(
                        "layer",
                        "dataflow",
                        "",
                        comparison.objective().key(),
                        "x best",
                        "PEs",
                        "cycles",
                        "time",
                        "energy",
                        "DRAM",
                        "proof"));
        rows.forEach(row -> layer(table, row));
        table.gap();
        totals(table);
        return table;
    }

    private void layer(TextTable table, DataflowRow row) {
        String name = row.alike().isEmpty()
                ? row.layer()
                : row.layer() + " +" + row.alike().size();
        Optional<DataflowRow.Entry> best = row.best(comparison.objective());
        for (DataflowRow.Entry entry : row.entries()) {
            boolean first = entry.equals(row.entries().get(0));
            boolean isBest = best.equals(Optional.of(entry));
            entry.best()
                    .ifPresentOrElse(
                            result -> {
                                List<String> cells = new ArrayList<>(
                                        List.of(first ? name : "", entry.dataflow(), isBest ? BEST : ""));
                                cells.addAll(cells(
                                        Figures.of(result, 1),
                                        best.flatMap(DataflowRow.Entry::best)
                                                .map(each -> Figures.of(each, 1))
                                                .orElseThrow(),
                                        isBest,
                                        Integer.toString(result.timing().activeElements()),
                                        proof(entry.explored().search().orElseThrow())));
                                table.row(isBest ? Style.GREEN : Style.PLAIN, cells);
                            },
                            () -> table.row(
                                    Style.YELLOW,
                                    List.of(
                                            first ? name : "",
                                            entry.dataflow(),
                                            "",
                                            entry.explored().reason())));
        }
    }

    private void totals(TextTable table) {
        Optional<String> single = comparison.bestSingle();
        List<DataflowTotal> totals = comparison.totals(rows);
        Optional<DataflowTotal> best = totals.stream()
                .filter(total -> single.equals(Optional.of(total.dataflow())))
                .findFirst();
        for (DataflowTotal total : totals) {
            boolean ofEach = total.dataflow().equals(DataflowTotal.BEST_OF_EACH_LAYER);
            boolean isBest = single.equals(Optional.of(total.dataflow()));
            List<String> cells = new ArrayList<>(List.of(
                    total.equals(totals.get(0)) ? "total" : "",
                    ofEach ? "best of each layer" : total.dataflow(),
                    isBest ? BEST : ""));
            if (total.figures().layers() == 0) {
                cells.add("no layer has a mapping");
                table.row(Style.YELLOW, cells);
                continue;
            }
            boolean comparable =
                    best.isPresent() && total.missing() == best.get().missing();
            cells.addAll(cells(
                    total.figures(),
                    best.map(DataflowTotal::figures).orElse(total.figures()),
                    isBest || !comparable,
                    "",
                    total.missing() == 0 ? "" : Report.layers(total.missing()) + " missing"));
            table.row(isBest ? Style.GREEN : total.isWhole() ? Style.PLAIN : Style.YELLOW, cells);
        }
    }

    private List<String> cells(Figures figures, Figures best, boolean isBest, String elements, String proof) {
        double ratio = figures.cost(comparison.objective()) / best.cost(comparison.objective());
        return List.of(
                cost(figures),
                isBest ? "" : Si.digits(ratio),
                elements,
                Si.format(figures.cycles(), ""),
                Si.format(comparison.seconds(figures.cycles()), "s"),
                energy(figures),
                Si.format(figures.dramBytes(), "B"),
                proof);
    }

    private String cost(Figures figures) {
        Objective objective = comparison.objective();
        return switch (objective) {
            case ENERGY -> energy(figures);
            case LATENCY -> Si.format(comparison.seconds(figures.cycles()), "s");
            case EDP -> {
                double product = figures.energy() * comparison.seconds(figures.cycles());
                yield comparison.isNormalised()
                        ? Si.format(product, "MAC s")
                        : Si.format(product * JOULES_PER_PICOJOULE, "J s");
            }
            case DRAM -> Si.format(figures.dramBytes(), "B");
        };
    }

    private String energy(Figures figures) {
        return comparison.isNormalised()
                ? Si.format(figures.energy(), "MAC")
                : Si.format(figures.energy() * JOULES_PER_PICOJOULE, "J");
    }

    private static String proof(SearchResult search) {
        return search.isProven() ? "proven" : "within " + Si.format(search.gap(), "%");
    }

    private String summary() {
        List<SearchResult> searches = rows.stream()
                .flatMap(row -> row.entries().stream())
                .flatMap(entry -> entry.explored().search().stream())
                .toList();
        if (searches.isEmpty()) {
            return Style.YELLOW.of("No layer has a mapping under any of these dataflows.", colour);
        }
        long candidates = searches.stream().mapToLong(SearchResult::candidates).sum();
        long weighed = searches.stream().mapToLong(SearchResult::weighed).sum();
        long open = searches.stream().filter(search -> !search.isProven()).count();
        String counts = Report.layers(rows.size()) + " searched under "
                + comparison.running().size() + (comparison.running().size() == 1 ? " dataflow: " : " dataflows: ")
                + candidates + " candidates exist, " + weighed + " were weighed, " + (candidates - weighed)
                + " were cut. ";
        String proof = open == 0
                ? "Each best is proven: no mapping of its dataflow is estimated to cost less."
                : "Time was up for " + open + " of " + searches.size()
                        + " searches, whose gap is stated; a larger --budget closes it.";
        return (open == 0 ? Style.GREEN : Style.YELLOW).of(counts + proof, colour);
    }
}
