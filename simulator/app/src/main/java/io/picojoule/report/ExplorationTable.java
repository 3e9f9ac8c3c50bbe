package io.picojoule.report;

import io.picojoule.report.TextTable.Style;
import io.picojoule.search.SearchResult;
import io.picojoule.simulation.ExploredLayer;
import java.util.ArrayList;
import java.util.List;

/** The best mappings of each layer on a terminal, and how sure the search is of them. */
public final class ExplorationTable {
    private static final int LEADING_COLUMNS = 3;

    private final Exploration exploration;
    private final boolean colour;

    private ExplorationTable(Exploration exploration, boolean colour) {
        this.exploration = exploration;
        this.colour = colour;
    }

    public static String of(Exploration exploration, boolean colour) {
        return new ExplorationTable(exploration, colour).text();
    }

    private String text() {
        String title = exploration.request().machine().name() + "  ×  "
                + exploration.request().network().name();
        return Style.BOLD.of(title, colour) + "   batch "
                + exploration.request().batch() + ", energy of "
                + exploration.request().energyTable().name() + ", least "
                + exploration.objective().key() + "\n\n"
                + table() + "\n" + summary() + "\n";
    }

    private TextTable table() {
        TextTable table = new TextTable(LEADING_COLUMNS, colour);
        table.row(
                Style.DIM,
                List.of(
                        "layer",
                        "",
                        "mapping",
                        "PEs",
                        "cycles",
                        "time",
                        "energy",
                        "DRAM",
                        "than 1",
                        "candidates",
                        "weighed",
                        "proof"));
        for (ExploredLayer layer : exploration.layers()) {
            String name = name(layer);
            if (layer.best().isEmpty()) {
                table.row(Style.YELLOW, List.of(name, "", layer.reason()));
            }
            List<Candidate> candidates = Candidate.of(layer);
            for (Candidate candidate : candidates) {
                boolean first = candidate == candidates.get(0);
                table.row(
                        first ? Style.PLAIN : Style.DIM,
                        cells(
                                first ? name : "",
                                candidate,
                                candidates.get(0),
                                first ? proof(layer) : List.of("", "", "")));
            }
            if (!layer.givenReason().isEmpty()) {
                table.row(Style.YELLOW, List.of("", "given", layer.givenReason()));
            }
        }
        return table;
    }

    private static String name(ExploredLayer layer) {
        String name = layer.layer().name();
        return layer.alike().isEmpty() ? name : name + " +" + layer.alike().size();
    }

    private List<String> cells(String name, Candidate candidate, Candidate best, List<String> proof) {
        double change = candidate.cost(exploration.objective()) / best.cost(exploration.objective()) - 1;
        List<String> cells = new ArrayList<>(List.of(
                name,
                candidate.rank(),
                candidate.parameters(),
                Integer.toString(candidate.result().timing().activeElements()),
                Si.format(candidate.cycles(), ""),
                Si.format(exploration.seconds(candidate.cycles()), "s"),
                exploration.energyText(candidate.energy()),
                Si.format(candidate.dramBytes(), "B"),
                candidate == best ? "" : Si.signedPercent(change)));
        cells.addAll(proof);
        return cells;
    }

    private static List<String> proof(ExploredLayer layer) {
        SearchResult search = layer.search().orElseThrow();
        return List.of(
                Si.format(search.candidates(), ""),
                Si.format(search.weighed(), ""),
                search.isProven() ? "best" : "within " + Si.format(search.gap(), "%"));
    }

    private String summary() {
        List<SearchResult> searches = exploration.layers().stream()
                .flatMap(layer -> layer.search().stream())
                .distinct()
                .toList();
        if (searches.isEmpty()) {
            return Style.YELLOW.of("There is no layer with a mapping.", colour);
        }
        long candidates = searches.stream().mapToLong(SearchResult::candidates).sum();
        long weighed = searches.stream().mapToLong(SearchResult::weighed).sum();
        long open = searches.stream().filter(search -> !search.isProven()).count();
        String counts = Report.layers(searches.size()) + " searched: " + candidates + " candidates exist, " + weighed
                + " were weighed, " + (candidates - weighed) + " were cut. ";
        String proof = open == 0
                ? "Each best is proven: no mapping is estimated to cost less."
                : "Time was up for " + Report.layers(open) + ", whose gap is stated; a larger --budget closes it.";
        return (open == 0 ? Style.GREEN : Style.YELLOW).of(counts + proof, colour);
    }
}
