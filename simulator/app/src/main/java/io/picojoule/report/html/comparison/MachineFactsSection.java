package io.picojoule.report.html.comparison;

import io.picojoule.report.comparison.Comparison;
import io.picojoule.report.comparison.Entrant;
import io.picojoule.report.comparison.MachineFacts;
import io.picojoule.report.html.Html;
import io.picojoule.report.html.Section;
import io.picojoule.simulation.SkippedLayer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands beside every figure: that machines are of different precision, technology and year, and do not run the same layers. */
final class MachineFactsSection implements Section<Comparison> {
    private static final int NAMES_SHOWN = 16;

    @Override
    public String title() {
        return "What is compared";
    }

    @Override
    public void write(Html html, Comparison comparison) {
        html.open("div", "class", "scroll")
                .open("table", "class", "grouped facts")
                .open("thead")
                .open("tr")
                .element("th", "machine", "scope", "col");
        MachineFacts.TITLES.forEach(title -> html.element("th", title, "scope", "col"));
        html.close().close().open("tbody");
        for (Entrant entrant : comparison.entrants()) {
            html.line().open("tr").element("th", entrant.label(), "scope", "row");
            new MachineFacts(entrant).texts().forEach(text -> html.element("td", text));
            html.close();
        }
        html.close().close().close();
        comparison.entrants().forEach(entrant -> notRun(html, entrant));
    }

    private static void notRun(Html html, Entrant entrant) {
        html.line().open("p", "class", "source").element("strong", entrant.label() + ". ");
        if (entrant.run().skipped().isEmpty()) {
            html.text("Runs every layer.").close();
            return;
        }
        if (!entrant.notOnMachine().isEmpty()) {
            html.text("No unit for " + names(entrant.notOnMachine()) + ". ");
        }
        reasons(entrant.infeasible())
                .forEach((reason, layers) -> html.text("Does not run " + names(layers) + ": " + reason + ". "));
        html.close();
    }

    private static Map<String, List<SkippedLayer>> reasons(List<SkippedLayer> layers) {
        return layers.stream()
                .collect(Collectors.groupingBy(SkippedLayer::reason, LinkedHashMap::new, Collectors.toList()));
    }

    private static String names(List<SkippedLayer> layers) {
        int more = layers.size() - NAMES_SHOWN;
        return layers.stream()
                        .limit(NAMES_SHOWN)
                        .map(skipped -> skipped.layer().name())
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
